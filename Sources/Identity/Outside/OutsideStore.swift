import Accounts
import Kernel
import Storage

/// A difference between a provider's data and the school's that somebody ran into (REQUIREMENTS B06, B07).
enum Mismatch {
    struct Waiting: Hashable, Sendable {
        let id: ID<Mismatch>
        let person: ID<Person>
        let name: PersonName
        let provider: String
        let fields: [DifferentField]
        let at: Moment
    }
}

/// What differs. `missing` is told apart from `different`: the one is entered, the other put right. The values are not kept.
enum DifferentField: String, Hashable, Sendable, CaseIterable {
    case snils
    case email
    case snilsMissing = "snils-missing"
    case emailMissing = "email-missing"
    /// The provider did not give it, or the person has not confirmed it there.
    case snilsNotGiven = "snils-not-given"
    case emailNotGiven = "email-not-given"
    /// The person signed in by another account of the same provider before.
    case account
}

/// The SQL of outside providers.
enum OutsideStore {
    static func linked(_ subject: String, at provider: Provider, _ tx: Transaction) throws -> ID<Person>? {
        try tx.first("SELECT person_id FROM outside_link WHERE provider = \(provider.key) AND subject = \(subject)").map { try $0.id("person_id") }
    }

    static func subject(of person: ID<Person>, at provider: Provider, _ tx: Transaction) throws -> String? {
        try tx.first("SELECT subject FROM outside_link WHERE person_id = \(person) AND provider = \(provider.key)").map { try $0.text("subject") }
    }

    static func link(_ subject: String, at provider: Provider, to person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("INSERT INTO outside_link (provider, subject, person_id, linked_at) VALUES (\(provider.key), \(subject), \(person), \(now))")
    }

    static func unlink(_ person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM outside_link WHERE person_id = \(person) RETURNING provider").isEmpty
    }

    static func providers(of person: ID<Person>, _ tx: Transaction) throws -> [String] {
        try tx.rows("SELECT provider FROM outside_link WHERE person_id = \(person) ORDER BY provider").map { try $0.text("provider") }
    }

    /// In the queue of every school the person belongs to; the last try stands for all before.
    static func queue(_ fields: [DifferentField], of person: ID<Person>, at provider: Provider, at now: Moment, _ tx: Transaction) throws {
        let words = fields.map(\.rawValue).joined(separator: " ")
        try tx.rows(
            """
            INSERT INTO outside_mismatch (school_id, person_id, provider, fields, at)
            SELECT DISTINCT school_id, person_id, CAST(\(provider.key) AS TEXT), CAST(\(words) AS TEXT), CAST(\(now) AS BIGINT)
            FROM membership WHERE person_id = \(person) AND until IS NULL
            ON CONFLICT (school_id, person_id, provider) DO UPDATE SET fields = excluded.fields, at = excluded.at
            """)
    }

    static func settle(_ person: ID<Person>, at provider: Provider, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM outside_mismatch WHERE person_id = \(person) AND provider = \(provider.key)")
    }

    static func waiting(in school: ID<School>, limit: Int, _ tx: Transaction) throws -> [Mismatch.Waiting] {
        try tx.rows(
            """
            SELECT q.id, q.person_id, q.provider, q.fields, q.at, p.family, p.given, p.patronymic FROM outside_mismatch q JOIN person p ON p.id = q.person_id
            WHERE q.school_id = \(school) ORDER BY q.at DESC, q.id DESC LIMIT \(limit)
            """
        ).map {
            Mismatch.Waiting(
                id: try $0.id("id"), person: try $0.id("person_id"), name: try AccountsStore.name($0), provider: try $0.text("provider"),
                fields: try $0.text("fields").split(separator: " ").compactMap { DifferentField(rawValue: String($0)) }, at: try $0.moment("at"))
        }
    }

    static func count(in school: ID<School>, _ tx: Transaction) throws -> Int64 {
        try tx.one("SELECT COUNT(*) AS n FROM outside_mismatch WHERE school_id = \(school)").int("n")
    }

    static func remove(_ mismatch: ID<Mismatch>, in school: RuledSchool, _ tx: Transaction) throws -> ID<Person>? {
        try tx.first("DELETE FROM outside_mismatch WHERE id = \(mismatch) AND school_id = \(school.id) RETURNING person_id").map { try $0.id("person_id") }
    }
}
