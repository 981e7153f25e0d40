import Kernel

/// A class as the school's list has it.
struct ClassLine: Sendable {
    let schoolClass: SchoolClass
    let leaders: [PersonName]
    let pupils: Int
}

/// One year of the school: its terms and classes.
struct YearSheet: Sendable {
    let year: AcademicYear
    let terms: [Term]
    let classes: [ClassLine]
}

/// The school's order at a glance.
struct StructureSheet: Sendable {
    /// The latest first.
    let years: [AcademicYear]
    let chosen: YearSheet?
    let subjects: Int
    let staff: Int
}

/// One class with all that belongs to it.
struct ClassCard: Sendable {
    struct Leader: Sendable { let id: ID<Person>, name: PersonName, since: Day }
    struct Seat: Sendable { let pupil: Pupil, since: Day }
    struct Group: Sendable { let group: StudyGroup, pupils: Set<ID<Person>> }
    let schoolClass: SchoolClass
    let year: AcademicYear
    let leaders: [Leader]
    let seats: [Seat]
    let groups: [Group]
    let courses: [Course]
}

/// One who works in the school, with all they are there (REQUIREMENTS A18, A37).
struct StaffLine: Sendable {
    let id: ID<Person>
    let name: PersonName
    let roles: [Role]
    /// Classes they lead, by name.
    let leads: [String]
    let courses: Int
}

struct SubjectLine: Sendable { let subject: Subject, courses: Int }
