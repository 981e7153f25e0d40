import Kernel

/// Every word the journal and the diary show. Each comment is the translator's context.
protocol JournalText: Sendable {
    // MARK: Values
    /// One letter, as written into a cell and typed on the keyboard.
    func letter(_ absence: Absence) -> String
    /// The same in words: «отсутствовал».
    func word(_ absence: Absence) -> String
    /// Read aloud before a mark that is only a digit on the page.
    var mark: String { get }
    /// A number with two decimals, from hundredths.
    func hundredths(_ number: Int) -> String
    /// «3-й урок»
    func lessonNumber(_ number: Int) -> String
    func room(_ room: String) -> String
    func pupils(_ count: Int) -> String

    /// Why two pupils are not made one.
    var bothMarked: String { get }
    /// Headings and labels of what is kept about a pupil.
    var ownMarks: String { get }
    var ownAttendance: String { get }
    var ownTold: String { get }
    var ownSubject: String { get }
    var ownDay: String { get }

    // MARK: A lesson's page
    var backToToday: String { get }
    var topic: String { get }
    var homework: String { get }
    /// Label of the field: for which day the homework is.
    func homework(for day: String) -> String
    var pupilsHeading: String { get }
    /// Link to the class journal.
    var wholeJournal: String { get }
    /// Names a pupil's four buttons, and the field of the mark, to those who do not see the row.
    func attendance(of pupil: String) -> String
    func mark(of pupil: String) -> String
    /// Under the list. The numbers may be places to be filled in later, so the words must fit any number.
    func count(away: String, late: String) -> String
    var undo: String { get }
    /// Button of a form without script.
    var save: String { get }
    var saved: String { get }
    var saving: String { get }
    var notSaved: String { get }
    /// Key on the pad under a thumb: takes the mark away.
    var erase: String { get }
    var keys: String { get }
    func lessonKeys(_ letters: String) -> String
    func gridKeys(_ letters: String) -> String
    /// Heading over the reason why a form was not accepted. What was typed is still in it.
    var notAccepted: String { get }
    var noPupils: String { get }
    var nothingWritten: String { get }

    // MARK: A closed term
    /// «1 четверть: период закрыт 5 ноября, Ритина Р.»
    func closedTerm(_ name: String, on date: String, by closer: String) -> String
    /// What its teacher may do now.
    var closedHint: String { get }
    /// Label: why it is changed.
    var amendReason: String { get }
    /// Link: prove who you are; and where one just has, once more.
    var proveFirst: String { get }
    var proveOnceMore: String { get }
    /// Read aloud with a date of the table, and over it.
    var termIsClosed: String { get }
    var closedColumns: String { get }
    var changeOnLessonPage: String { get }

    // MARK: The journal's first page and the class journal
    var backToJournals: String { get }
    var journalOf: String { get }
    var pupil: String { get }
    /// Column heading, short, and what it means.
    var averageShort: String { get }
    var average: String { get }
    var terms: String { get }
    var lessons: String { get }
    func openLesson(on day: String) -> String
    var topicsAndHomework: String { get }
    var noTopic: String { get }
    func withoutTopic(_ count: Int) -> String
    var noLessons: String { get }
    var noLessonsHint: String { get }
    func printed(_ day: String, _ time: String, _ name: String) -> String
    /// Heading over the journals of the class the reader leads.
    var ownClass: String { get }
    /// Heading over journals of which the reader holds some lessons in another's place.
    var substitutions: String { get }
    var classes: String { get }
    /// Of years before, and those the reader led.
    var formerClasses: String { get }
    var noCourses: String { get }
    var noCoursesHint: String { get }
    func nextLesson(_ day: String, _ time: String) -> String
    var isOn: String { get }

