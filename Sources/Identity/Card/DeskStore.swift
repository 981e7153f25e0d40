import Accounts
import Kernel
import Storage

/// What waits for the administrator, and whom they looked for.
struct Desk: Sendable {
    let stolen: [StolenAccount.Waiting]
    let mismatches: [Mismatch.Waiting]
    /// `nil` where nobody was looked for.
    let found: [(person: ID<Person>, name: PersonName)]?
}

/// All by which one person signs in, for the administrator.
struct KnownPerson: Sendable {
    let person: ID<Person>
    let name: PersonName
    let card: IdentityCard
    let login: String?
    let providers: [String]
    let hasFactors: Bool
    let isClosed: Bool

    static func read(_ person: ID<Person>, by viewer: Viewer, _ keys: IdentityKeys, _ tx: Transaction) throws -> KnownPerson {
        let ruled = try IdentityAccess.ruled(person, by: viewer, in: tx)
        return KnownPerson(
            person: person, name: ruled.name, card: try CardStore.card(of: person, keys, tx),
            login: try tx.first("SELECT login FROM credential WHERE person_id = \(person)").map { try $0.text("login") },
            providers: try OutsideStore.providers(of: person, tx), hasFactors: try !FactorStore.factors(of: person, tx).isEmpty,
            isClosed: try StolenStore.isOpen(person, tx))
    }
}

enum DeskStore {
    static func people(named start: String, in school: RuledSchool, _ tx: Transaction) throws -> [(person: ID<Person>, name: PersonName)] {
        let key = TextKey.of(start)
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM person p
            WHERE p.name_key >= \(key) AND p.name_key < \(key + "\u{10FFFF}")
                AND p.id IN (SELECT person_id FROM membership WHERE school_id = \(school.id) AND until IS NULL)
            ORDER BY p.name_key, p.id LIMIT 20
            """
        ).map { (try $0.id("id"), try AccountsStore.name($0)) }
    }
}
