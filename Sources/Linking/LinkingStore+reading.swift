import Accounts
import Interchange
import Kernel
import School
import Storage

/// What the pages show of the links.
extension LinkingStore {
    // MARK: One's own

    /// Everything the person has linked or asked for, in whatever school.
    static func own(of viewer: Viewer, _ tx: Transaction) throws -> [OwnLink] {
        let linked = try tx.rows(
            """
            SELECT s.name, c.name AS school, l.account_id, l.linked_at, a.gone FROM account_link l JOIN outside_account a ON a.id = l.account_id
            JOIN outside_system s ON s.id = l.system_id JOIN school c ON c.id = l.school_id WHERE l.person_id = \(viewer.person) ORDER BY s.name_key, s.id
            """
        ).map {
            OwnLink(
                system: try $0.text("name"), school: try $0.text("school"), account: try $0.id("account_id"),
                state: .linked(since: try $0.moment("linked_at"), isGone: try $0.bool("gone")))
        }
        let asked = try tx.rows(
            """
            SELECT s.name, c.name AS school, r.account_id, r.asked_at FROM link_request r JOIN outside_system s ON s.id = r.system_id
            JOIN school c ON c.id = r.school_id WHERE r.person_id = \(viewer.person) ORDER BY s.name_key, s.id
            """
        ).map {
            OwnLink(system: try $0.text("name"), school: try $0.text("school"), account: try $0.id("account_id"), state: .asked(try $0.moment("asked_at")))
        }
        return linked + asked
    }

    // MARK: The office

    private static let requestColumns: SQL = """
        r.id, r.person_id, r.asked_at, p.family, p.given, p.patronymic, s.name AS system_name, \(accountColumns),
        h.family AS holder_family, h.given AS holder_given, h.patronymic AS holder_patronymic
        """
    private static let requestJoins: SQL = """
        link_request r JOIN person p ON p.id = r.person_id JOIN outside_system s ON s.id = r.system_id JOIN outside_account a ON a.id = r.account_id
        LEFT JOIN account_link l ON l.account_id = a.id LEFT JOIN person h ON h.id = l.person_id
        """

    static func requests(to office: LinkingOffice, _ tx: Transaction) throws -> [LinkRequest] {
        let rows = try tx.rows("SELECT \(requestColumns) FROM \(requestJoins) WHERE r.school_id = \(office.school) ORDER BY r.asked_at, r.id LIMIT 200")
        let people = try rows.map { try $0.id("person_id", of: Person.self) }
        let held = try tx.rows(
            "SELECT person_id, role FROM membership WHERE school_id = \(office.school) AND until IS NULL AND person_id IN \(list: people)")
        var roles: [ID<Person>: Set<Role>] = [:]
        for row in held { if let role = Role(rawValue: try row.text("role")) { roles[try row.id("person_id"), default: []].insert(role) } }
        return try rows.map { try request($0, roles: roles[try $0.id("person_id")] ?? []) }
    }

    static func request(_ id: ID<LinkRequest>, of office: LinkingOffice, _ tx: Transaction) throws -> LinkRequest? {
        guard let row = try tx.first("SELECT \(requestColumns) FROM \(requestJoins) WHERE r.id = \(id) AND r.school_id = \(office.school)") else { return nil }
        return try request(row, roles: roles(of: try row.id("person_id"), in: office.school, tx))
    }

    private static func request(_ row: Row, roles: Set<Role>) throws -> LinkRequest {
        let account = try account(row)
        let holder = try row.optional("holder_family", Row.text).map {
            PersonName(family: $0, given: try row.text("holder_given"), patronymic: try row.text("holder_patronymic"))
        }
        return LinkRequest(
            id: try row.id("id"), account: account, person: try row.id("person_id"), name: try AccountsStore.name(row), systemName: try row.text("system_name"),
            askedAt: try row.moment("asked_at"), holder: holder, isMember: account.entry.role.isHeld(by: roles))
    }

    static func report(_ id: ID<RosterReport>, of office: LinkingOffice, _ tx: Transaction) throws -> (system: ID<OutsideSystem>, report: RosterReport)? {
        try tx.first("SELECT system_id, added, changed, gone, same, refused, report FROM outside_upload WHERE id = \(id) AND school_id = \(office.school)").map
        {
            row in
            let flaws = try row.text("report").split(separator: "\n").map { line in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return RosterReport.Flaw(line: Int(cells.first ?? "") ?? 0, field: cells.dropFirst().first ?? "", code: cells.dropFirst(2).first ?? "")
            }
            let report = RosterReport(
                added: Int(try row.int("added")), changed: Int(try row.int("changed")), gone: Int(try row.int("gone")), same: Int(try row.int("same")),
                refused: Int(try row.int("refused")), flaws: flaws)
            return (try row.id("system_id"), report)
        }
    }

    /// When the newest export came; `nil` before the first.
    static func lastUpload(of system: ID<OutsideSystem>, _ tx: Transaction) throws -> (id: ID<RosterReport>, at: Moment)? {
        try tx.first("SELECT id, uploaded_at FROM outside_upload WHERE system_id = \(system) ORDER BY uploaded_at DESC, id DESC LIMIT 1").map {
            (try $0.id("id"), try $0.moment("uploaded_at"))
        }
    }

    // MARK: Who has nobody yet

    static let mostListed = 100

    private static let isUnlinked: SQL = "NOT EXISTS (SELECT l.account_id FROM account_link l WHERE l.account_id = a.id)"

