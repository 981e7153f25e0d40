import Kernel
import School

/// What the book's page was asked for; by default the running year until today.
struct BookQuery: Sendable {
    let from: Day?
    let to: Day?
    let schoolClass: ID<SchoolClass>?
    let kind: PupilMovement.Kind?

    func filter(in year: AcademicYear?, today: Day) -> MovementStore.Filter {
        let first = from ?? year?.starts ?? today - 365, last = to ?? max(today, first)
        return MovementStore.Filter(days: min(first, last)...max(first, last), schoolClass: schoolClass, kind: kind)
    }
}

/// The movement book over a period.
struct BookSheet: Sendable {
    let filter: MovementStore.Filter
    let lines: [PupilMovement]
    let counts: [ClassCount]
    let plans: [PlannedMovement]
}

/// A class whose pupils may be moved, and where to.
struct MoveSheet: Sendable {
    let origin: SchoolClass
    let pupils: [Pupil]
    let classes: [(schoolClass: SchoolClass, year: String)]
}

/// Pupils in no class: those entered but not enrolled, those who have left.
struct PlaceSheet: Sendable {
    /// How the names looked for begin.
    let name: String
    let waiting: [Pupil]
    let gone: [Pupil]
    let classes: [(schoolClass: SchoolClass, year: String)]
}

/// What would be done, before it is.
struct MovePlan: Sendable {
    let request: MoveRequest
    let lines: [MovementPreview]
    var isPossible: Bool { lines.allSatisfy { $0.refusal == nil } }
}

/// An order with all that was done by it.
struct OrderSheet: Sendable {
    let order: SchoolOrder
    let lines: [PupilMovement]
    let plans: [PlannedMovement]
    let staffPlans: [StaffPlan]
    let appointments: [Appointment]
}
