import Kernel
import Storage

/// Everyone in the school who cannot sign in yet gets a login (REQUIREMENTS B10). Passwords are made and hashed outside: one for each
/// person that `withoutLogin` names.
public struct GiveLogins: Verb {
    public let hashes: [ID<Person>: PasswordHash]
    public init(_ hashes: [ID<Person>: PasswordHash]) { self.hashes = hashes }

    /// The logins given. Who has got one meanwhile keeps it and is left out.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [ID<Person>: Login] {
        var given: [ID<Person>: Login] = [:]
        for (person, name) in try Self.withoutLogin(by: viewer, in: tx) {
            guard let hash = hashes[person] else { continue }
            let login = try free(name, tx)
            try GiveCredential(to: person, login: login, hash: hash).run(by: viewer, at: now, in: tx)
            given[person] = login
        }
        return given
    }

    private func free(_ name: PersonName, _ tx: Transaction) throws -> Login {
        for number in 1... {
            let login = try Login.suggestion(for: name, number: number)
            if try AccountsStore.isFree(login, for: ID(0), tx) { return login }
        }
        throw Denial.conflict(.loginTaken)
    }

    /// The people of the viewer's school who may come in, have no login and belong nowhere else, in the order of a register.
    public static func withoutLogin(by viewer: Viewer, in tx: Transaction) throws -> [(person: ID<Person>, name: PersonName)] {
        let ruled = try AccountsAccess.ruled(by: viewer)
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM person p
            WHERE p.id IN (SELECT person_id FROM membership WHERE school_id = \(ruled.id) AND until IS NULL)
            AND \(AccountsAccess.isOpen(to: "p.id", in: ruled.id))
            AND NOT EXISTS (SELECT person_id FROM credential c WHERE c.person_id = p.id)
            AND NOT EXISTS (SELECT id FROM membership m WHERE m.person_id = p.id AND m.school_id <> \(ruled.id) AND m.until IS NULL)
            ORDER BY p.name_key, p.id
            """
        ).map { (try $0.id("id"), try AccountsStore.name($0)) }
    }
}
