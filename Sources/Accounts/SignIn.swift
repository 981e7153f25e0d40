import Kernel
import Storage

/// From where a person signs in, as far as the request tells.
struct SignInPlace: Sendable {
    let address: String
    let device: String
    init(address: String, device: String?) {
        self.address = String(address.prefix(100))
        self.device = String((device ?? "").filter { !$0.isNewline && $0 != "\0" }.prefix(200))
    }
}

/// A person who is not known yet asks in by login and password. Not a `Verb`: nobody is the viewer before it has succeeded.
struct SignIn: Sendable {
    let login: String
    let password: Password
    let place: SignInPlace

    private var keys: [String] { ["login:" + TextKey.of(String(login.prefix(200))), "address:" + place.address] }

    /// The session's token. Throws `Denial.wait` after too many failures, `Denial.invalid` where login and password do not fit:
    /// which of the two is wrong is not told.
    func run(in database: any Database, _ works: PasswordWorks, at now: Moment) async throws -> Token {
        let keys = keys
        let (wait, credential) = try await database.read { tx in
            (try AttemptStore.wait(keys, at: now, tx), try AccountsStore.credential(login: login, tx))
        }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        guard try await works.matches(password, credential?.hash), let credential else { return try await refuse(keys, in: database, at: now) }
        return try await database.write { tx in try begin(credential.person, at: now, in: tx) }
    }

    private func refuse(_ keys: [String], in database: any Database, at now: Moment) async throws -> Token {
        try await database.write { tx in for key in keys { try AttemptStore.fail(key, at: now, tx) } }
        throw Denial.invalid(field: "password", .wrongPassword)
    }

    private func begin(_ person: ID<Person>, at now: Moment, in tx: Transaction) throws -> Token {
        let hats = try AccountsStore.hats(of: person, tx)
        guard let hat = hats.first else { throw Denial.forbidden(try AccessStore.isClosed(to: person, tx) ? .accessClosed : .noSchool) }
        let token = Token()
        try AttemptStore.forget(keys[0], tx)
        try SignInStore.removeExpired(at: now, tx)
        try SignInStore.begin(token, formToken: Token().text, of: person, as: hat, from: place, at: now, tx)
        return token
    }
}
