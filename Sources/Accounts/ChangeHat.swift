import Kernel
import Storage

/// A person looks from another of their sides: a teacher as the parent they also are.
struct ChangeHat: Verb {
    let session: Int64
    /// `Hat.key` of the one to wear.
    let hat: String

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let hat = viewer.otherHats.first(where: { $0.key == self.hat }) else { throw Denial.notFound }
        try SignInStore.change(session, to: hat, tx)
        // Open pages still show the other side; their lines end, and what they ask next is judged anew.
        tx.end(viewer.person)
    }
}
