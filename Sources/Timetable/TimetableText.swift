import Kernel

/// Every word of the timetable. Each comment is the translator's context.
protocol TimetableText: Sendable {
    /// A slot was placed on a lesson number for which no bell rings.
    var noBell: String { get }
    var wrongBell: String { get }
    /// The academic year has no plan for these days.
    var outsideYear: String { get }
    /// Title of the page of the bells.
    var bells: String { get }
    var bellsHint: String { get }
    var usualBells: String { get }
    /// A further schedule: a short day, a Saturday.
    var addBells: String { get }
    var bellsName: String { get }
    var bellsNameHint: String { get }
    var change: String { get }
    /// The arrow at the head of a page.
    var back: String { get }
    var noBellsYet: String { get }
    var noBellsYetHint: String { get }
    /// Beside the schedule by which it rings today.
    var holdsToday: String { get }
    /// The schedule has neither weekdays nor days.
    var neverHolds: String { get }
    /// Head of the column with the numbers of lessons.
    var lesson: String { get }
    var begins: String { get }
    var ends: String { get }
    /// Head of the column with the length of the break after the lesson.
    var rest: String { get }
    var onWeekdays: String { get }
    var onDays: String { get }
    var onDaysHint: String { get }
    var day: String { get }
    var emptyRowsHint: String { get }
    var showWhatMoves: String { get }
    var removeBells: String { get }
    var nothingMoves: String { get }
    var save: String { get }
    var backAndCorrect: String { get }
    var bellsOverlap: String { get }
    var endsBeforeBegins: String { get }
    var noTime: String { get }
    var noBells: String { get }
    var bellsNameTaken: String { get }
    var weekdayTaken: String { get }
    var dayTaken: String { get }
    var tooManyDays: String { get }
    /// Refusal for those who do not set bells.
    var onlyTimetable: String { get }
    /// Length of a break.
    func minutes(_ count: Int) -> String
    func lessonBegins(_ number: Int) -> String
    func lessonEnds(_ number: Int) -> String
    /// «3 урок»
    func lessonNumber(_ number: Int) -> String
    func lessons(_ count: Int) -> String
    func lessonsMove(_ count: Int) -> String
    func lessonsWithoutBell(_ count: Int) -> String
    func between(_ from: String, _ until: String) -> String
    func andMore(_ count: Int) -> String
}

extension Language {
    var timetable: any TimetableText {
        switch self {
        case .ru: TimetableRussian()
        case .en: TimetableEnglish()
        }
    }
}

extension Denial.Reason {
    static let noBell = Denial.Reason("timetable.no-bell") { $0.timetable.noBell }
    static let wrongBell = Denial.Reason("timetable.wrong-bell") { $0.timetable.wrongBell }
    static let bellsOverlap = Denial.Reason("timetable.bells-overlap") { $0.timetable.bellsOverlap }
    static let endsBeforeBegins = Denial.Reason("timetable.ends-before-begins") { $0.timetable.endsBeforeBegins }
    static let noTime = Denial.Reason("timetable.no-time") { $0.timetable.noTime }
    static let noBells = Denial.Reason("timetable.no-bells") { $0.timetable.noBells }
    static let bellsNameTaken = Denial.Reason("timetable.bells-name-taken") { $0.timetable.bellsNameTaken }
    static let weekdayTaken = Denial.Reason("timetable.weekday-taken") { $0.timetable.weekdayTaken }
    static let dayTaken = Denial.Reason("timetable.day-taken") { $0.timetable.dayTaken }
    static let tooManyDays = Denial.Reason("timetable.too-many-days") { $0.timetable.tooManyDays }
    static let onlyTimetable = Denial.Reason("timetable.only-timetable") { $0.timetable.onlyTimetable }
    static let outsideYear = Denial.Reason("timetable.outside-year") { $0.timetable.outsideYear }
}
