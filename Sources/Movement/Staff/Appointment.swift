import Kernel
import School

/// A role that was given by an order; for a class teacher, with the class (REQUIREMENTS A06–A08, A17).
public struct Appointment: Sendable {
    public let id: ID<Appointment>
    public let role: Role
    public let person: ID<Person>
    public let name: PersonName
    public let schoolClass: String?
    public let since: Day
    public let order: SchoolOrder
}

/// A role in force, with the appointment that gave it if there is one: an imported role has no order yet.
struct Holder: Sendable {
    let role: Role
    let person: ID<Person>
    let name: PersonName
    let schoolClass: SchoolClass?
    let since: Day
    let appointment: Appointment?
}

/// One whom a role may be given.
struct Candidate: Sendable {
    let id: ID<Person>
    let name: PersonName
    let roles: Set<Role>
    /// Has a login already.
    let hasJoined: Bool
}

/// A course that nobody of the school's staff teaches: a task after a dismissal.
struct OrphanCourse: Sendable {
    let course: ID<Course>
    let subject: String
    let schoolClass: SchoolClass
}
