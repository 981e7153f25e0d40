import Kernel
import Storage

/// A person takes a login and a password by a code of the school (REQUIREMENTS B10), or a new password where they have a login.
/// Not a `Verb`: nobody is signed in. Whoever honours the code has judged it. Sign-ins from before end.
public struct TakeCredential: Sendable {
    public let person: ID<Person>
    /// `nil` keeps the one they have.
    public let login: Login?
    public let hash: PasswordHash
    public init(_ person: ID<Person>, login: Login?, hash: PasswordHash) {
        self.person = person
        self.login = login
        self.hash = hash
    }

    /// Throws `Denial.invalid` for a login that is taken, `Denial.forbidden` where the school is closed to the person: access opens after
    /// the consent, not before it (REQUIREMENTS B08).
    public func run(in school: ID<School>, at now: Moment, in tx: Transaction) throws {
        guard try AccessStore.isOpen(to: person, in: school, tx) else { throw Denial.forbidden(.accessClosed) }
        if let login {
            guard try AccountsStore.isFree(login, for: person, tx) else { throw Denial.invalid(field: "login", .loginTaken) }
            try AccountsStore.setCredential(login, hash, of: person, at: now, tx)
        } else {
            try AccountsStore.setPassword(hash, of: person, at: now, tx)
        }
        try SignInStore.endAll(of: person, but: nil, tx)
        let trace = Trace(login == nil ? "accounts.password" : "accounts.credential", about: "person:\(person.number)")
        try tx.leave(trace, in: school, by: person, at: now)
        tx.tell(.password(of: person, in: school))
        tx.end(person)
    }
}

extension AccountsStore {
    public static func login(of person: ID<Person>, _ tx: Transaction) throws -> String? { try credential(of: person, tx)?.login }

    /// The first login of a person's name that nobody has.
    public static func freeLogin(for name: PersonName, _ tx: Transaction) throws -> Login {
        for first in stride(from: 1, to: 100_000, by: 50) {
            let offered = try (first..<first + 50).map { try Login.suggestion(for: name, number: $0) }
            let taken = try tx.rows("SELECT login_key FROM credential WHERE login_key IN \(list: offered.map { Value.text($0.key) })").map {
                try $0.text("login_key")
            }
            if let free = offered.first(where: { !taken.contains($0.key) }) { return free }
        }
        throw Denial.invalid(field: "login", .loginTaken)
    }
}
