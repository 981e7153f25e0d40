import Accounts
import Kernel
import Storage
import WebCore

/// One who holds a one-time code chooses a login and a password and is signed in (REQUIREMENTS A05, without a telephone).
/// Not a `Verb`: nobody is the viewer before it has succeeded.
struct Activate: Sendable {
    let code: String
    let login: String
    let password: String
    let address: String
    let device: String?

    /// The sign-in's token. Throws `Denial.invalid` on `code`, `login` or `password`, `Denial.wait` after too many wrong codes.
    func run(in database: any Database, _ works: PasswordWorks, at now: Moment) async throws -> String {
        let keys = ["address:" + address.prefix(100)], typed = code
        try await database.read { tx in try AttemptLimit.check(keys, at: now, tx) }
        guard let code = Secret(typed: typed) else { return try await refuse(Denial.invalid(field: "code", .wrongCode), keys, database, at: now) }
        do { _ = try await database.read { tx in try ActivationStore.open(code, at: now, tx) } } catch let denial as Denial {
            return try await refuse(denial, keys, database, at: now)
        }
        let login = try Login(self.login)
        let hash = try await works.hash(Password(chosen: password, field: "password", login: login.text))
        return try await database.write { tx in try use(code, login, hash, at: now, in: tx) }
    }

    private func refuse(_ denial: Denial, _ keys: [String], _ database: any Database, at now: Moment) async throws -> String {
        try await database.write { tx in try AttemptLimit.fail(keys, at: now, tx) }
        throw denial
    }

    private func use(_ code: Secret, _ login: Login, _ hash: PasswordHash, at now: Moment, in tx: Transaction) throws -> String {
        let found = try ActivationStore.open(code, at: now, tx)
        try ActivationStore.use(found, at: now, tx)
        let trace = Trace("regions.code", about: "person:\(found.person.number)", became: "used")
        for log in [found.school, found.parent].compactMap(\.self) { try tx.leave(trace, in: log, by: found.person, at: now) }
        try TakeCredential(found.person, login: login, hash: hash).run(in: found.school, at: now, in: tx)
        return try ComeIn(found.person, as: (found.school, .staff), address: address, device: device).run(at: now, in: tx)
    }
}
