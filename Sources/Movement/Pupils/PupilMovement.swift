import Kernel
import School

/// One line of the movement book: a pupil came, went or changed classes, by an order.
public struct PupilMovement: Sendable {
    /// How the book names what happened (REQUIREMENTS A29, A30).
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case enrolment, `return`, transfer, departure, promotion, graduation
        /// The pupil leaves the school.
        public var isLeaving: Bool { self == .departure || self == .graduation }
    }
    public let id: ID<PupilMovement>
    public let kind: Kind
    public let pupil: Pupil
    public let from: String?
    public let to: String?
    /// The first day on which the new state holds.
    public let day: Day
    public let order: SchoolOrder
    /// Where from or where to, in the order's words; may be empty.
    public let place: String
    public let isUndone: Bool
    /// Nothing has happened to the pupil since: it can be taken back.
    public let isLast: Bool
}

/// What is to be done with pupils.
public enum MovementAct: Hashable, Sendable {
    /// Into a class; one who has been in the school before is taken back.
    case enrol(into: ID<SchoolClass>)
    case transfer(to: ID<SchoolClass>)
    case expel

    public var target: ID<SchoolClass>? {
        switch self {
        case .enrol(let target), .transfer(let target): target
        case .expel: nil
        }
    }
    public var word: String {
        switch self {
        case .enrol: "enrol"
        case .transfer: "transfer"
        case .expel: "expel"
        }
    }
}

/// What a movement would do to one pupil, or why it cannot be.
struct MovementPreview: Sendable {
    let pupil: Pupil
    let from: String?
    let refusal: Denial.Reason?
    /// Who would lose or get back the way to the child's diary.
    let guardians: [PersonName]
}

/// Comings and goings of one class between two days.
struct ClassCount: Sendable {
    let schoolClass: SchoolClass
    let atStart: Int
    let came: Int
    let left: Int
    let atEnd: Int
}
