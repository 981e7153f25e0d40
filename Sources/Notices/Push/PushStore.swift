import Crypto
import Foundation
import Kernel
import Storage

/// The SQL of devices.
enum PushStore {
    private static let columns: SQL = "SELECT d.id, d.endpoint, d.public_key, d.secret, d.name, d.added_at, d.session FROM push_device d"

    private static func device(_ row: Row) throws -> PushDevice {
        PushDevice(
            id: try row.id("id"), endpoint: try row.text("endpoint"), publicKey: try row.bytes("public_key"), secret: try row.bytes("secret"),
            name: try row.text("name"), addedAt: try row.moment("added_at"), session: try row.int("session"))
    }

    /// The newest first.
    static func all(of person: ID<Person>, _ tx: Transaction) throws -> [PushDevice] {
        try tx.rows("\(columns) WHERE d.person_id = \(person) ORDER BY d.added_at DESC, d.id DESC").map(device)
    }

    /// Those whose sign-in still lasts.
    static func live(of person: ID<Person>, at now: Moment, _ tx: Transaction) throws -> [PushDevice] {
        try tx.rows(
            "\(columns) JOIN sign_in s ON s.id = d.session AND s.person_id = d.person_id WHERE d.person_id = \(person) AND s.expires_at > \(now) ORDER BY d.id"
        ).map(device)
    }

    /// A browser's address belongs to whoever was the last to sign in there.
    static func add(_ subscription: Subscription, session: Int64, of viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> ID<PushDevice> {
        let key = SHA256.hash(data: Data(subscription.endpoint.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let name = try tx.first("SELECT device FROM sign_in WHERE id = \(session) AND person_id = \(viewer.person)").map { try $0.text("device") } ?? ""
        return try tx.one(
            """
            INSERT INTO push_device (person_id, session, endpoint, endpoint_key, public_key, secret, name, added_at)
            VALUES (\(viewer.person), \(session), \(subscription.endpoint), \(key), \(subscription.publicKey), \(subscription.secret), \(name), \(now))
            ON CONFLICT (endpoint_key) DO UPDATE SET person_id = excluded.person_id, session = excluded.session, public_key = excluded.public_key,
                secret = excluded.secret, name = excluded.name, added_at = excluded.added_at
            RETURNING id
            """
        ).id("id")
    }

    @discardableResult static func forget(_ device: ID<PushDevice>, of person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM push_device WHERE id = \(device) AND person_id = \(person) RETURNING id").isEmpty
    }

    static func forget(channel: String, of person: ID<Person>, _ tx: Transaction) throws {
        guard let number = channel.split(separator: ":").last.flatMap({ Int64($0) }) else { return }
        try forget(ID(number), of: person, tx)
    }
}
