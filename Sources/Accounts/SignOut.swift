import Kernel
import Storage

/// A person ends one of their sign-ins: this one, or one on a device they no longer hold.
struct SignOut: Verb {
    let session: Int64

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try SignInStore.end(session, of: viewer.person, tx) else { throw Denial.notFound }
        tx.end(viewer.person)
    }
}

/// A person ends every sign-in of theirs but the one they do it from.
struct SignOutEverywhereElse: Verb {
    let kept: Int64

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try SignInStore.endAll(of: viewer.person, but: kept, tx)
        tx.end(viewer.person)
    }
}
