import Accounts
import Interchange
import Kernel
import School

/// One import of a roster: first what the files come to in the school's terms, then step by step what that changes here.
final class RosterImport {
    let bundle: OneRosterBundle
    let run: ImportRun
    let places: RosterPlaces
    let calendar: RosterCalendar
    let sections: RosterSections
    let today: Day
    var roles: RosterRoles
    var homes: RosterHomes
    /// Places in classes that the files do not have, because they hold only changes.
    var loose: [OneRoster.Enrollment] = []
    var teachers: [SectionID: [OneRoster.Enrollment]] = [:]
    var links: [GuardianLink] = []
    var schools: [OrgID: ID<School>] = [:]
    var years: [String: ID<AcademicYear>] = [:]
    /// Our classes by the homes' keys.
    var classes: [String: ID<SchoolClass>] = [:]
    /// Our classes for which earlier imports made courses of a section, by its name.
    var knownClasses: [String: [Int64]] = [:]
    /// Whom families have taken out of a school.
    let keptAway: KeptAway
    /// Pupils who have changed their class in this run, and since when.
    var moved: [UserID: Day] = [:]

    struct GuardianLink { let ward: UserID, guardian: UserID, school: OrgID, place: ImportRun.Place }

    init(_ bundle: OneRosterBundle, _ run: ImportRun) throws {
        self.bundle = bundle
        self.run = run
        keptAway = try KeptAway(run.tx)
        today = run.options.zone.day(of: run.now)
        places = RosterPlaces(bundle, known: try run.keys.all(.place).mapValues(\.fingerprint))
        calendar = RosterCalendar(bundle, today: today)
        roles = RosterRoles(bundle, places, calendar, today: today)
        sections = RosterSections(bundle, places, calendar)
        let enrolled = bundle.isDelta("enrollments.csv") ? try run.keys.all(.enrolment) : [:]
        homes = RosterHomes(bundle, places) { enrolled[$0.text] != nil }
    }

    func perform() throws -> ImportOutcome {
        for tally in run.report.tallies { run.count(OneRosterBundle.kind(of: tally.file), \.refused, by: tally.rows - tally.taken) }
        try settleSchools()
        planPlaces()
        try planGuardians()
        try settlePeople()
        try settleYears()
        try settleClasses()
        try settleEnrolments()
        try settleCourses()
        try settleLoosePlaces()
        try settleGuardians()
        try settleEndings()
        for finding in places.findings + calendar.findings + roles.findings + homes.findings { tell(finding) }
        return try run.finish()
    }

    private func tell(_ finding: Finding) {
        if finding.isRefusal {
            run.refuse(finding.kind, finding.flaw, at: finding.place, value: finding.value)
        } else {
            run.remark(finding.flaw, at: finding.place, value: finding.value)
        }
    }

    func person(_ user: UserID) throws -> ID<Person>? { try run.keys.entry(.person, user.text).map { ID($0.number) } }

    /// A school by its name there, of these files or of earlier ones.
    func school(_ org: OrgID) throws -> ID<School>? {
        if let known = schools[org] { return known }
        let known = try run.keys.entry(.school, org.text)?.number
        schools[org] = known.map { ID($0) }
        return schools[org]
    }
}
