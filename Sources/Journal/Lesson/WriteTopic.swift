import Accounts
import Kernel
import Storage
import Timetable

/// A teacher writes what the lesson was about (REQUIREMENTS E10), or wipes it out.
public struct WriteTopic: Verb {
    public let lesson: ID<Lesson>
    public let topic: LessonTopic?
    public let expected: Expected<LessonTopic>
    /// For a lesson of a closed term.
    public let amendment: Amendment?
    public init(_ topic: LessonTopic?, at lesson: ID<Lesson>, expecting expected: Expected<LessonTopic> = .anything, amending amendment: Amendment? = nil) {
        self.lesson = lesson
        self.topic = topic
        self.expected = expected
        self.amendment = amendment
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> LessonTopic? {
        let kept = try JournalAccess.kept(lesson, by: viewer, in: tx)
        let standing = try LessonStore.record(of: lesson, tx).topic
        guard standing != topic else { return topic }
        try expected.check(standing)
        try kept.checkOpen(amendment, "lesson:\(lesson.number)", at: now, in: tx)
        try LessonStore.write(topic, in: kept, at: now, tx)
        try tx.leave(Trace("journal.topic", about: "lesson:\(lesson.number)", was: standing?.text, became: topic?.text), by: viewer, at: now)
        tx.emit(.topicChanged(lesson, readers: try JournalAccess.readers(of: kept, tx)))
        return topic
    }
}
