import Kernel

/// An academic year.
public struct YearInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let starts: Day
    public let ends: Day
    public init(id: Int64, name: String, starts: Day, ends: Day) {
        self.id = id
        self.name = name
        self.starts = starts
        self.ends = ends
    }
}

/// A year with its terms and classes.
public struct YearSheetInfo: Codable, Sendable {
    public let year: YearInfo
    public let terms: [YearPartInfo]
    public let classes: [ClassLineInfo]
    public init(year: YearInfo, terms: [YearPartInfo], classes: [ClassLineInfo]) {
        self.year = year
        self.terms = terms
        self.classes = classes
    }
}

/// A part of a year; `kind` is `quarter`, `trimester`, `halfYear` or `year`.
public struct YearPartInfo: Codable, Sendable {
    public let id: Int64
    public let kind: String
    public let name: String
    public let starts: Day
    public let ends: Day
    /// Milliseconds since 1970; missing while the term is open.
    public let closedAt: Int64?
    public init(id: Int64, kind: String, name: String, starts: Day, ends: Day, closedAt: Int64? = nil) {
        self.id = id
        self.kind = kind
        self.name = name
        self.starts = starts
        self.ends = ends
        self.closedAt = closedAt
    }
}

/// A class in the school's list. `year` is missing for a college's group.
public struct ClassLineInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let year: Int?
    public let classTeachers: [String]
    public let pupils: Int
    public init(id: Int64, name: String, year: Int?, classTeachers: [String], pupils: Int) {
        self.id = id
        self.name = name
        self.year = year
        self.classTeachers = classTeachers
        self.pupils = pupils
    }
}

/// One class with all that belongs to it.
public struct ClassCardInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let pupils: [SeatInfo]
    public let groups: [GroupInfo]
    public init(id: Int64, name: String, pupils: [SeatInfo], groups: [GroupInfo]) {
        self.id = id
        self.name = name
        self.pupils = pupils
        self.groups = groups
    }
}

/// A pupil's place in a class.
public struct SeatInfo: Codable, Sendable {
    public let person: Int64
    public let name: String
    public let since: Day
    public init(person: Int64, name: String, since: Day) {
        self.person = person
        self.name = name
        self.since = since
    }
}

/// A group of a class and the numbers of its pupils.
public struct GroupInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public let pupils: [Int64]
    public init(id: Int64, name: String, pupils: [Int64]) {
        self.id = id
        self.name = name
        self.pupils = pupils
    }
}

/// One who works in the school.
public struct StaffInfo: Codable, Sendable {
    public let person: Int64
    public let name: String
    public let roles: [String]
    /// Names of the classes they lead.
    public let leads: [String]
    public init(person: Int64, name: String, roles: [String], leads: [String]) {
        self.person = person
        self.name = name
        self.roles = roles
        self.leads = leads
    }
}

/// A subject of the school's list.
public struct SubjectInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public init(id: Int64, name: String) {
        self.id = id
        self.name = name
    }
}

/// Opens a year, or puts its dates right.
public struct YearBody: Codable, Sendable {
    public let name: String
    public let starts: Day
    public let ends: Day
    public init(name: String, starts: Day, ends: Day) {
        self.name = name
        self.starts = starts
        self.ends = ends
    }
}

/// A part of a year to be added.
public struct TermBody: Codable, Sendable {
    public let kind: String
    public let name: String
    public let starts: Day
    public let ends: Day
    public init(kind: String, name: String, starts: Day, ends: Day) {
        self.kind = kind
        self.name = name
        self.starts = starts
        self.ends = ends
    }
}

/// A class to be added or changed.
public struct ClassBody: Codable, Sendable {
    public let name: String
    public let year: Int?
    public init(name: String, year: Int?) {
        self.name = name
        self.year = year
    }
}

/// What a thing is called.
public struct NameBody: Codable, Sendable {
    public let name: String
    public init(name: String) { self.name = name }
}

/// The pupils of a group, all of them, from a day on.
public struct MembersBody: Codable, Sendable {
    public let pupils: [Int64]
    public let since: Day
    public init(pupils: [Int64], since: Day) {
        self.pupils = pupils
        self.since = since
    }
}

/// The number under which something new is known.
public struct Made: Codable, Sendable {
    public let id: Int64
    public init(id: Int64) { self.id = id }
}
