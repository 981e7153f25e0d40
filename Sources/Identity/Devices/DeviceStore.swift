import Accounts
import Crypto
import Kernel
import Storage

/// A sign-in from a browser that was not known, as those who should hear of it see it (PRODUCT N14).
struct DeviceNotice: Hashable, Sendable {
    let id: ID<DeviceNotice>
    let person: ID<Person>
    let name: PersonName
    let device: String
    let address: String
    let at: Moment
}

/// Known browsers and what is told of new ones.
enum DeviceStore {
    /// After so many seconds a notice that nobody has answered goes by itself.
    private static let life = 7 * 24 * 3600

    /// Remembers the browser of a sign-in. One that is new beside others is told to the person, and to a pupil's guardians.
    static func note(session: Int64, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        guard let row = try tx.first("SELECT person_id, device, address, device_hash FROM sign_in WHERE id = \(session)") else { return }
        let person: ID<Person> = try row.id("person_id"), device = try row.text("device")
        let hash = try row.optional("device_hash", Row.bytes) ?? Array(SHA256.hash(data: Array(device.utf8)))
        let isFirst = try tx.first("SELECT person_id FROM known_device WHERE person_id = \(person) LIMIT 1") == nil
        let added = try tx.rows(
            "INSERT INTO known_device (person_id, device_hash, since) VALUES (\(person), \(hash), \(now)) ON CONFLICT (person_id, device_hash) DO NOTHING RETURNING person_id"
        )
        guard !added.isEmpty, !isFirst else { return }
        try forgetOld(of: person, at: now, tx)
        try tx.rows(
            "INSERT INTO device_notice (person_id, session, device, address, at) VALUES (\(person), \(session), \(device), \(try row.text("address")), \(now))")
        let hearers = try hearers(of: person, tx)
        tx.emit(.newDevice(heardBy: hearers))
        try Safety.newDevice(heardBy: hearers, in: school, at: now, tx)
    }

    private static func forgetOld(of person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM device_notice_seen WHERE notice_id IN (SELECT id FROM device_notice WHERE person_id = \(person) AND at <= \(now - life))")
        try tx.rows("DELETE FROM device_notice WHERE person_id = \(person) AND at <= \(now - life)")
    }

    /// The person, and a pupil's guardians.
    static func hearers(of person: ID<Person>, _ tx: Transaction) throws -> Set<ID<Person>> {
        try Set(tx.rows("SELECT guardian_id FROM guardian WHERE pupil_id = \(person)").map { try $0.id("guardian_id") } + [person])
    }

    /// New browsers the viewer may hear of, and of the school: stolen accounts and differences that wait.
    static func counts(for viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> (devices: Int64, stolen: Int64, different: Int64) {
        let row = try tx.one(
            """
            SELECT (SELECT COUNT(*) FROM device_notice n WHERE n.at > \(now - life) AND \(IdentityAccess.hearsOfDevices("n.person_id", viewer))) AS devices,
                (SELECT COUNT(*) FROM stolen_report r WHERE r.school_id = \(viewer.school) AND r.restored_at IS NULL) AS stolen,
                (SELECT COUNT(*) FROM outside_mismatch q WHERE q.school_id = \(viewer.school)) AS different
            """)
        return (try row.int("devices"), try row.int("stolen"), try row.int("different"))
    }

    /// What the viewer has not answered yet.
    static func notices(for viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> [DeviceNotice] {
        try tx.rows(
            """
            SELECT n.id, n.person_id, n.device, n.address, n.at, p.family, p.given, p.patronymic FROM device_notice n JOIN person p ON p.id = n.person_id
            WHERE n.at > \(now - life) AND \(IdentityAccess.hearsOfDevices("n.person_id", viewer))
                AND NOT EXISTS (SELECT s.notice_id FROM device_notice_seen s WHERE s.notice_id = n.id AND s.person_id = \(viewer.person))
            ORDER BY n.at DESC LIMIT 5
            """
        ).map {
            DeviceNotice(
                id: try $0.id("id"), person: try $0.id("person_id"), name: try AccountsStore.name($0), device: try $0.text("device"),
                address: try $0.text("address"), at: try $0.moment("at"))
        }
    }

    /// The sign-in a notice tells of; `nil` for one the viewer does not hear of.
    static func session(of notice: ID<DeviceNotice>, for viewer: Viewer, _ tx: Transaction) throws -> Int64? {
        try tx.first("SELECT session FROM device_notice n WHERE n.id = \(notice) AND \(IdentityAccess.hearsOfDevices("n.person_id", viewer))").map {
            try $0.int("session")
        }
    }

    static func see(_ notice: ID<DeviceNotice>, by viewer: Viewer, _ tx: Transaction) throws {
        try tx.rows("INSERT INTO device_notice_seen (notice_id, person_id) VALUES (\(notice), \(viewer.person)) ON CONFLICT (notice_id, person_id) DO NOTHING")
    }
}

/// A person says that a new browser is known to them. Not from that very browser: whoever stole the account would say so at once.
struct KnowDevice: Verb {
    let notice: ID<DeviceNotice>
    let session: Int64

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let told = try DeviceStore.session(of: notice, for: viewer, tx) else { throw Denial.notFound }
        guard told != session else { throw Denial.forbidden(.sameDevice) }
        try DeviceStore.see(notice, by: viewer, tx)
    }
}
