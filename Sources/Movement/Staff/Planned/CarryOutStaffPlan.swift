import Accounts
import Kernel
import School
import Storage

/// What was planned for a member of staff is done, once, whoever of several nodes comes first.
struct CarryOutStaffPlan: Verb {
    let plan: ID<StaffPlan>

    /// The director, by whose order it is: so the last administrator stays until there is a successor.
    @Sendable static func doer(of school: School) -> Viewer {
        Viewer(person: ID(0), name: PersonName(family: "", given: ""), hat: Hat(school: school, side: .staff, roles: [.director]))
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard let due = try StaffPlanStore.take(plan, in: ruled, at: now, tx) else { return }
        _ = try EnterStaffOrder(due.change, of: due.person, on: due.day, order: due.order).done(by: viewer, at: now, in: tx)
    }
}

/// It is called off before its day, or after it could not be done.
public struct RevokeStaffPlan: Verb {
    let plan: ID<StaffPlan>
    init(_ plan: ID<StaffPlan>) { self.plan = plan }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        let row = try tx.first("SELECT state, role FROM planned_staff WHERE id = \(plan) AND school_id = \(ruled.id)")
        guard let row else { throw Denial.notFound }
        // Who may not give the role may not keep it from somebody either.
        if let role = Role(rawValue: try row.text("role")) {
            guard MovementAccess.mayAppoint(role, viewer) else { throw Denial.forbidden(.notYoursToGive) }
        }
        guard try StaffPlan.close(plan, as: .revoked, reason: "", from: [.planned, .failed], in: ruled, at: now, tx) else {
            throw Denial.conflict(.planClosed)
        }
        try tx.leave(Trace("movement.plan-revoked", about: "plan:\(plan.number)", was: try row.text("state"), became: "revoked"), by: viewer, at: now)
    }
}
