import Accounts
import Kernel
import Storage

/// A movement that is still to come, or could not be done, is called off. What has been done already is undone as any movement is.
public struct RevokePlan: Verb {
    public let plan: ID<PlannedMovement>
    public init(_ plan: ID<PlannedMovement>) { self.plan = plan }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard let row = try tx.first("SELECT state FROM planned_movement WHERE id = \(plan) AND school_id = \(ruled.id)") else { throw Denial.notFound }
        guard try PlannedMovement.close(plan, as: .revoked, reason: "", from: [.planned, .failed], in: ruled, at: now, tx) else {
            throw Denial.conflict(.planClosed)
        }
        try tx.leave(Trace("movement.plan-revoked", about: "plan:\(plan.number)", was: try row.text("state"), became: "revoked"), by: viewer, at: now)
    }
}
