import Accounts
import Kernel
import Storage

/// What a plan asked for has been placed, or is wanted no more.
public struct RemoveLoad: Verb {
    public let load: ID<CourseLoad>
    public init(_ load: ID<CourseLoad>) { self.load = load }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard try tx.first("DELETE FROM course_load WHERE id = \(load) AND school_id = \(ruled.id) RETURNING id") != nil else { throw Denial.notFound }
    }
}
