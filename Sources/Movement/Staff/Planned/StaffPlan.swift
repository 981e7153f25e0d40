import Accounts
import Kernel
import School
import Storage

/// What an order says of a member of staff.
public enum StaffChange: Hashable, Sendable {
    case appoint(Role, of: ID<SchoolClass>?)
    case end(ID<Appointment>)
    case dismiss
}

/// An appointment or a dismissal by an order that is signed already and whose day is still to come. No right changes before that day.
struct StaffPlan: PlannedByOrder {
    static let table: SQL = "planned_staff"
    enum Act: String, Sendable, CaseIterable { case appoint, end, dismiss }
    let id: ID<StaffPlan>
    let act: Act
    let person: ID<Person>
    let name: PersonName
    /// Missing for a dismissal.
    let role: Role?
    let schoolClass: String?
    let day: Day
    let order: SchoolOrder
    let state: PlannedMovement.State
    /// Why it could not be done.
    let refusal: Denial.Reason?

    /// All that may stand in the way on the day.
    private static let refusals: [Denial.Reason] = [
        .appointedAlready, .onlyDeputies, .onlyTeachers, .beforeAppointment, .notYoursToGive, .lastOfRole, .changedSince,
    ]
    static func refusal(_ code: String) -> Denial.Reason? { code.isEmpty ? nil : refusals.first { $0.code == code } ?? .changedSince }
}
