import Accounts
import Kernel
import School
import Storage

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
