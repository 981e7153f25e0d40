import Interchange
import Kernel

/// What each person of a roster is, in which school, and since when.
struct RosterRoles {
    struct Grant: Hashable { let school: OrgID, role: Role }
    struct Wanted { let grant: Grant, since: Day?, place: ImportRun.Place }

    private(set) var wanted: [UserID: [Wanted]] = [:]
    /// Roles of which the files say that they have ended.
    private(set) var ended: Set<String> = []
    private(set) var findings: [Finding] = []
    /// Where a person has any role row at all, ended ones too.
    private var known: [UserID: Set<OrgID>] = [:]
    private let places: RosterPlaces
    private let today: Day
    private let active: Set<UserID>
    /// The files hold only changes of roles: what they do not say may still be.
    private let isOpen: Bool

    init(_ bundle: OneRosterBundle, _ places: RosterPlaces, _ calendar: RosterCalendar, today: Day) {
        self.places = places
        self.today = today
        isOpen = bundle.isDelta("roles.csv")
        active = Set(bundle.users.filter { $0.status == .active }.map(\.id))
        for role in bundle.roles { take(role, calendar) }
    }

    func has(_ user: UserID, in school: OrgID, where matches: (Role) -> Bool) -> Bool {
        wanted[user, default: []].contains { $0.grant.school == school && matches($0.grant.role) }
    }

    /// True if the files say nothing of what the person is there.
    func isSilent(on user: UserID, in school: OrgID) -> Bool { !isOpen && active.contains(user) && !known[user, default: []].contains(school) }
    func isActive(_ user: UserID) -> Bool { active.contains(user) }

    func schools(of user: UserID, as role: Role) -> [OrgID] { wanted[user, default: []].filter { $0.grant.role == role }.map(\.grant.school) }

    /// A role that follows from something else: a place in a class, a child.
    mutating func add(_ role: Role, to user: UserID, in school: OrgID, since: Day?, at place: ImportRun.Place) {
        let grant = Grant(school: school, role: role)
        guard active.contains(user), !wanted[user, default: []].contains(where: { $0.grant == grant }) else { return }
        wanted[user, default: []].append(Wanted(grant: grant, since: since, place: place))
    }

    static func key(_ user: UserID, _ school: OrgID, _ role: Role) -> String { ImportKeys.key(user.text, school.text, role.rawValue) }

    private mutating func take(_ entry: OneRoster.Role, _ calendar: RosterCalendar) {
        let school = places.school(of: entry.org)
        if let school { known[entry.user, default: []].insert(school) }
        guard case .known(let kind) = entry.kind, let role = kind.role else {
            if entry.status == .active { refuse(.noRole, entry, entry.word) }
            return
        }
        guard let school else {
            if entry.status == .active { refuse(.notSchool, entry, entry.org.text) }
            return
        }
        guard entry.status == .active, !Self.isOver(entry.end, today) else { ended.insert(Self.key(entry.user, school, role)); return }
        add(
            role, to: entry.user, in: school, since: entry.begin?.asDay ?? entry.session.map { calendar.days(of: calendar.year(of: $0)).lowerBound },
            at: entry.origin.place)
    }

    /// An end within the running academic year has come; one in years past says only that the row was not renewed.
    static func isOver(_ end: CalendarDate?, _ today: Day) -> Bool {
        guard let end = end?.asDay else { return false }
        return end < today && RosterCalendar.number(of: end) == RosterCalendar.number(of: today)
    }

    private mutating func refuse(_ flaw: OrderFlaw, _ entry: OneRoster.Role, _ value: String) {
        findings.append(Finding(kind: .role, flaw: flaw, place: entry.origin.place(flaw == .noRole ? "role" : "orgSourcedId"), value: value, isRefusal: true))
    }
}

extension OneRoster.Role {
    var word: String {
        switch kind {
        case .known(let kind): kind.rawValue
        case .unknown(let word): word
        }
    }
}
