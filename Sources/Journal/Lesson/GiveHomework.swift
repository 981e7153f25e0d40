import Accounts
import Kernel
import Storage
import Timetable

/// A teacher gives homework for the course's next lesson, or takes it back.
public struct GiveHomework: Verb {
    public let lesson: ID<Lesson>
    public let text: Homework.Text?
    public let expected: Expected<Homework.Text>
    public init(_ text: Homework.Text?, at lesson: ID<Lesson>, expecting expected: Expected<Homework.Text> = .anything) {
        self.lesson = lesson
        self.text = text
        self.expected = expected
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Homework? {
        let kept = try JournalAccess.kept(lesson, by: viewer, in: tx)
        let standing = try LessonStore.record(of: lesson, tx).homework
        guard standing?.text != text else { return standing }
        try expected.check(standing?.text)
        let due = try LessonStore.nextDay(after: kept.lesson, tx)
        let homework = text.map { Homework(text: $0, due: due) }
        try LessonStore.give(homework, in: kept, at: now, tx)
        try tx.leave(Trace("journal.homework", about: "lesson:\(lesson.number)", was: standing?.text.text, became: text?.text), by: viewer, at: now)
        let lastDay = [standing?.due, homework?.due].compactMap { $0 }.max()
        tx.emit(.homeworkChanged(lesson, readers: try JournalAccess.readers(of: kept, until: lastDay, tx)))
        try JournalTelling.homework(homework, in: kept, at: now, tx)
        return homework
    }
}
