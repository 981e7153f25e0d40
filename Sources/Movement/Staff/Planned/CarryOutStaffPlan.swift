import Accounts
import Kernel
import School
import Storage
import WebCore

/// What was planned for a member of staff is done, once, whoever of several nodes comes first.
struct CarryOutStaffPlan: Verb {
    let plan: ID<StaffPlan>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard let due = try StaffPlanStore.take(plan, in: ruled, at: now, tx) else { return }
        _ = try EnterStaffOrder(due.change, of: due.person, on: due.day, order: due.order).done(by: viewer, at: now, in: tx)
    }
}

/// The day has come and what was planned cannot be: it waits for somebody to look.
struct NoteStaffPlanFailure: Verb {
    let plan: ID<StaffPlan>
    let reason: Denial.Reason

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard try StaffPlanStore.close(plan, as: .failed, reason: reason.code, from: [.planned], in: ruled, at: now, tx) else { return }
        try tx.leave(Trace("movement.plan-failed", about: "plan:\(plan.number)", was: "planned", became: reason.code), by: viewer, at: now)
        try TaskTelling.failed(in: ruled.id, at: now, tx)
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
        guard try StaffPlanStore.close(plan, as: .revoked, reason: "", from: [.planned, .failed], in: ruled, at: now, tx) else {
            throw Denial.conflict(.planClosed)
        }
        try tx.leave(Trace("movement.plan-revoked", about: "plan:\(plan.number)", was: try row.text("state"), became: "revoked"), by: viewer, at: now)
    }
}

/// Does all whose day has come, each in a transaction of its own. The right to it was judged when the order was entered; it is done as the
/// director's, by whose order it is, so that the last administrator stays until there is a successor.
struct DueStaffPlans: Sendable {
    let site: Site
    let now: Moment

    func run() async throws {
        let now = now
        for (school, plan) in try await site.read({ tx in try StaffPlanStore.due(at: now, tx) }) {
            let nobody = Viewer(person: ID(0), name: PersonName(family: "", given: ""), hat: Hat(school: school, side: .staff, roles: [.director]))
            do {
                try await site.perform(CarryOutStaffPlan(plan: plan), by: nobody, at: now)
            } catch let denial as Denial {
                try await site.perform(NoteStaffPlanFailure(plan: plan, reason: denial.reason ?? .changedSince), by: nobody, at: now)
            }
        }
    }
}
