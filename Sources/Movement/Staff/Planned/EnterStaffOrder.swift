import Accounts
import Kernel
import School
import Storage

/// An order about a member of staff is entered: done at once if its day has come, else planned and done on that day by itself
/// (REQUIREMENTS A06–A08, A17, A30). Whoever enters it must have the right to it now; all else is judged again on the day.
public struct EnterStaffOrder: Verb {
    public let change: StaffChange
    /// Missing for the end of an appointment, which says whose it is.
    public let person: ID<Person>?
    public let day: Day
    public let order: OrderDraft
    public init(_ change: StaffChange, of person: ID<Person>?, on day: Day, order: OrderDraft) {
        self.change = change
        self.person = person
        self.day = day
        self.order = order
    }

    /// Days ahead for which an order may be entered.
    static let farthest = 366

    public enum Outcome: Hashable, Sendable {
        case appointed(ID<Appointment>), ended
        /// It waits for its day.
        case planned(Int64)
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Outcome {
        let ruled = try MovementAccess.moved(by: viewer), today = viewer.zone.day(of: now)
        guard day > today else { return try done(by: viewer, at: now, in: tx) }
        guard day <= today + Self.farthest else { throw Denial.invalid(field: field, .tooFarAhead) }
        try order.check(today: today)
        let (person, role) = try checked(ruled, viewer, tx), order = try OrderStore.note(order, in: ruled, at: now, tx)
        guard let plan = try StaffPlanStore.add(change, of: person, as: role, on: day, order: order, in: ruled, at: now, tx) else {
            throw Denial.conflict(.staffPlannedAlready)
        }
        let words = [change.word, role?.rawValue].compactMap { $0 }.joined(separator: ":")
        try tx.leave(
            Trace("movement.staff-planned", about: "person:\(person.number)/plan:\(plan.number)", became: "\(words):\(day)"), by: viewer, at: now)
        return .planned(plan.number)
    }

    /// What the form calls the day.
    private var field: String {
        switch change {
        case .appoint: "since"
        case .end: "on"
        case .dismiss: "day"
        }
    }

    func done(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Outcome {
        switch change {
        case .appoint(let role, let schoolClass):
            return .appointed(try Appoint(try whom, as: role, of: schoolClass, since: day, order: order).run(by: viewer, at: now, in: tx))
        case .end(let appointment):
            try EndAppointment(appointment, on: day, order: order).run(by: viewer, at: now, in: tx)
        case .dismiss:
            try DismissStaff(try whom, on: day, order: order).run(by: viewer, at: now, in: tx)
        }
        return .ended
    }

    private var whom: ID<Person> {
        get throws {
            guard let person else { throw Denial.notFound }
            return person
        }
    }

    /// What can be known of it before the day: that it is this viewer's to order, and makes sense now.
    private func checked(_ school: RuledSchool, _ viewer: Viewer, _ tx: Transaction) throws -> (ID<Person>, Role?) {
        switch change {
        case .appoint(let role, let schoolClass):
            try Appoint(try whom, as: role, of: schoolClass, since: day, order: order).check(school, viewer, tx)
            return (try whom, role)
        case .end(let appointment):
            let ended = try EndAppointment(appointment, on: day, order: order).found(school, viewer, tx)
            return (ended.person, ended.role)
        case .dismiss:
            guard let leaver = try AppointmentStore.candidate(try whom, in: school, tx), !leaver.roles.isEmpty else { throw Denial.notFound }
            guard leaver.roles.allSatisfy({ AccountsAccess.mayGive($0, viewer) }) else { throw Denial.forbidden(.notYoursToGive) }
            return (leaver.id, nil)
        }
    }
}

extension StaffChange {
    var word: String {
        switch self {
        case .appoint: StaffPlan.Act.appoint.rawValue
        case .end: StaffPlan.Act.end.rawValue
        case .dismiss: StaffPlan.Act.dismiss.rawValue
        }
    }
}
