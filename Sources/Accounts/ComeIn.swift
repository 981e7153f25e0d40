import Kernel
import Storage

/// A person whom others have entered comes in for the first time: they have chosen a login and a password and are signed in. Whoever
/// calls this has judged, in the same transaction, what they came with (a one-time code).
public struct ComeIn: Sendable {
    let login: Login
    let hash: PasswordHash
    let place: SignInPlace
    public init(login: Login, hash: PasswordHash, address: String, device: String?) {
        self.login = login
        self.hash = hash
        place = SignInPlace(address: address, device: device)
    }

    /// The sign-in's token, for `Session.cookie`. Who has a login already keeps it: `Denial.conflict`.
    public func run(_ person: ID<Person>, at now: Moment, in tx: Transaction) throws -> String {
        guard let hat = try AccountsStore.hats(of: person, tx).first else { throw Denial.forbidden(.noSchool) }
        guard try AccountsStore.credential(of: person, tx) == nil, try AccountsStore.isFree(login, for: person, tx) else { throw Denial.conflict(.loginTaken) }
        try AccountsStore.setCredential(login, hash, of: person, at: now, tx)
        try tx.leave(Trace("accounts.credential", about: "person:\(person.number)", became: login.text), in: hat.school.id, by: person, at: now)
        let token = Token()
        try SignInStore.begin(token, formToken: Token().text, of: person, as: hat, from: place, at: now, tx)
        return token.text
    }
}
