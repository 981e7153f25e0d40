import Accounts
import Kernel
import School
import Storage

/// Pupils come, change classes or go by an order, all of them or none (REQUIREMENTS A28–A30). What is to hold from a later day is
/// planned, and done on that day by itself.
public struct MovePupils: Verb {
    public let pupils: [ID<Person>]
    public let act: MovementAct
    public let day: Day
    public let order: OrderDraft
    public let place: String
    /// `place` says where from or where to, in up to 200 characters; it may be empty.
    public init(_ pupils: [ID<Person>], _ act: MovementAct, on day: Day, order: OrderDraft, place: String = "") {
        self.pupils = pupils
        self.act = act
        self.day = day
        self.order = order
        self.place = place
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer), today = viewer.zone.day(of: now)
        try check(today: today)
        let rules = MovementRules(school: ruled, today: today, tx: tx)
        try rules.check(day, for: act)
        let order = try OrderStore.note(order, in: ruled, at: now, tx)
        if rules.waits(day) {
            let planning = Planning(rules: rules, viewer: viewer, now: now, day: day)
            for pupil in pupils { try planning.plan(pupil, act, order: order, place: place) }
        } else {
            let moving = Moving(rules: rules, viewer: viewer, now: now, day: day, order: order, place: place)
            for pupil in pupils { try moving.move(pupil, act) }
        }
    }

    /// What can be said of the form itself, before anybody is looked at.
    func check(today: Day) throws {
        guard !pupils.isEmpty else { throw Denial.invalid(field: "pupil", .nobodyChosen) }
        guard place.count <= 200 else { throw Denial.invalid(field: "place", .longPlace) }
        try order.check(today: today)
    }
}
