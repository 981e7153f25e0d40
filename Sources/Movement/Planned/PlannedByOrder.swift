import Accounts
import Kernel
import Storage
import WebCore

/// What an order that is signed already does on a later day: a movement of a pupil, an appointment, a dismissal.
protocol PlannedByOrder: Sendable {
    /// Has `school_id`, `effective_on`, `state`, `reason`, `closed_by` and `closed_at`.
    static var table: SQL { get }
    var id: ID<Self> { get }
    var name: PersonName { get }
    var day: Day { get }
    var order: SchoolOrder { get }
    var state: PlannedMovement.State { get }
    /// Why it could not be done.
    var refusal: Denial.Reason? { get }
}

extension PlannedByOrder {
    /// Ends a plan that is not done. False if there is none such.
    static func close(
        _ id: ID<Self>, as state: PlannedMovement.State, reason: String, from: Set<PlannedMovement.State>, in school: RuledSchool, at now: Moment,
        _ tx: Transaction
    ) throws -> Bool {
        let by = school.ruler.person.number == 0 ? nil : school.ruler.person
        return try tx.first(
            """
            UPDATE \(table) SET state = \(state.rawValue), reason = \(reason), closed_by = \(by), closed_at = \(now)
            WHERE id = \(id) AND school_id = \(school.id) AND state IN \(list: from.map { Value.text($0.rawValue) }) RETURNING id
            """) != nil
    }

    /// Plans whose day has come by the school's own clock.
    static func due(at now: Moment, _ tx: Transaction) throws -> [(school: School, plan: ID<Self>)] {
        // No zone is more than a day ahead.
        let rows = try tx.rows(
            """
            SELECT v.id, v.school_id, v.effective_on FROM \(table) v WHERE v.state = 'planned' AND v.effective_on <= \(Zone.moscow.day(of: now) + 1)
            ORDER BY v.effective_on, v.id
            """)
        var schools: [ID<School>: School] = [:]
        return try rows.compactMap { row in
            let id: ID<School> = try row.id("school_id")
            if schools[id] == nil { schools[id] = try AccountsStore.school(id, tx) }
            guard let school = schools[id], try row.day("effective_on") <= school.zone.day(of: now) else { return nil }
            return (school, try row.id("id"))
        }
    }
}

/// The day has come and what was planned cannot be: it waits for somebody to look.
struct NotePlanFailure<Plan: PlannedByOrder>: Verb {
    let plan: ID<Plan>
    let reason: Denial.Reason

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard try Plan.close(plan, as: .failed, reason: reason.code, from: [.planned], in: ruled, at: now, tx) else { return }
        try tx.leave(Trace("movement.plan-failed", about: "plan:\(plan.number)", was: "planned", became: reason.code), by: viewer, at: now)
        try TaskTelling.failed(in: ruled.id, at: now, tx)
    }
}

/// Does all whose day has come, each in a transaction of its own: one that cannot be does not hold up the others. The right to it was judged when
/// the order was entered.
struct DuePlans<Plan: PlannedByOrder>: Sendable {
    let site: Site
    let now: Moment

    /// `doer` is by whose right a school's plan is done.
    func run<Doing: Verb>(by doer: @Sendable (School) -> Viewer, _ doing: (ID<Plan>) -> Doing) async throws {
        let now = now
        for (school, plan) in try await site.read({ tx in try Plan.due(at: now, tx) }) {
            let nobody = doer(school)
            do {
                _ = try await site.perform(doing(plan), by: nobody, at: now)
            } catch let denial as Denial {
                try await site.perform(NotePlanFailure(plan: plan, reason: denial.reason ?? .changedSince), by: nobody, at: now)
            }
        }
    }
}

extension Denial {
    fileprivate var reason: Reason? {
        switch self {
        case .forbidden(let reason), .invalid(_, let reason), .conflict(let reason): reason
        case .signInFirst, .proveAgain, .notFound, .wait: nil
        }
    }
}
