import Kernel
import Storage

/// Whoever has left the last school they had is signed out everywhere: if they come back one day, it is by a new sign-in.
/// One who still belongs somewhere stays signed in there.
public struct SignOutLeaver: Verb {
    public let person: ID<Person>
    public init(_ person: ID<Person>) { self.person = person }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard try AccountsStore.name(of: person, in: ruled, tx) != nil else { throw Denial.notFound }
        tx.end(person)
        guard try !AccountsStore.hasAnyRole(person, tx) else { return }
        try SignInStore.endAll(of: person, but: nil, tx)
        try tx.leave(Trace("accounts.sign-ins-ended", about: "person:\(person.number)"), by: viewer, at: now)
    }
}
