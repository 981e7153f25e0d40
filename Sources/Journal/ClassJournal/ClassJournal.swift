import Kernel
import School
import Timetable

/// A part of the year for which a class journal is shown: a term, or the whole year in a school without terms.
struct Span: Hashable, Sendable {
    let term: ID<Term>?
    let name: String
    let days: ClosedRange<Day>
    var isClosed = false
    var length: Int { days.upperBound - days.lowerBound }
}

/// A lesson as a column of the class journal.
struct JournalColumn: Sendable {
    let id: ID<Lesson>
    let day: Day
    let number: Int
    let ends: Moment
    let record: LessonRecord
    /// Whether the reader keeps this lesson's journal, or only reads it.
    let isKept: Bool
    /// It belongs to a closed term: it is changed on the lesson's own page, with a reason.
    let isClosed: Bool
}

/// Pupils × lessons of one course in one term.
struct ClassJournal: Sendable {
    let course: Course
    let span: Span
    let spans: [Span]
    let columns: [JournalColumn]
    let pupils: [Pupil]
    /// Row by row: pupil × column.
    let entries: [Entry?]

    func row(_ pupil: Int) -> ArraySlice<Entry?> { entries[pupil * columns.count..<(pupil + 1) * columns.count] }

    /// The mean of a pupil's marks in the term, in hundredths.
    func average(ofRow pupil: Int) -> Int? {
        let marks = row(pupil).compactMap { $0?.mark?.number }
        return Mark.average(sum: marks.reduce(0, +), count: marks.count)
    }
}

/// A line of the list of journals.
struct CourseLine: Sendable {
    let course: Course
    /// When it meets next, or meets now.
    let next: Moment?
    /// Lessons of the last days that have no topic yet.
    let missing: Int
}

/// The journal's first page: what of the school's journals is whose business.
struct JournalIndex: Sendable {
    let day: [DayLesson]
    /// The courses the reader teaches.
    var own: [CourseLine] = []
    /// Those of which they hold lessons in another's place.
    var substituted: [CourseLine] = []
    /// Those of the classes they lead, held by others.
    var led: [CourseLine] = []
    /// All classes of the school, for its heads.
    var classes: [SchoolClass] = []
    /// Those of years before, and those the reader led.
    var former: [FormerClass] = []
    var isEmpty: Bool { day.isEmpty && own.isEmpty && substituted.isEmpty && led.isEmpty && classes.isEmpty }
}

/// A class of a year before, or one the reader led; its journal is read and not kept.
struct FormerClass: Sendable, Hashable {
    let id: ID<SchoolClass>
    let name: String
    /// «2025/26»
    let year: String
}
