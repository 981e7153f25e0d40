import Accounts
import Kernel
import Storage

/// A head closes a term that has come to its end: marks, attendance and topics of its lessons change only with a fresh proof and a
/// reason from then on (REQUIREMENTS E15). Closed twice it stays as it was closed first.
public struct CloseTerm: Verb {
    public let term: ID<Term>
    public init(_ term: ID<Term>) { self.term = term }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let closing = try SchoolAccess.closing(by: viewer)
        let row = try tx.first("SELECT ends_on, closed_at FROM term WHERE id = \(term) AND school_id = \(closing.id)")
        guard let row else { throw Denial.notFound }
        guard try row.optional("closed_at", Row.int) == nil else { return }
        guard try row.day("ends_on") <= viewer.zone.day(of: now) else { throw Denial.conflict(.termGoesOn) }
        try tx.rows("UPDATE term SET closed_at = \(now), closed_by = \(closing.closer) WHERE id = \(term) AND school_id = \(closing.id)")
        try tx.leave(Trace("school.term", about: "term:\(term.number)", became: "closed"), by: viewer, at: now)
    }
}
