import Interchange
import Kernel

/// In which one class of ours each pupil is (REQUIREMENTS A28), though a roster has them in many.
///
/// The rule, in this order: the pupil's homeroom; the class of the one year of study that all the pupil's sections are for; the class of
/// the pupil's own year of study; else the pupil's first section is a class of its own. Only the school and the latest academic year
/// of the pupil's sections count: the primary role's school where there are several.
struct RosterHomes {
    enum Home: Hashable {
        case homeroom(SectionID, year: Int)
        case study(OrgID, year: Int, String)
        case section(SectionID, year: Int)
        /// The files hold only changes, and the database knows the class.
        case kept

        var key: String {
            switch self {
            case .homeroom(let id, let year): ImportKeys.key("homeroom", id.text, "\(year)")
            case .study(let school, let year, let name): ImportKeys.key("study", school.text, "\(year)", name)
            case .section(let id, let year): ImportKeys.key("section", id.text, "\(year)")
            case .kept: ""
            }
        }
    }
    typealias Section = RosterSections.Section
    struct Seat {
        let user: UserID, section: Section, entry: OneRoster.Enrollment
    }

    private(set) var homes: [UserID: Home] = [:]
    /// Who sits in which section, without homerooms.
    private(set) var seats: [SectionID: [Seat]] = [:]
    /// The row by which a pupil is in the home class.
    private(set) var entries: [UserID: OneRoster.Enrollment] = [:]
    private(set) var findings: [Finding] = []
    private let grades: [UserID: [OrgID: Set<String>]], ownGrades: [UserID: Set<String>], primary: [UserID: OrgID]
    private let isKept: (UserID) -> Bool

    /// `isKept` says that a pupil's class is known here and the files hold only changes.
    init(_ bundle: OneRosterBundle, _ places: RosterPlaces, isKept: @escaping (UserID) -> Bool) {
        self.isKept = isKept
        var grades: [UserID: [OrgID: Set<String>]] = [:], primary: [UserID: OrgID] = [:]
        for role in bundle.roles where role.status == .active && role.kind == .known(.student) {
            guard let school = places.school(of: role.org) else { continue }
            grades[role.user, default: [:]][school, default: []].formUnion(role.grades.map(StudyYear.name))
            if role.isPrimary == true { primary[role.user] = [primary[role.user] ?? school, school].min { $0.text < $1.text } }
        }
        for user in bundle.users where primary[user.id] == nil { primary[user.id] = user.primaryOrg.flatMap(places.school) }
        self.grades = grades
        self.primary = primary
        ownGrades = Dictionary(bundle.users.map { ($0.id, Set($0.grades.map(StudyYear.name))) }, uniquingKeysWith: { first, _ in first })
    }

    /// Finds the home of a pupil with these places, of which there is at least one.
    mutating func settle(_ user: UserID, _ places: [Seat]) {
        let ordered = places.sorted { $0.section.id.text < $1.section.id.text }
        guard let first = ordered.first else { return }
        let schools = Set(ordered.map(\.section.school))
        let school = primary[user].flatMap { schools.contains($0) ? $0 : nil } ?? schools.min { $0.text < $1.text } ?? first.section.school
        let here = keep(ordered, .secondSchool) { $0.section.school == school }
        let year = here.map(\.section.year).max() ?? first.section.year
        let now = keep(here, .oldYear) { $0.section.year == year }
        let homeroom = now.first { $0.section.isHomeroom }
        let sections = keep(now, .secondClass) { !$0.section.isHomeroom || $0.section.id == homeroom?.section.id }.filter { !$0.section.isHomeroom }
        let home = homeroom.map { Home.homeroom($0.section.id, year: year) } ?? home(of: user, sections, school, year)
        homes[user] = home
        entries[user] = (homeroom ?? sections.first)?.entry
        let seated: [Seat]
        if case .section(let id, _) = home { seated = keep(sections, .otherGrade) { $0.section.id == id } } else { seated = sections }
        for seat in seated { seats[seat.section.id, default: []].append(seat) }
    }

    private func home(of user: UserID, _ sections: [Seat], _ school: OrgID, _ year: Int) -> Home {
        if isKept(user) { return .kept }
        let studies = Set(sections.map(\.section.study))
        if studies.count == 1, let study = studies.first ?? nil { return .study(school, year: year, study) }
        let roles = grades[user]?[school] ?? [], own = roles.isEmpty ? ownGrades[user] ?? [] : roles
        if own.count == 1, let study = own.first { return .study(school, year: year, study) }
        return .section(sections[0].section.id, year: year)
    }

    private mutating func keep(_ seats: [Seat], _ flaw: OrderFlaw, _ isRight: (Seat) -> Bool) -> [Seat] {
        for seat in seats where !isRight(seat) {
            findings.append(
                Finding(kind: .seat, flaw: flaw, place: seat.entry.origin.place("classSourcedId"), value: seat.section.entry.title, isRefusal: true))
        }
        return seats.filter(isRight)
    }
}
