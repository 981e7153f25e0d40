import Kernel
import Storage

/// A person gets a login and a first password (REQUIREMENTS B10). The password was hashed outside.
public struct GiveCredential: Verb {
    public let person: ID<Person>
    public let login: Login
    public let hash: PasswordHash
    public init(to person: ID<Person>, login: Login, hash: PasswordHash) {
        self.person = person
        self.login = login
        self.hash = hash
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard try AccountsStore.name(of: person, in: ruled, tx) != nil else { throw Denial.notFound }
        // Who also belongs elsewhere is not handed over by one school's administrator.
        guard try !AccountsStore.belongsElsewhere(person, than: ruled, tx) else { throw Denial.forbidden(.belongsElsewhere) }
        // Access opens after the consent, not before it (REQUIREMENTS B08).
        guard try AccessStore.isOpen(to: person, in: ruled.id, tx) else { throw Denial.forbidden(.accessClosed) }
        guard try AccountsStore.isFree(login, for: person, tx) else { throw Denial.conflict(.loginTaken) }
        try AccountsStore.setCredential(login, hash, of: person, at: now, tx)
        try SignInStore.endAll(of: person, but: nil, tx)
        try tx.leave(Trace("accounts.credential", about: "person:\(person.number)", became: login.text), by: viewer, at: now)
        tx.tell(.password(of: person, in: ruled.id))
        tx.end(person)
    }
}

/// The name under which a person signs in. Capital letters make no difference.
public struct Login: Hashable, Sendable {
    public let text: String
    public var key: String { TextKey.of(text) }
    /// 3 to 80 letters, digits and `.-_@+`; throws `Denial.invalid` otherwise.
    public init(_ text: String) throws {
        guard (3...80).contains(text.count), text.allSatisfy({ $0.isLetter || $0.isNumber || ".-_@+".contains($0) }) else {
            throw Denial.invalid(field: "login", .loginForm)
        }
        self.text = text
    }
}
