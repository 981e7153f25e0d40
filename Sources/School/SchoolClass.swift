import Kernel

/// A class of one academic year: «7А». A college's group has no `year`.
public struct SchoolClass: Hashable, Sendable {
    public let id: ID<SchoolClass>
    public let school: ID<School>
    public let year: Int?
    public let name: String
    public init(id: ID<SchoolClass>, school: ID<School>, year: Int?, name: String) {
        self.id = id
        self.school = school
        self.year = year
        self.name = name
    }

    /// 9А stands before 10А.
    static func sortKey(year: Int?, name: String) -> String {
        let number = year ?? 99
        return (number < 10 ? "0" : "") + "\(number) " + TextKey.of(name)
    }
}

/// A dated subset of a class for one course: «англ. 1».
public struct StudyGroup: Hashable, Sendable {
    public let id: ID<StudyGroup>
    public let name: String
}

public struct Subject: Hashable, Sendable {
    public let id: ID<Subject>
    public let name: String
}

public struct AcademicYear: Hashable, Sendable {
    public let id: ID<AcademicYear>
    public let name: String
    public let starts: Day
    public let ends: Day
    public init(id: ID<AcademicYear>, name: String, starts: Day, ends: Day) {
        self.id = id
        self.name = name
        self.starts = starts
        self.ends = ends
    }
}

/// A quarter, a trimester, a half-year or the whole year.
public struct Term: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case quarter, trimester, halfYear, year }
    public let id: ID<Term>
    public let kind: Kind
    public let number: Int
    public let name: String
    public let starts: Day
    public let ends: Day
    /// Since when it is closed, and by whom: what stands in its journals then changes only with a reason (REQUIREMENTS E15).
    public struct Closing: Hashable, Sendable {
        public let at: Moment
        public let by: PersonName
    }
    public let closing: Closing?
    public init(id: ID<Term>, kind: Kind, number: Int, name: String, starts: Day, ends: Day, closing: Closing? = nil) {
        self.closing = closing
        self.id = id
        self.kind = kind
        self.number = number
        self.name = name
        self.starts = starts
        self.ends = ends
    }
    public var days: ClosedRange<Day> { starts...ends }
}
