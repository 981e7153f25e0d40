import Kernel
import School

/// One doing of the yearly promotion, by one order; undone as a whole.
public struct Promotion: Sendable {
    public let id: ID<Promotion>
    public let from: String
    public let to: String
    public let order: SchoolOrder
    public let at: Moment
    public let pupils: Int
    public let isUndone: Bool
}

/// What becomes of one class (REQUIREMENTS A14; issue: «7А → 8А»).
public struct PromotionChoice: Hashable, Sendable {
    public enum Act: String, Hashable, Sendable, CaseIterable, Codable {
        /// Its pupils go on into a class of the next year.
        case carry
        /// Its pupils leave the school.
        case graduate
        /// Nothing is done with it.
        case leave
    }
    /// What becomes of a pupil for whom the class's rule does not hold.
    public enum Exception: String, Hashable, Sendable, CaseIterable, Codable {
        case carry, graduate
        /// Learns the same year again.
        case again
        /// Stays where they are; somebody decides later.
        case leave
    }
    public let schoolClass: ID<SchoolClass>
    public var act: Act
    /// The class of the next year.
    public var name: String
    public var keepsLeader: Bool
    public var copiesGroups: Bool
    public var copiesCourses: Bool
    public var exceptions: [ID<Person>: Exception]
    public init(
        _ schoolClass: ID<SchoolClass>, _ act: Act, name: String, keepsLeader: Bool = true, copiesGroups: Bool = true, copiesCourses: Bool = true,
        exceptions: [ID<Person>: Exception] = [:]
    ) {
        self.schoolClass = schoolClass
        self.act = act
        self.name = name
        self.keepsLeader = keepsLeader
        self.copiesGroups = copiesGroups
        self.copiesCourses = copiesCourses
        self.exceptions = exceptions
    }

    /// What is done with one pupil.
    func fate(of pupil: ID<Person>) -> Exception {
        if let exception = exceptions[pupil] { return exception }
        return switch act {
        case .carry: .carry
        case .graduate: .graduate
        case .leave: .leave
        }
    }
}

/// A class as the promotion's page shows it, with what is proposed.
struct PromotionLine: Sendable {
    let schoolClass: SchoolClass
    let pupils: [Pupil]
    let leaders: [PersonName]
    let groups: Int
    let courses: Int
    let proposal: PromotionChoice
}

struct PromotionSheet: Sendable {
    let from: AcademicYear
    /// Missing until the next year is open.
    let to: AcademicYear?
    let lines: [PromotionLine]
    /// Names of the first classes the next year begins with, as this year's are called.
    let first: [String]
    let done: [Promotion]
}

extension SchoolClass {
    /// «8А» after «7А»; the name as it is where it does not begin with the year.
    var nameOfNextYear: String {
        let digits = name.prefix { $0.isASCII && $0.isNumber }
        guard let year, Int(digits) == year else { return name }
        return "\(year + 1)" + name.dropFirst(digits.count)
    }

    /// The ninth and the eleventh class finish a level of schooling; those who go on are chosen.
    var isLastOfLevel: Bool { year == 9 || year == 11 }
}
