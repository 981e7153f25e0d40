import Kernel
import Storage

/// A person sets a new password, which has been hashed outside; every other sign-in of theirs ends.
struct ChangePassword: Verb {
    let hash: PasswordHash
    let kept: Int64

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try AccountsStore.setPassword(hash, of: viewer.person, at: now, tx)
        try SignInStore.endAll(of: viewer.person, but: kept, tx)
        try tx.leave(Trace("accounts.password", about: "person:\(viewer.person.number)"), by: viewer, at: now)
        tx.tell(.password(of: viewer.person, in: viewer.school))
        tx.end(viewer.person)
    }
}
