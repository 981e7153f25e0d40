import Accounts
import Kernel
import Storage

/// A head opens a closed term again. Of one that is open nothing changes.
public struct ReopenTerm: Verb {
    public let term: ID<Term>
    public init(_ term: ID<Term>) { self.term = term }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let closing = try SchoolAccess.closing(by: viewer)
        let row = try tx.first("SELECT closed_at FROM term WHERE id = \(term) AND school_id = \(closing.id)")
        guard let row else { throw Denial.notFound }
        guard try row.optional("closed_at", Row.int) != nil else { return }
        try tx.rows("UPDATE term SET closed_at = NULL, closed_by = NULL WHERE id = \(term) AND school_id = \(closing.id)")
        try tx.leave(Trace("school.term", about: "term:\(term.number)", was: "closed"), by: viewer, at: now)
    }
}
