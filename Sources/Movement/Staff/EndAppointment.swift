import Accounts
import Kernel
import School
import Storage

/// An appointment ends by another order, and with it the role or the class. The last director or administrator stays until there
/// is a successor.
public struct EndAppointment: Verb {
    public let appointment: ID<Appointment>
    public let on: Day
    public let order: OrderDraft
    public init(_ appointment: ID<Appointment>, on day: Day, order: OrderDraft) {
        self.appointment = appointment
        self.on = day
        self.order = order
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        let (role, person, schoolClass) = try found(ruled, viewer, tx), today = viewer.zone.day(of: now)
        guard on <= today else { throw Denial.invalid(field: "on", .dayInFuture) }
        try order.check(today: today)
        try take(role, from: person, schoolClass, by: viewer, at: now, tx)
        let order = try OrderStore.note(order, in: ruled, at: now, tx)
        try AppointmentStore.end(appointment, on: on, order: order, in: ruled, tx)
        try tx.leave(
            Trace("movement.appointment", about: "person:\(person.number)", was: role.rawValue, became: "order:\(order.number)"), by: viewer, at: now)
    }

    /// The appointment, if it is in force and the viewer's to end.
    func found(_ school: RuledSchool, _ viewer: Viewer, _ tx: Transaction) throws -> (role: Role, person: ID<Person>, schoolClass: ID<SchoolClass>?) {
        let row = try tx.first(
            "SELECT person_id, role, class_id, since FROM appointment WHERE id = \(appointment) AND school_id = \(school.id) AND until IS NULL")
        guard let row, let role = Role(rawValue: try row.text("role")) else { throw Denial.notFound }
        guard MovementAccess.mayAppoint(role, viewer) else { throw Denial.forbidden(.notYoursToGive) }
        guard try on >= row.day("since") else { throw Denial.invalid(field: "on", .beforeAppointment) }
        return (role, try row.id("person_id"), try row.optionalID("class_id"))
    }

    private func take(_ role: Role, from person: ID<Person>, _ schoolClass: ID<SchoolClass>?, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        // A role that was ended otherwise meanwhile is not ended twice.
        do {
            if let schoolClass {
                try DismissClassTeacher(person, of: schoolClass, on: on).run(by: viewer, at: now, in: tx)
            } else {
                try EndRole(role, of: person, on: on).run(by: viewer, at: now, in: tx)
            }
        } catch Denial.notFound {}
    }
}
