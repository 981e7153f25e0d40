import Kernel
import Storage
import WebCore

/// A person who is not known yet asks in by login and password. Not a `Verb`: nobody is the viewer before it has succeeded.
struct SignIn: Sendable {
    let login: String
    let password: Password
    let place: SignInPlace
    var next: String?
    var code: String?
    var isProgram = false

    /// The session's token, or what is still asked. Throws `Denial.wait` after too many failures, `Denial.invalid` where login and
    /// password do not fit: which of the two is wrong is not told.
    func run(in site: Site, _ works: PasswordWorks, _ threshold: any Threshold = OpenThreshold(), at now: Moment) async throws -> Arrived {
        let proof = PasswordProof(login: login, password: password, address: place.address)
        let person = try await proof.person(in: site.database, works, at: now)
        let arrival = Arrival(person, by: .password, from: place, next: next, code: code, isProgram: isProgram)
        let arrived = try await site.database.write { tx in
            try AttemptStore.forget(proof.keys[0], tx)
            return try arrival.enter(by: threshold, of: site.features, at: now, in: tx)
        }
        if case .refused(let denial) = arrived { throw denial }
        return arrived
    }
}

/// Whether a login and a password belong together. Failures are counted by login and by address, and past an allowance one waits.
public struct PasswordProof: Sendable {
    let login: String
    let password: Password
    let keys: [String]

    public init(login: String, password: Password, address: String) {
        self.login = login
        self.password = password
        keys = ["login:" + TextKey.of(String(login.prefix(200))), "address:" + address]
    }

    /// Whose they are. Throws `Denial.wait` and `Denial.invalid` on the field `password`.
    public func person(in database: any Database, _ works: PasswordWorks, at now: Moment) async throws -> ID<Person> {
        let (keys, login) = (keys, login)
        guard password.text.utf8.count <= Password.longest * 4, login.utf8.count <= 400, !login.utf8.contains(0) else {
            throw Denial.invalid(field: "password", .wrongPassword)
        }
        let (wait, credential) = try await database.read { tx in
            (try AttemptStore.wait(keys, at: now, tx), try AccountsStore.credential(login: login, tx))
        }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        if try await works.matches(password, credential?.hash), let credential { return credential.person }
        try await database.write { tx in for key in keys { try AttemptStore.fail(key, at: now, tx) } }
        throw Denial.invalid(field: "password", .wrongPassword)
    }

    /// Whether one who is signed in knows their own password. Throws `Denial.wait`, or `Denial.invalid` on `field`.
    public static func check(_ password: String, of person: ID<Person>, field: String, in database: any Database, _ works: PasswordWorks, at now: Moment)
        async throws
    {
        let key = "person:password-\(person.number)"
        let (known, wait) = try await database.read { tx in (try AccountsStore.credential(of: person, tx), try AttemptStore.wait([key], at: now, tx)) }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        guard password.utf8.count <= Password.longest * 4, try await works.matches(Password(typed: password), known?.hash) else {
            try await database.write { tx in try AttemptStore.fail(key, at: now, tx) }
            throw Denial.invalid(field: field, .wrongOldPassword)
        }
    }
}
