import Kernel
import Storage

/// The SQL of addresses for letters.
enum MailStore {
    private static let columns: SQL = "SELECT address, word, confirmed_at, sent_at FROM mail_address"

    private static func address(_ row: Row) throws -> MailAddress {
        MailAddress(
            text: try row.text("address"), word: try row.text("word"), confirmedAt: try row.optional("confirmed_at", Row.moment),
            sentAt: try row.optional("sent_at", Row.moment))
    }

    static func address(of person: ID<Person>, _ tx: Transaction) throws -> MailAddress? {
        try tx.first("\(columns) WHERE person_id = \(person)").map(address)
    }
    static func confirmed(of person: ID<Person>, _ tx: Transaction) throws -> MailAddress? {
        try tx.first("\(columns) WHERE person_id = \(person) AND confirmed_at IS NOT NULL").map(address)
    }
    static func address(word: String, at now: Moment, _ tx: Transaction) throws -> MailAddress? {
        try tx.first("\(columns) WHERE word = \(word) AND (confirmed_at IS NOT NULL OR asked_at > \(now - AnswerLetter.life))").map(address)
    }

    static func set(_ address: String, word: String, of viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> MailAddress {
        try tx.rows(
            """
            INSERT INTO mail_address (person_id, address, word, asked_at) VALUES (\(viewer.person), \(address), \(word), \(now))
            ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, word = excluded.word, asked_at = excluded.asked_at,
                confirmed_at = NULL, sent_at = NULL
            """)
        return MailAddress(text: address, word: word, confirmedAt: nil, sentAt: nil)
    }

    static func confirm(word: String, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE mail_address SET confirmed_at = \(now) WHERE word = \(word) AND confirmed_at IS NULL")
    }
    static func end(word: String, _ tx: Transaction) throws { try tx.rows("DELETE FROM mail_address WHERE word = \(word)") }
    static func forget(of person: ID<Person>, _ tx: Transaction) throws { try tx.rows("DELETE FROM mail_address WHERE person_id = \(person)") }
    static func noteSent(to person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE mail_address SET sent_at = \(now) WHERE person_id = \(person)")
    }
}
