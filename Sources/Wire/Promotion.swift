import Kernel

/// What the yearly promotion starts from. `to` is missing until the next year is open.
public struct PromotionSheetInfo: Codable, Sendable {
    public let from: YearInfo
    public let to: YearInfo?
    public let classes: [PromotionClassInfo]
    /// Names proposed for the first classes that begin empty.
    public let first: [String]
    public let done: [PromotionInfo]
    public init(from: YearInfo, to: YearInfo?, classes: [PromotionClassInfo], first: [String], done: [PromotionInfo]) {
        self.from = from
        self.to = to
        self.classes = classes
        self.first = first
        self.done = done
    }
}

/// A class of the year that is left, with what is proposed for it.
public struct PromotionClassInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let pupils: [PromotedInfo]
    public let proposal: PromotionChoiceBody
    public init(id: Int64, name: String, pupils: [PromotedInfo], proposal: PromotionChoiceBody) {
        self.id = id
        self.name = name
        self.pupils = pupils
        self.proposal = proposal
    }
}

/// A pupil who is to be promoted.
public struct PromotedInfo: Codable, Sendable {
    public let person: Int64
    public let name: String
    public init(person: Int64, name: String) {
        self.person = person
        self.name = name
    }
}

/// What becomes of a class: `act` is `carry`, `graduate` or `leave`; `name` is that of the next year's class. What is missing is done as proposed.
public struct PromotionChoiceBody: Codable, Sendable {
    public let schoolClass: Int64
    public let act: String
    public let name: String
    public let keepsLeader: Bool?
    public let copiesGroups: Bool?
    public let copiesCourses: Bool?
    public let exceptions: [PromotionExceptionBody]
    public init(
        schoolClass: Int64, act: String, name: String, keepsLeader: Bool?, copiesGroups: Bool?, copiesCourses: Bool?, exceptions: [PromotionExceptionBody]
    ) {
        self.schoolClass = schoolClass
        self.act = act
        self.name = name
        self.keepsLeader = keepsLeader
        self.copiesGroups = copiesGroups
        self.copiesCourses = copiesCourses
        self.exceptions = exceptions
    }
}

/// A pupil for whom the class's rule does not hold: `fate` is `carry`, `graduate`, `again` or `leave`.
public struct PromotionExceptionBody: Codable, Sendable {
    public let person: Int64
    public let fate: String
    public init(person: Int64, fate: String) {
        self.person = person
        self.fate = fate
    }
}

/// The promotion by one order. Classes that are not named stay as they are. `from` is the year to be left, the running one if it is missing.
public struct PromotionBody: Codable, Sendable {
    public let from: Int64?
    public let choices: [PromotionChoiceBody]
    public let first: [String]
    public let order: String
    public let orderDate: Day
    public init(from: Int64?, choices: [PromotionChoiceBody], first: [String], order: String, orderDate: Day) {
        self.from = from
        self.choices = choices
        self.first = first
        self.order = order
        self.orderDate = orderDate
    }
}

/// What would become of whom, from this day on.
public struct PromotionPreviewInfo: Codable, Sendable {
    public let day: Day
    public let classes: [PromotionFateInfo]
    public let first: [String]
    public init(day: Day, classes: [PromotionFateInfo], first: [String]) {
        self.day = day
        self.classes = classes
        self.first = first
    }
}

/// The pupils of one class by what becomes of them; `to` is the class they go on into.
public struct PromotionFateInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let to: String?
    public let carried: [Int64]
    public let graduated: [Int64]
    public let again: [Int64]
    public let left: [Int64]
    public init(id: Int64, name: String, to: String?, carried: [Int64], graduated: [Int64], again: [Int64], left: [Int64]) {
        self.id = id
        self.name = name
        self.to = to
        self.carried = carried
        self.graduated = graduated
        self.again = again
        self.left = left
    }
}

/// The promotion under which all that was done can be undone; missing where there was nothing left to do.
public struct PromotionDoneInfo: Codable, Sendable {
    public let id: Int64?
    public init(id: Int64?) { self.id = id }
}

/// A promotion that was done.
public struct PromotionInfo: Codable, Sendable {
    public let id: Int64
    public let from: String
    public let to: String
    public let order: String
    public let orderDate: Day
    public let pupils: Int
    public let isUndone: Bool
    public init(id: Int64, from: String, to: String, order: String, orderDate: Day, pupils: Int, isUndone: Bool) {
        self.id = id
        self.from = from
        self.to = to
        self.order = order
        self.orderDate = orderDate
        self.pupils = pupils
        self.isUndone = isUndone
    }
}
