import Accounts
import Kernel
import School
import Storage

/// The links' SQL: systems, accounts, and who belongs to which.
enum LinkingStore {
    // MARK: Systems

    private static let systemColumns: SQL = "s.id, s.school_id, s.name, s.salt, s.join_code, s.admits_alone"

    static func systems(of school: ID<School>, _ tx: Transaction) throws -> [OutsideSystem] {
        try tx.rows("SELECT \(systemColumns) FROM outside_system s WHERE s.school_id = \(school) ORDER BY s.name_key").map(system)
    }

    static func system(_ id: ID<OutsideSystem>, of office: LinkingOffice, _ tx: Transaction) throws -> OutsideSystem? {
        try tx.first("SELECT \(systemColumns) FROM outside_system s WHERE s.id = \(id) AND s.school_id = \(office.school)").map(system)
    }

    static func system(_ place: ClaimAccount.Place, reachedBy viewer: Viewer, _ tx: Transaction) throws -> OutsideSystem? {
        let condition: SQL =
            switch place {
            case .system(let id): "s.id = \(id) AND \(LinkingAccess.isReached(by: viewer, code: nil))"
            case .code(let code): LinkingAccess.isReached(by: viewer, code: code)
            }
        return try tx.first("SELECT \(systemColumns) FROM outside_system s WHERE \(condition)").map(system)
    }

    private static func system(_ row: Row) throws -> OutsideSystem {
        OutsideSystem(
            id: try row.id("id"), school: try row.id("school_id"), name: try row.text("name"), salt: try row.text("salt"), joinCode: try row.text("join_code"),
            admitsAlone: try row.bool("admits_alone"))
    }

    static func addSystem(_ name: String, salt: String, joinCode: String, by office: LinkingOffice, _ tx: Transaction) throws -> ID<OutsideSystem> {
        try tx.one(
            """
            INSERT INTO outside_system (school_id, name, name_key, salt, join_code, admits_alone)
            VALUES (\(office.school), \(name), \(TextKey.of(name)), \(salt), \(joinCode), 0) RETURNING id
            """
        ).id("id")
    }

    static func setAdmission(_ admitsAlone: Bool, of system: ID<OutsideSystem>, by office: LinkingOffice, _ tx: Transaction) throws {
        try tx.rows("UPDATE outside_system SET admits_alone = \(admitsAlone) WHERE id = \(system) AND school_id = \(office.school)")
    }

    // MARK: Accounts

    static let accountColumns: SQL = "a.id AS account_id, a.system_id, a.key_hash, a.role AS account_role, a.class_name, a.name AS account_name, a.gone"

    static func account(_ row: Row) throws -> OutsideAccount {
        guard let key = OutsideKey(hex: try row.text("key_hash")), let role = OutsideRole(rawValue: try row.text("account_role")) else {
            throw UnreadableAccount(id: try row.int("account_id"))
        }
        let entry = OutsideEntry(key: key, role: role, schoolClass: try row.text("class_name"), name: try row.text("account_name"))
        return OutsideAccount(id: try row.id("account_id"), system: try row.id("system_id"), entry: entry, isGone: try row.bool("gone"))
    }

    static func accounts(of system: ID<OutsideSystem>, _ tx: Transaction) throws -> [OutsideAccount] {
        try tx.rows("SELECT \(accountColumns) FROM outside_account a WHERE a.system_id = \(system)").map(account)
    }

    static func account(_ key: OutsideKey, in system: ID<OutsideSystem>, _ tx: Transaction) throws -> OutsideAccount? {
        try tx.first("SELECT \(accountColumns) FROM outside_account a WHERE a.system_id = \(system) AND a.key_hash = \(key.hex)").map(account)
    }

    static func account(_ id: ID<OutsideAccount>, of office: LinkingOffice, _ tx: Transaction) throws -> OutsideAccount? {
        try tx.first("SELECT \(accountColumns) FROM outside_account a WHERE a.id = \(id) AND a.school_id = \(office.school)").map(account)
    }

