import Accounts
import Kernel
import Storage
import Timetable

/// A teacher notes that a pupil is away or late, or takes the note back.
public struct NoteAttendance: Verb {
    public let lesson: ID<Lesson>
    public let pupil: ID<Person>
    /// `nil` takes the note back: the pupil was there.
    public let code: Absence?
    public let expected: Expected<Absence>
    /// For a lesson of a closed term.
    public let amendment: Amendment?
    public init(
        _ code: Absence?, of pupil: ID<Person>, at lesson: ID<Lesson>, expecting expected: Expected<Absence> = .anything, amending amendment: Amendment? = nil
    ) {
        self.lesson = lesson
        self.pupil = pupil
        self.code = code
        self.expected = expected
        self.amendment = amendment
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Entry {
        let kept = try JournalAccess.kept(lesson, by: viewer, in: tx)
        let entry = try LessonStore.entry(of: pupil, in: kept, tx)
        guard entry.absence != code else { return entry }
        guard entry.mark == nil || code?.isAway != true else { throw Denial.invalid(field: "code", .markedWasThere) }
        try expected.check(entry.absence)
        try kept.checkOpen(amendment, "lesson:\(lesson.number)/pupil:\(pupil.number)", at: now, in: tx)
        try LessonStore.note(code, of: pupil, in: kept, at: now, tx)
        let about = "lesson:\(lesson.number)/pupil:\(pupil.number)"
        try tx.leave(Trace("journal.attendance", about: about, was: entry.absence?.rawValue, became: code?.rawValue), by: viewer, at: now)
        tx.emit(.attendanceChanged(lesson, pupil, readers: try JournalAccess.readers(of: pupil, in: kept, tx)))
        try JournalTelling.attendance(of: pupil, was: entry.absence, became: code, in: kept, at: now, tx)
        return Entry(mark: entry.mark, absence: code)
    }
}
