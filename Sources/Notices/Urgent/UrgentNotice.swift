import Kernel
import School

/// What the school's head tells everybody at once, by night as well (PRODUCT N16): the words, and why they could not wait.
struct UrgentNotice: Hashable, Sendable {
    let id: ID<UrgentNotice>
    let words: String
    let reason: String
    let sender: PersonName
    let sentAt: Moment
}

/// One that was sent, for those who may send: to how many, and how many have seen it.
struct SentUrgent: Sendable {
    let notice: UrgentNotice
    let audience: UrgentAudience.Kind
    let people: Int
    let seen: Int
}

/// Whom it is for.
enum UrgentAudience: Hashable, Sendable {
    enum Kind: String, Sendable, CaseIterable { case school, staff, classes }
    /// Everyone who may come in.
    case school
    case staff
    /// The pupils of these classes, their guardians and class teachers.
    case classes(Set<ID<SchoolClass>>)

    /// - Throws: for an unknown word, and for classes of which none is named.
    init(_ word: String, classes: [Int64]) throws {
        switch Kind(rawValue: word) {
        case .school: self = .school
        case .staff: self = .staff
        case .classes where !classes.isEmpty: self = .classes(Set(classes.map { ID($0) }))
        case .classes: throw Denial.invalid(field: "classes", .chooseClasses)
        case nil: throw Denial.invalid(field: "to", .chooseAudience)
        }
    }

    var kind: Kind {
        switch self {
        case .school: .school
        case .staff: .staff
        case .classes: .classes
        }
    }
}

/// What would happen, before it does.
struct UrgentForecast: Hashable, Sendable {
    /// Who would be told.
    let people: Int
    /// Of them, those with a device or an address; the others see it when they open a page.
    let reachable: Int
    /// How many were sent since the first of the month.
    let sentThisMonth: Int
}