    // MARK: The diary
    var child: String { get }
    var weeks: String { get }
    /// «9–14» and, for those who only hear it, «ноября, прошлая неделя».
    var lastWeek: String { get }
    var nextWeek: String { get }
    /// A day of the week without lessons.
    func noLessons(on day: Day) -> String
    var noDiary: String { get }
    var noDiaryHint: String { get }

    // MARK: Today
    var noLessonsToday: String { get }
    var noLessonsTodayHint: String { get }
    var notBegun: String { get }
    func goesOn(_ minutes: Int) -> String
    var filled: String { get }
    var lacksTopic: String { get }
    func away(_ count: Int) -> String
    func gap(until time: String) -> String
    func substitute(_ name: String) -> String
    var notYours: String { get }
    var leftFromBefore: String { get }
    func andMore(_ count: Int) -> String
    func homeworkFor(_ day: String) -> String
    var noHomework: String { get }
    var marksToday: String { get }
    func forLesson(on day: String) -> String
    var toDiary: String { get }
    func yesterday(_ count: Int) -> String
    var thisWeek: String { get }
    var notFilled: String { get }

    // MARK: Refusals
    /// Refused, with what to do; what was typed waits on the page.
    var termClosed: String { get }
    func reasonTooLong(_ longest: Int) -> String
    var onlyTheTeacherKeeps: String { get }
    func markOffTheScale(_ scale: ClosedRange<Int>) -> String
    var noMarksInFirstYear: String { get }
    var lessonAhead: String { get }
    /// The pupil was not in the class, or its group, on the day of the lesson.
    var notInLesson: String { get }
    /// The family has refused the electronic diary: nothing of this pupil is written here.
    var keptOnPaper: String { get }
    /// Heading of a printed sheet with all marks of one pupil.
    var marksOnPaper: String { get }
    var absencesOnPaper: String { get }
    var nothingOnPaper: String { get }
    var awayGetsNoMark: String { get }
    var markedWasThere: String { get }
    var changedSince: String { get }
    func topicTooLong(_ longest: Int) -> String
    func homeworkTooLong(_ longest: Int) -> String
}

extension Language {
    var journal: any JournalText {
        switch self {
        case .ru: JournalRussian()
        case .en: JournalEnglish()
        }
    }
}

extension Denial.Reason {
    static let bothMarked = Denial.Reason("journal.both-marked") { $0.journal.bothMarked }
    public static let onlyTheTeacherKeeps = Denial.Reason("journal.only-the-teacher-keeps") { $0.journal.onlyTheTeacherKeeps }
    public static let termClosed = Denial.Reason("journal.term-closed") { $0.journal.termClosed }
    static let reasonTooLong = Denial.Reason("journal.reason-too-long") { $0.journal.reasonTooLong(Amendment.longest) }
    public static let markOffTheScale = Denial.Reason("journal.mark-off-the-scale") { $0.journal.markOffTheScale(Mark.Value.scale) }
    public static let noMarksInFirstYear = Denial.Reason("journal.no-marks-in-first-year") { $0.journal.noMarksInFirstYear }
    public static let lessonAhead = Denial.Reason("journal.lesson-ahead") { $0.journal.lessonAhead }
    public static let keptOnPaper = Denial.Reason("journal.kept-on-paper") { $0.journal.keptOnPaper }
    public static let notInLesson = Denial.Reason("journal.not-in-lesson") { $0.journal.notInLesson }
    public static let awayGetsNoMark = Denial.Reason("journal.away-gets-no-mark") { $0.journal.awayGetsNoMark }
    public static let markedWasThere = Denial.Reason("journal.marked-was-there") { $0.journal.markedWasThere }
    public static let changedSince = Denial.Reason("journal.changed-since") { $0.journal.changedSince }
    public static let topicTooLong = Denial.Reason("journal.topic-too-long") { $0.journal.topicTooLong(LessonTopic.longest) }
    public static let homeworkTooLong = Denial.Reason("journal.homework-too-long") { $0.journal.homeworkTooLong(Homework.Text.longest) }
}
