import Accounts
import Kernel
import School
import Storage
import WebCore

/// What was planned is done, once, whoever of several nodes comes first: the plan is taken and the pupil moved in one transaction.
struct CarryOutPlan: Verb {
    let plan: ID<PlannedMovement>
    init(_ plan: ID<PlannedMovement>) { self.plan = plan }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard let due = try PlanStore.take(plan, in: ruled, at: now, tx) else { return }
        let rules = MovementRules(school: ruled, today: viewer.zone.day(of: now), tx: tx)
        try rules.check(due.day, for: due.act)
        try Moving(rules: rules, viewer: viewer, now: now, day: due.day, order: due.order, place: due.place).move(due.pupil, due.act)
    }
}

/// The day has come and what was planned cannot be: it waits for somebody to look.
struct NotePlanFailure: Verb {
    let plan: ID<PlannedMovement>
    let reason: Denial.Reason

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard try PlanStore.close(plan, as: .failed, reason: reason.code, from: [.planned], in: ruled, at: now, tx) else { return }
        try tx.leave(Trace("movement.plan-failed", about: "plan:\(plan.number)", was: "planned", became: reason.code), by: viewer, at: now)
        try TaskTelling.failed(in: ruled.id, at: now, tx)
    }
}

/// Does all movements whose day has come, each in a transaction of its own: one that cannot be does not hold up the others. The right to
/// it was judged when the order was entered.
struct DuePlans: Sendable {
    let site: Site
    let now: Moment

    func run() async throws {
        let now = now
        for (school, plan) in try await site.read({ tx in try PlanStore.due(at: now, tx) }) {
            let nobody = Viewer.installer(of: school)
            do {
                try await site.perform(CarryOutPlan(plan), by: nobody, at: now)
            } catch let denial as Denial {
                try await site.perform(NotePlanFailure(plan: plan, reason: denial.reason ?? .changedSince), by: nobody, at: now)
            }
        }
    }
}

extension Denial {
    var reason: Reason? {
        switch self {
        case .forbidden(let reason), .invalid(_, let reason), .conflict(let reason): reason
        case .signInFirst, .proveAgain, .notFound, .wait: nil
        }
    }
}
