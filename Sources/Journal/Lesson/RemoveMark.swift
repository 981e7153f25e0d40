import Accounts
import Kernel
import Storage
import Timetable

/// A teacher takes a mark back. Where there is none, nothing happens.
public struct RemoveMark: Verb {
    public let lesson: ID<Lesson>
    public let pupil: ID<Person>
    public let expected: Expected<Mark.Value>
    /// For a lesson of a closed term.
    public let amendment: Amendment?
    public init(of pupil: ID<Person>, at lesson: ID<Lesson>, expecting expected: Expected<Mark.Value> = .anything, amending amendment: Amendment? = nil) {
        self.lesson = lesson
        self.pupil = pupil
        self.expected = expected
        self.amendment = amendment
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Entry {
        let kept = try JournalAccess.kept(lesson, by: viewer, in: tx)
        let entry = try LessonStore.entry(of: pupil, in: kept, tx)
        guard let mark = entry.mark else { return entry }
        try expected.check(mark)
        try kept.checkOpen(amendment, "lesson:\(lesson.number)/pupil:\(pupil.number)", at: now, in: tx)
        try LessonStore.put(nil, for: pupil, in: kept, at: now, tx)
        try tx.leave(.mark(of: pupil, at: lesson, was: mark, became: nil), by: viewer, at: now)
        tx.emit(.markChanged(lesson, pupil, readers: try JournalAccess.readers(of: pupil, in: kept, tx)))
        return Entry(mark: nil, absence: entry.absence)
    }
}
