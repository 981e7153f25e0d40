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
    var longName: String { get }
    var noDate: String { get }
    var notChosen: String { get }
    var wrongParallel: String { get }
    /// The pupil is in another class already (one class at a time).
    var inAnotherClass: String { get }

    // MARK: The pages
    /// Title of the page about years, classes and staff; and what is there.
    var structure: String { get }
    var structureHint: String { get }
    var years: String { get }
    /// What may come after a year that ends in this calendar year: «2027/28».
    func nextYear(_ year: Int) -> String
    func yearTitle(_ name: String) -> String
    func classesOf(_ year: String) -> String
    var noYears: String { get }
    var noYearsHint: String { get }
    var noClasses: String { get }
    var noLeader: String { get }
    var terms: String { get }
    /// Heading, state and buttons: a term is closed, its journals change only with a reason.
    var closings: String { get }
    var closingsHint: String { get }
    func closed(on date: String, by name: String) -> String
    var closeTerm: String { get }
    var reopenTerm: String { get }
    var notClosed: String { get }
    /// Not over yet.
    func goesOn(until date: String) -> String
    var onlyHeadsClose: String { get }
    var termGoesOn: String { get }
    var termIsClosed: String { get }
    func termName(_ kind: Term.Kind) -> String
    /// Heading over ways to further pages about the school.
    var alsoHere: String { get }
    var teachingStaff: String { get }
    var subjects: String { get }
    func subjectCount(_ count: Int) -> String
    func courseCount(_ count: Int) -> String
    /// «кл. рук. 7А, 8Б»
    func leads(_ classes: String) -> String
    var openYear: String { get }
    var yearName: String { get }
    var begins: String { get }
    var ends: String { get }
    var save: String { get }
    var add: String { get }
    var addSubject: String { get }
    var subjectName: String { get }
    var addTerm: String { get }
    var kind: String { get }
    var name: String { get }
    var addClass: String { get }
    var className: String { get }
    var classNameHint: String { get }
    var parallel: String { get }
    var parallelHint: String { get }
    func classTitle(_ name: String) -> String
    var classTeacher: String { get }
    /// «с 1 сентября»
    func since(_ date: String) -> String
    var appointByOrder: String { get }
    var pupilList: String { get }
    var noPupils: String { get }
    var moveByOrder: String { get }
    var courses: String { get }
    var noTeacher: String { get }
    var groups: String { get }
    var noGroups: String { get }
    var groupName: String { get }
    var addGroup: String { get }
    var renameGroup: String { get }
    var addCourse: String { get }
    var subject: String { get }
    var choose: String { get }
    var audience: String { get }
    var wholeClass: String { get }
    var teacher: String { get }
    var changeClass: String { get }
    /// Why two people are not made one.
    var ownGuardian: String { get }
    var bothTeach: String { get }
    /// Headings and labels of what is kept about a person.
    var ownClasses: String { get }
    var ownClass: String { get }
    var ownSince: String { get }
    var until: String { get }
    var guardians: String { get }
    var children: String { get }
    var ownCourses: String { get }
    var personName: String { get }
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
    public static let alreadyThere = Denial.Reason("school.already-there") { $0.school.alreadyThere }
    public static let wrongDates = Denial.Reason("school.wrong-dates") { $0.school.wrongDates }
    public static let emptyName = Denial.Reason("school.empty-name") { $0.school.emptyName }
    public static let longName = Denial.Reason("school.long-name") { $0.school.longName }
    public static let noDate = Denial.Reason("school.no-date") { $0.school.noDate }
    public static let notChosen = Denial.Reason("school.not-chosen") { $0.school.notChosen }
    static let onlyHeadsClose = Denial.Reason("school.only-heads-close") { $0.school.onlyHeadsClose }
    static let termGoesOn = Denial.Reason("school.term-goes-on") { $0.school.termGoesOn }
    static let termIsClosed = Denial.Reason("school.term-is-closed") { $0.school.termIsClosed }
    static let wrongParallel = Denial.Reason("school.wrong-parallel") { $0.school.wrongParallel }
    static let ownGuardian = Denial.Reason("school.own-guardian") { $0.school.ownGuardian }
    static let bothTeach = Denial.Reason("school.both-teach") { $0.school.bothTeach }
    public static let inAnotherClass = Denial.Reason("school.in-another-class") { $0.school.inAnotherClass }
}