    static func unmatched(in system: OutsideSystem, _ role: OutsideRole, _ tx: Transaction) throws -> (accounts: [OutsideAccount], count: Int) {
        let condition: SQL = "a.system_id = \(system.id) AND a.gone = 0 AND a.role = \(role.rawValue) AND \(isUnlinked)"
        let accounts = try tx.rows(
            "SELECT \(accountColumns) FROM outside_account a WHERE \(condition) ORDER BY a.class_name, a.name_key, a.id LIMIT \(mostListed)"
        ).map(account)
        return (accounts, Int(try tx.one("SELECT COUNT(*) AS number FROM outside_account a WHERE \(condition)").int("number")))
    }

    /// People of the school in the role who have no account in the system.
    static func unlinked(in system: OutsideSystem, _ role: OutsideRole, namedLike start: String = "", _ tx: Transaction) throws -> (people: [Named], count: Int)
    {
        let key = TextKey.of(start)
        let condition: SQL = """
            p.id IN (SELECT m.person_id FROM membership m WHERE m.school_id = \(system.school) AND m.until IS NULL AND m.role IN \(list: role.ours.map { Value.text($0.rawValue) }))
            AND NOT EXISTS (SELECT l.person_id FROM account_link l WHERE l.system_id = \(system.id) AND l.person_id = p.id)
            AND SUBSTR(p.name_key, 1, \(key.unicodeScalars.count)) = \(key)
            """
        let people = try tx.rows("SELECT p.id, p.family, p.given, p.patronymic FROM person p WHERE \(condition) ORDER BY p.name_key, p.id LIMIT \(mostListed)")
            .map {
                Named(id: try $0.id("id"), name: try AccountsStore.name($0))
            }
        return (people, Int(try tx.one("SELECT COUNT(*) AS number FROM person p WHERE \(condition)").int("number")))
    }

    struct Named: Hashable, Sendable { let id: ID<Person>, name: PersonName }
    struct Match: Hashable, Sendable { let account: OutsideAccount, person: ID<Person> }

    /// Accounts whose name and role are those of exactly one person here, and that person's of no other account. A pupil's class,
    /// where both sides say it, must be the same too.
    static func matches(in system: OutsideSystem, _ tx: Transaction) throws -> [Match] {
        let rows = try tx.rows(
            """
            SELECT \(accountColumns), p.id AS person_id, m.role, c.name AS here FROM outside_account a JOIN person p ON p.name_key = a.name_key
            JOIN membership m ON m.person_id = p.id AND m.school_id = a.school_id AND m.until IS NULL
            LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.until IS NULL LEFT JOIN school_class c ON c.id = e.class_id
            WHERE a.system_id = \(system.id) AND a.gone = 0 AND a.name_key <> '' AND \(isUnlinked)
              AND NOT EXISTS (SELECT l.person_id FROM account_link l WHERE l.system_id = a.system_id AND l.person_id = p.id)
            ORDER BY a.id, p.id
            """)
        let fitting = try rows.compactMap { row -> Match? in
            let account = try account(row), here = try row.optional("here", Row.text) ?? ""
            guard let role = Role(rawValue: try row.text("role")), account.entry.role.isHeld(by: [role]) else { return nil }
            let isOtherClass = account.entry.role == .pupil && !account.entry.schoolClass.isEmpty && TextKey.of(here) != TextKey.of(account.entry.schoolClass)
            return isOtherClass ? nil : Match(account: account, person: try row.id("person_id"))
        }
        let distinct = Set(fitting), perAccount = Dictionary(grouping: distinct, by: \.account.id), perPerson = Dictionary(grouping: distinct, by: \.person)
        return distinct.filter { perAccount[$0.account.id]?.count == 1 && perPerson[$0.person]?.count == 1 }.sorted {
            $0.account.id.number < $1.account.id.number
        }
    }

    // MARK: Shares

    /// People of each role and how many of them have a living account linked.
    static func shares(of school: ID<School>, _ tx: Transaction) throws -> [LinkShare] {
        try shares(where: "m.school_id = \(school)", tx).map(\.share)
    }

    /// The same for the whole installation. A school's group that is too small to be shown is in no sum.
    static func sharesOfAll(_ tx: Transaction) throws -> [LinkShare] {
        let groups = try shares(where: "1 = 1", tx).map(\.share).filter { $0.people >= LinkShare.smallest }
        return Dictionary(grouping: groups, by: \.role).map { role, shares in
            LinkShare(role: role, people: shares.reduce(0) { $0 + $1.people }, linked: shares.reduce(0) { $0 + $1.linked })
        }.sorted { Self.place($0.role) < Self.place($1.role) }
    }

    private static func shares(where condition: SQL, _ tx: Transaction) throws -> [(school: ID<School>, share: LinkShare)] {
        try tx.rows(
            """
            SELECT m.school_id, m.role, COUNT(DISTINCT m.person_id) AS people, COUNT(DISTINCT x.person_id) AS linked
            FROM membership m LEFT JOIN (
                SELECT l.person_id, l.school_id FROM account_link l JOIN outside_account a ON a.id = l.account_id WHERE a.gone = 0
            ) x ON x.person_id = m.person_id AND x.school_id = m.school_id
            WHERE \(condition) AND m.until IS NULL GROUP BY m.school_id, m.role
            """
        ).compactMap { row in
            guard let role = Role(rawValue: try row.text("role")) else { return nil }
            return (try row.id("school_id"), LinkShare(role: role, people: Int(try row.int("people")), linked: Int(try row.int("linked"))))
        }.sorted { (place($0.share.role), $0.school.number) < (place($1.share.role), $1.school.number) }
    }

    private static func place(_ role: Role) -> Int { Role.allCases.firstIndex(of: role) ?? 0 }
}