    static func add(_ entry: OutsideEntry, to system: ID<OutsideSystem>, by office: LinkingOffice, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO outside_account (school_id, system_id, key_hash, role, class_name, name, name_key, gone)
            VALUES (\(office.school), \(system), \(entry.key.hex), \(entry.role.rawValue), \(entry.schoolClass), \(entry.name), \(TextKey.of(entry.name)), 0)
            """)
    }

    static func correct(_ account: ID<OutsideAccount>, _ entry: OutsideEntry, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE outside_account SET role = \(entry.role.rawValue), class_name = \(entry.schoolClass), name = \(entry.name),
                name_key = \(TextKey.of(entry.name)), gone = 0 WHERE id = \(account)
            """)
    }

    /// What the other system no longer has: the name goes, the link stays for its owner to see, wishes for it end.
    static func setGone(_ account: ID<OutsideAccount>, _ tx: Transaction) throws {
        try tx.rows("UPDATE outside_account SET gone = 1, name = '', name_key = '' WHERE id = \(account)")
        try tx.rows("DELETE FROM link_request WHERE account_id = \(account)")
    }

    static func keep(_ report: RosterReport, of system: ID<OutsideSystem>, at now: Moment, by office: LinkingOffice, _ tx: Transaction) throws
        -> ID<RosterReport>
    {
        let flaws = report.flaws.map { "\($0.line)\t\($0.field)\t\($0.code)" }.joined(separator: "\n")
        return try tx.one(
            """
            INSERT INTO outside_upload (school_id, system_id, uploaded_by, uploaded_at, added, changed, gone, same, refused, report)
            VALUES (\(office.school), \(system), \(office.clerk.person), \(now), \(report.added), \(report.changed), \(report.gone), \(report.same),
                \(report.refused), \(flaws)) RETURNING id
            """
        ).id("id")
    }

    // MARK: Links

    static func link(_ account: OutsideAccount, to person: ID<Person>, in system: OutsideSystem, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO account_link (account_id, system_id, school_id, person_id, linked_at)
            VALUES (\(account.id), \(system.id), \(system.school), \(person), \(now))
            """)
        try tx.rows("DELETE FROM link_request WHERE system_id = \(system.id) AND person_id = \(person)")
    }

    static func holder(of account: ID<OutsideAccount>, _ tx: Transaction) throws -> ID<Person>? {
        try tx.first("SELECT person_id FROM account_link WHERE account_id = \(account)").map { try $0.id("person_id") }
    }

    static func link(of person: ID<Person>, in system: ID<OutsideSystem>, _ tx: Transaction) throws -> ID<OutsideAccount>? {
        try tx.first("SELECT account_id FROM account_link WHERE system_id = \(system) AND person_id = \(person)").map { try $0.id("account_id") }
    }

    /// The school of the link that is no more; `nil` if there was none.
    static func unlink(_ account: ID<OutsideAccount>, from person: ID<Person>, _ tx: Transaction) throws -> ID<School>? {
        try tx.first("DELETE FROM account_link WHERE account_id = \(account) AND person_id = \(person) RETURNING school_id").map { try $0.id("school_id") }
    }

    /// A newer wish in the same system takes the place of the older.
    static func ask(_ account: OutsideAccount, _ person: ID<Person>, in system: OutsideSystem, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO link_request (school_id, system_id, account_id, person_id, asked_at)
            VALUES (\(system.school), \(system.id), \(account.id), \(person), \(now))
            ON CONFLICT (system_id, person_id) DO UPDATE SET account_id = excluded.account_id, asked_at = excluded.asked_at
            """)
    }

    static func takeBack(_ account: ID<OutsideAccount>, _ person: ID<Person>, _ tx: Transaction) throws -> ID<School>? {
        try tx.first("DELETE FROM link_request WHERE account_id = \(account) AND person_id = \(person) RETURNING school_id").map { try $0.id("school_id") }
    }

    // MARK: What the school knows of a person

    static func roles(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Set<Role> {
        Set(
            try tx.rows("SELECT role FROM membership WHERE person_id = \(person) AND school_id = \(school) AND until IS NULL").compactMap {
                Role(rawValue: try $0.text("role"))
            })
    }

    static func schoolClass(named name: String, in school: ID<School>, on day: Day, _ tx: Transaction) throws -> ID<SchoolClass>? {
        guard !name.isEmpty else { return nil }
        let found = try tx.rows(
            """
            SELECT c.id, c.name FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id
            WHERE c.school_id = \(school) AND y.starts_on <= \(day) AND y.ends_on >= \(day)
            """
        ).filter { TextKey.of(try $0.text("name")) == TextKey.of(name) }
        return found.count == 1 ? try found[0].id("id") : nil
    }
}

/// What the schema does not allow stands in the database.
struct UnreadableAccount: Error { let id: Int64 }

extension LinkingStore {
    /// Destroys what the linking holds of a person (152-FZ, REQUIREMENTS H02): links, wishes, and the name an export gave the account.
    /// Says how many entries that was. The hash stays, so that the next export finds the account; it says nothing without the login.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> Int {
        try tx.rows(
            """
            UPDATE outside_account SET name = '', name_key = '', class_name = '' WHERE id IN (SELECT account_id FROM account_link WHERE person_id = \(person))
                OR (name_key <> '' AND name_key = (SELECT name_key FROM person WHERE id = \(person))
                    AND school_id IN (SELECT school_id FROM membership WHERE person_id = \(person)))
            """)
        let links = try tx.rows("DELETE FROM account_link WHERE person_id = \(person) RETURNING account_id").count
        return try links + tx.rows("DELETE FROM link_request WHERE person_id = \(person) RETURNING id").count
    }
}
