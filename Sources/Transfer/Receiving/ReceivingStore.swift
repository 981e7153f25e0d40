import Accounts
import Foundation
import Kernel
import School
import Storage

/// A package somebody has brought, by code or as a file, and nobody has accepted yet.
struct Incoming: Sendable {
    let id: ID<Incoming>
    let package: SignedPackage
    let trust: Trust
    /// The same installation's row, where it comes from here.
    let sent: SentHere?
    /// People of this school who may be the pupil; only where the pupil is not known by the installation itself.
    let alike: [Alike]

    struct SentHere: Hashable, Sendable { let id: ID<SentPackage>, school: ID<School>, pupil: ID<Person> }
    struct Alike: Hashable, Sendable { let id: ID<Person>, name: PersonName, bornOn: Day? }
    var record: TransferRecord { package.record }
}

/// What is known of the one who signed.
enum Trust: Hashable, Sendable {
    /// This very installation.
    case own
    /// The key and the school's name were checked then.
    case known(since: Day)
    /// Never seen here.
    case new
    /// A school of this name has sent with another key before.
    case changed(was: String)

    var needsCheck: Bool {
        switch self {
        case .own, .known: false
        case .new, .changed: true
        }
    }
}

/// The SQL of what a school receives.
enum ReceivingStore {
    /// How long a package that was brought waits for a decision.
    static let daysLookedAt = 14

    /// The package under a code, if it may be fetched.
    static func offered(code: String, on today: Day, _ tx: Transaction) throws -> ID<SentPackage>? {
        try tx.first("SELECT id FROM transfer_package WHERE code = \(code) AND state = 'offered' AND valid_until >= \(today)").map { try $0.id("id") }
    }

    /// The row of a package this installation has made, whatever has become of it.
    static func sent(named name: String, _ tx: Transaction) throws -> (here: Incoming.SentHere, isOffered: Bool)? {
        try tx.first("SELECT id, school_id, pupil_id, state FROM transfer_package WHERE name = \(name)").map {
            (.init(id: try $0.id("id"), school: try $0.id("school_id"), pupil: try $0.id("pupil_id")), try $0.text("state") == "offered")
        }
    }

    static func bring(_ file: [UInt8]?, of package: ID<SentPackage>?, at now: Moment, by office: TransferOffice, _ tx: Transaction) throws -> ID<Incoming> {
        let bytes = file.map(Value.bytes) ?? .null
        return try tx.one(
            """
            INSERT INTO transfer_incoming (school_id, package_id, file, brought_by, brought_at)
            VALUES (\(office.school), \(package), \(bytes), \(office.clerk.person), \(now)) RETURNING id
            """
        ).id("id")
    }

    /// A package of this installation that lies here already, opened by its code before.
    static func brought(_ package: ID<SentPackage>, to office: TransferOffice, _ tx: Transaction) throws -> ID<Incoming>? {
        try tx.first("SELECT id FROM transfer_incoming WHERE school_id = \(office.school) AND package_id = \(package)").map { try $0.id("id") }
    }

    /// The bytes of what was brought; `nil` if nothing was. What its sender has withdrawn meanwhile is empty.
    static func file(_ id: ID<Incoming>, of office: TransferOffice, _ tx: Transaction) throws -> [UInt8]? {
        guard
            let row = try tx.first(
                """
                SELECT COALESCE(i.file, t.file) AS file FROM transfer_incoming i LEFT JOIN transfer_package t ON t.id = i.package_id
                WHERE i.id = \(id) AND i.school_id = \(office.school)
                """)
        else { return nil }
        return try row.optional("file", Row.bytes) ?? []
    }

    static func remove(_ id: ID<Incoming>, of office: TransferOffice, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM transfer_incoming WHERE id = \(id) AND school_id = \(office.school) RETURNING id").isEmpty
    }

    struct Waiting: Sendable { let id: ID<Incoming>, broughtAt: Moment, byCode: Bool }

    static func waiting(for office: TransferOffice, _ tx: Transaction) throws -> [Waiting] {
        try tx.rows("SELECT id, brought_at, package_id FROM transfer_incoming WHERE school_id = \(office.school) ORDER BY brought_at DESC, id DESC LIMIT 50")
            .map {
                Waiting(id: try $0.id("id"), broughtAt: try $0.moment("brought_at"), byCode: try $0.optional("package_id", Row.int) != nil)
            }
    }

    // MARK: Senders

    static func trust(_ key: SenderKey, ofSchool name: String, by office: TransferOffice, own: SenderKey, _ tx: Transaction) throws -> Trust {
        guard key != own else { return .own }
        let rows = try tx.rows(
            "SELECT sender_key, known_since FROM transfer_sender WHERE school_id = \(office.school) AND name_key = \(TextKey.of(name)) ORDER BY known_since DESC"
        )
        if let same = try rows.first(where: { try $0.text("sender_key") == key.base64 }) { return .known(since: try same.day("known_since")) }
        guard let other = try rows.first.flatMap({ SenderKey(base64: try $0.text("sender_key")) }) else { return .new }
        return .changed(was: other.fingerprint)
    }

    static func remember(_ key: SenderKey, ofSchool name: String, on day: Day, by office: TransferOffice, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO transfer_sender (school_id, sender_key, name_key, name, known_since)
            VALUES (\(office.school), \(key.base64), \(TextKey.of(name)), \(name), \(day)) ON CONFLICT (school_id, name_key, sender_key) DO NOTHING
            """)
    }

    // MARK: People and classes

    /// People of the school with the same name who are in no class now.
    static func alike(_ name: PersonName, in office: TransferOffice, _ tx: Transaction) throws -> [Incoming.Alike] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, p.born_on FROM person p
            WHERE p.name_key = \(name.key) AND EXISTS (SELECT m.id FROM membership m WHERE m.person_id = p.id AND m.school_id = \(office.school))
              AND NOT EXISTS (SELECT e.id FROM enrolment e WHERE e.pupil_id = p.id AND e.until IS NULL) ORDER BY p.id LIMIT 20
            """
        ).map { .init(id: try $0.id("id"), name: try AccountsStore.name($0), bornOn: try $0.optional("born_on", Row.day)) }
    }

    /// The classes of the years that are not over.
    static func classes(of office: TransferOffice, on today: Day, _ tx: Transaction) throws -> [SchoolClass] {
        try tx.rows(
            """
            SELECT c.id, c.school_id, c.year, c.name FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id
            WHERE c.school_id = \(office.school) AND y.ends_on >= \(today) ORDER BY y.starts_on, c.sort_key, c.id
            """
        ).map {
            SchoolClass(id: try $0.id("id"), school: try $0.id("school_id"), year: try $0.optional("year", Row.int).map { Int($0) }, name: try $0.text("name"))
        }
    }
}
