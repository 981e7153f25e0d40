import Kernel

/// Every word of the school's order. Each comment is the translator's context.
protocol SchoolText: Sendable {
    /// Heading over the school's figures on the administrator's first screen.
    var school: String { get }
    func classes(_ count: Int) -> String
    func pupils(_ count: Int) -> String
    func staff(_ count: Int) -> String
    /// How many people have no login yet, so they cannot come in.
    func withoutLogin(_ count: Int) -> String
    /// A class cannot be made twice in one year.
    var alreadyThere: String { get }
    var wrongDates: String { get }
    var emptyName: String { get }
    /// The pupil is in another class already (one class at a time).
    var inAnotherClass: String { get }
}

extension Language {
    var school: any SchoolText {
        switch self {
        case .ru: SchoolRussian()
        case .en: SchoolEnglish()
        }
    }
}

extension Denial.Reason {
    static let alreadyThere = Denial.Reason("school.already-there") { $0.school.alreadyThere }
    static let wrongDates = Denial.Reason("school.wrong-dates") { $0.school.wrongDates }
    static let emptyName = Denial.Reason("school.empty-name") { $0.school.emptyName }
    public static let inAnotherClass = Denial.Reason("school.in-another-class") { $0.school.inAnotherClass }
}
