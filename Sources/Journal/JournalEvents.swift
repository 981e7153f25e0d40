import Kernel
import Markup
import Timetable

/// Each event's meaning stands in docs/live-events.md; a test compares the two.
extension LiveEvent {
    static func markChanged(_ lesson: ID<Lesson>, _ pupil: ID<Person>, readers: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("journal.mark-changed", path: Link.cell(lesson, pupil).text, audience: .people(readers))
    }

    static func attendanceChanged(_ lesson: ID<Lesson>, _ pupil: ID<Person>, readers: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("journal.attendance-changed", path: Link.cell(lesson, pupil).text, audience: .people(readers))
    }

    static func topicChanged(_ lesson: ID<Lesson>, readers: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("journal.topic-changed", path: Link.lesson(lesson).text, audience: .people(readers))
    }

    static func homeworkChanged(_ lesson: ID<Lesson>, readers: Set<ID<Person>>) -> LiveEvent {
        LiveEvent("journal.homework-changed", path: Link.lesson(lesson).text, audience: .people(readers))
    }
}
