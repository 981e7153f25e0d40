/// How large a school is made.
public enum Size: Sendable {
    /// 33 classes, about 900 pupils, 60 teachers.
    case full
    /// Two classes of eight and six teachers, for tests that need every page but not many people.
    case small

    /// Names and years of the classes.
    var classes: [(name: String, year: Int)] {
        switch self {
        case .full: (1...11).flatMap { year in ["А", "Б", "В"].map { ("\(year)\($0)", year) } }
        case .small: [("1А", 1), ("7А", 7)]
        }
    }

    /// The class whose lesson is on when a visitor comes: not of the first years, every day long enough.
    var shownClass: Int { classes.firstIndex { $0.year == 7 } ?? 0 }
    /// Classes whose families come by codes in the course of the year.
    var lateClasses: [Int] { self == .full ? [2, 13, 23] : [0] }
    /// Where consents were collected on paper.
    var paperClass: Int? { self == .full ? 9 : nil }
    /// Where of two who must sign one has.
    var halfClass: Int? { self == .full ? 25 : nil }
    /// Where a family has refused the electronic diary.
    var refusingClass: Int { self == .full ? 22 : shownClass }
    var departments: [Department] { self == .full ? Department.full : Department.small }
    var pupilsInClass: ClosedRange<Int> { self == .full ? 25...30 : 8...8 }
    /// How many teachers are parents of pupils of this school, too.
    var teachersWhoAreParents: Int { self == .full ? 6 : 1 }
    /// How many families have a second child here.
    var secondChild: Double { self == .full ? 0.18 : 0.4 }
    var deputies: Int { self == .full ? 3 : 1 }
}
