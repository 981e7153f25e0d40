import Accounts
import Kernel
import Storage

/// The way from a device that is signed in to another of the same person: one use, five minutes, and only while the first stays
/// signed in.
enum DevicePass {
    static let life = 5 * 60
    /// As many as a person may have open: one who presses the button again means the last.
    static func add(_ key: Token, session: Int64, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM device_pass WHERE expires_at <= \(now) OR person_id = \(viewer.person)")
        try tx.rows(
            """
            INSERT INTO device_pass (key_hash, person_id, school_id, side, session, expires_at)
            VALUES (\(key.hash), \(viewer.person), \(viewer.school), \(viewer.side.rawValue), \(session), \(now + life))
            """)
    }

    /// Whose it is, if it is good.
    static func owner(of key: Token, at now: Moment, _ tx: Transaction) throws -> (person: ID<Person>, name: PersonName)? {
        try tx.first(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM device_pass d JOIN person p ON p.id = d.person_id
            JOIN sign_in s ON s.id = d.session AND s.person_id = d.person_id AND s.expires_at > \(now)
            WHERE d.key_hash = \(key.hash) AND d.expires_at > \(now)
            """
        ).map { (try $0.id("id"), try AccountsStore.name($0)) }
    }
}

/// A person asks for a pass to a second device.
struct MakeDevicePass: Verb {
    let key: Token
    let session: Int64

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try ComeIn.isOpen(session, of: viewer.person, at: now, in: tx) else { throw Denial.notFound }
        try DevicePass.add(key, session: session, by: viewer, at: now, tx)
        try tx.leave(Trace("invitations.device-pass", about: "person:\(viewer.person.number)"), by: viewer, at: now)
    }
}

/// The second device uses the pass. Not a `Verb`: nobody is signed in there yet.
struct UseDevicePass: Sendable {
    let key: Token
    let address: String
    let device: String?

    /// The word for the cookie.
    func run(at now: Moment, in tx: Transaction) throws -> String {
        guard try DevicePass.owner(of: key, at: now, tx) != nil,
            let row = try tx.first("DELETE FROM device_pass WHERE key_hash = \(key.hash) RETURNING person_id, school_id, side")
        else { throw Denial.conflict(.passGone) }
        let (person, school): (ID<Person>, ID<School>) = (try row.id("person_id"), try row.id("school_id"))
        try tx.leave(Trace("invitations.second-device", about: "person:\(person.number)"), in: school, by: person, at: now)
        let hat = (school: school, side: Side(rawValue: try row.text("side")) ?? .pupil)
        return try ComeIn(person, as: hat, address: address, device: device).run(at: now, in: tx)
    }
}
