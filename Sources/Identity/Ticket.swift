import Foundation
import Kernel
import Storage

/// What the site must know again when a person comes back from elsewhere, given to their own browser under seal: strangers cannot fill
/// the database with ways begun and never ended. Each is good once and not for long.
struct Ticket<Contents: Codable & Sendable>: Codable, Sendable {
    let contents: Contents
    let name: String
    let until: Int64

    static func make(_ contents: Contents, for purpose: String, seconds: Int, at now: Moment, _ keys: IdentityKeys) throws -> String {
        let ticket = Ticket(contents: contents, name: [UInt8].random(16).base64URL, until: (now + seconds).milliseconds)
        return try keys.seal(Array(JSONEncoder().encode(ticket)), for: "ticket " + purpose).base64URL
    }

    /// `nil` for what was not made here for this purpose, or is too old.
    static func open(_ text: String, for purpose: String, at now: Moment, _ keys: IdentityKeys) -> Ticket? {
        guard text.utf8.count < 8192, let sealed = [UInt8](base64URL: text), let bytes = keys.unseal(sealed, for: "ticket " + purpose),
            let ticket = try? JSONDecoder().decode(Ticket.self, from: Data(bytes)), ticket.until > now.milliseconds
        else { return nil }
        return ticket
    }

    /// Uses it up. False if it was used already.
    func spend(at now: Moment, _ keys: IdentityKeys, _ tx: Transaction) throws -> Bool {
        try tx.rows("DELETE FROM spent WHERE until <= \(now)")
        return try !tx.rows(
            "INSERT INTO spent (mark, until) VALUES (\(keys.mark(name, for: "ticket")), \(Moment(milliseconds: until))) ON CONFLICT (mark) DO NOTHING RETURNING mark"
        ).isEmpty
    }
}
