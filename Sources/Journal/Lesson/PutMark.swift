import Accounts
import Kernel
import School
import Storage
import Timetable

/// A teacher puts a mark, or changes it. Put twice, it is there once and leaves one trace.
public struct PutMark: Verb {
    public let lesson: ID<Lesson>
    public let pupil: ID<Person>
    public let value: Mark.Value
    public let expected: Expected<Mark.Value>
    /// For a lesson of a closed term.
    public let amendment: Amendment?
    public init(
        _ value: Mark.Value, for pupil: ID<Person>, at lesson: ID<Lesson>, expecting expected: Expected<Mark.Value> = .anything,
        amending amendment: Amendment? = nil
    ) {
        self.lesson = lesson
        self.pupil = pupil
        self.value = value
        self.expected = expected
        self.amendment = amendment
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Entry {
        let kept = try JournalAccess.kept(lesson, by: viewer, in: tx)
        let entry = try LessonStore.entry(of: pupil, in: kept, tx)
        guard entry.mark != value else { return entry }
        guard kept.lesson.course.schoolClass.hasMarks else { throw Denial.forbidden(.noMarksInFirstYear) }
        guard kept.lesson.day <= viewer.zone.day(of: now) else { throw Denial.invalid(field: "value", .lessonAhead) }
        guard entry.absence?.isAway != true else { throw Denial.invalid(field: "value", .awayGetsNoMark) }
        try expected.check(entry.mark)
        try kept.checkOpen(amendment, "lesson:\(lesson.number)/pupil:\(pupil.number)", at: now, in: tx)
        try LessonStore.put(value, for: pupil, in: kept, at: now, tx)
        try tx.leave(.mark(of: pupil, at: lesson, was: entry.mark, became: value), by: viewer, at: now)
        tx.emit(.markChanged(lesson, pupil, readers: try JournalAccess.readers(of: pupil, in: kept, tx)))
        try JournalTelling.mark(of: pupil, in: kept, at: now, tx)
        return Entry(mark: value, absence: entry.absence)
    }
}

extension Trace {
    static func mark(of pupil: ID<Person>, at lesson: ID<Lesson>, was: Mark.Value?, became: Mark.Value?) -> Trace {
        Trace("journal.mark", about: "lesson:\(lesson.number)/pupil:\(pupil.number)", was: was.map { "\($0.number)" }, became: became.map { "\($0.number)" })
    }
}
