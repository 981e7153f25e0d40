/// A delivery of rosters: everything of it that can be trusted, and a report on the rest.
///
/// Every reference in it leads to an entry of it that is not deleted, unless the entry is deleted itself or the manifest says that the
/// file referred to holds only changes. Deleted entries (`status == .deleted`) are given as what they are; their references are not checked.
public struct OneRosterBundle: Sendable {
    public internal(set) var dialect: OneRoster.Dialect
    public internal(set) var manifest: RosterManifest?
    public internal(set) var orgs: [OneRoster.Org] = []
    public internal(set) var academicSessions: [OneRoster.AcademicSession] = []
    public internal(set) var courses: [OneRoster.Course] = []
    public internal(set) var classes: [OneRoster.Class] = []
    public internal(set) var users: [OneRoster.User] = []
    public internal(set) var roles: [OneRoster.Role] = []
    public internal(set) var enrollments: [OneRoster.Enrollment] = []
    public internal(set) var relationships: [OneRoster.Relationship] = []
    public internal(set) var demographics: [OneRoster.Demographics] = []
    public internal(set) var report: ImportReport

    /// Reads whatever is there. It never fails: a delivery of which nothing can be read is an empty bundle with a report.
    public init(reading files: ImportFiles) {
        var reader = RosterReader(files)
        self.init(dialect: reader.dialect, manifest: reader.manifest, report: ImportReport())
        orgs = reader.entries(OneRoster.Org.init)
        academicSessions = reader.entries(OneRoster.AcademicSession.init)
        courses = reader.entries(OneRoster.Course.init)
        classes = reader.entries(OneRoster.Class.init)
        let people = reader.people()
        users = people.users
        roles = reader.entries(OneRoster.Role.init) + people.roles
        enrollments = reader.entries(OneRoster.Enrollment.init)
        relationships = reader.entries(OneRoster.Relationship.init)
        demographics = reader.entries(OneRoster.Demographics.init)
        reader.nameUnread()
        var check = RosterCheck(reader)
        check.run(on: &self, agents: people.agents)
        report = check.report
        report.recount(taken)
    }

    private init(dialect: OneRoster.Dialect, manifest: RosterManifest?, report: ImportReport) {
        (self.dialect, self.manifest, self.report) = (dialect, manifest, report)
    }

    /// How many entries each file has given in the end.
    private var taken: [String: Int] {
        let lists: [[any RosterEntry]] = [orgs, academicSessions, courses, classes, users, roles, enrollments, relationships, demographics]
        var counts: [String: Set<Int>] = [:]
        for entry in lists.joined() { counts[entry.origin.file, default: []].insert(entry.origin.line) }
        return counts.mapValues(\.count)
    }
}

extension ImportReport {
    mutating func recount(_ taken: [String: Int]) {
        tallies = tallies.map { tally in
            var tally = tally
            tally.taken = taken[tally.file] ?? 0
            return tally
        }
    }
}
