import Accounts
import Kernel
import Storage

/// A term's name and dates are put right; its kind and number stay.
public struct CorrectTerm: Verb {
    public let term: ID<Term>
    public let name: String
    public let days: ClosedRange<Day>
    public init(_ term: ID<Term>, name: String, _ days: ClosedRange<Day>) {
        self.term = term
        self.name = name
        self.days = days
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        // Other dates would open lessons that are closed.
        let closed = try tx.first("SELECT id FROM term WHERE id = \(term) AND school_id = \(ruled.id) AND closed_at IS NOT NULL")
        guard closed == nil else { throw Denial.conflict(.termIsClosed) }
        let found = try tx.first(
            """
            UPDATE term SET name = \(name), starts_on = \(days.lowerBound), ends_on = \(days.upperBound)
            WHERE id = \(term) AND school_id = \(ruled.id) RETURNING id
            """)
        guard found != nil else { throw Denial.notFound }
    }
}
