import Accounts
import Kernel
import Storage

/// What a person is proved by elsewhere, as the school has it.
struct IdentityCard: Equatable, Sendable {
    let snils: Snils?
    let email: EmailAddress?
    static let empty = IdentityCard(snils: nil, email: nil)
}

/// The cards' SQL. SNILS numbers are sealed; equal ones are found by a keyed hash.
enum CardStore {
    static func mark(_ snils: Snils, _ keys: IdentityKeys) -> [UInt8] { keys.mark(snils.digits, for: "snils") }
    private static func purpose(_ person: ID<Person>) -> String { "snils of \(person.number)" }

    static func card(of person: ID<Person>, _ keys: IdentityKeys, _ tx: Transaction) throws -> IdentityCard {
        guard let row = try tx.first("SELECT snils_sealed, email FROM identity_card WHERE person_id = \(person)") else { return .empty }
        let digits = try row.optional("snils_sealed", Row.bytes).flatMap { keys.unseal($0, for: purpose(person)) }
        return IdentityCard(
            snils: digits.flatMap { try? Snils(String(decoding: $0, as: UTF8.self)) },
            email: try row.optional("email", Row.text).flatMap { try? EmailAddress($0) })
    }

    static func set(_ card: IdentityCard, of person: ID<Person>, at now: Moment, _ keys: IdentityKeys, _ tx: Transaction) throws {
        let sealed = try card.snils.map { try keys.seal(Array($0.digits.utf8), for: purpose(person)) }.map(Value.bytes) ?? .null
        let mark = card.snils.map { Value.bytes(Self.mark($0, keys)) } ?? .null
        try tx.rows(
            """
            INSERT INTO identity_card (person_id, snils_sealed, snils_mark, email, email_key, changed_at)
            VALUES (\(person), \(sealed), \(mark), \(card.email?.text), \(card.email?.key), \(now))
            ON CONFLICT (person_id) DO UPDATE SET snils_sealed = excluded.snils_sealed, snils_mark = excluded.snils_mark, email = excluded.email,
                email_key = excluded.email_key, changed_at = excluded.changed_at
            """)
    }

    static func owner(of snils: Snils, _ keys: IdentityKeys, _ tx: Transaction) throws -> ID<Person>? {
        try tx.first("SELECT person_id FROM identity_card WHERE snils_mark = \(mark(snils, keys))").map { try $0.id("person_id") }
    }

    /// Whose letters go there: a family may share one address.
    static func people(with email: EmailAddress, limit: Int, _ tx: Transaction) throws -> [ID<Person>] {
        try tx.rows("SELECT person_id FROM identity_card WHERE email_key = \(email.key) ORDER BY person_id LIMIT \(limit)").map { try $0.id("person_id") }
    }
}
