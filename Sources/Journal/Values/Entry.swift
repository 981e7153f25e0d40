import Kernel
import School
import Timetable
import WebCore

/// What stands in one cell of the journal: a pupil at a lesson.
public struct Entry: Hashable, Sendable {
    public let mark: Mark.Value?
    public let absence: Absence?
    public init(mark: Mark.Value? = nil, absence: Absence? = nil) {
        self.mark = mark
        self.absence = absence
    }
}

/// One pupil's line on a lesson's page.
struct RosterLine: Hashable, Sendable {
    let pupil: Pupil
    let entry: Entry
}

/// What is written about a lesson as a whole.
struct LessonRecord: Hashable, Sendable {
    let topic: LessonTopic?
    let homework: Homework?
}

/// All of a lesson's page.
struct LessonSheet: Sendable {
    let lesson: Lesson
    let record: LessonRecord
    let roster: [RosterLine]
    /// The day of the course's next lesson, for which homework is given.
    let nextDay: Day?
    /// Whether the reader keeps this lesson's journal, or only reads it.
    let isKept: Bool
    /// The closed term the lesson belongs to.
    let closedTerm: Term?
    /// What other features say of the pupils.
    var notes: [PupilNote] = []
    /// First-year pupils get no marks (REQUIREMENTS E14).
    var hasMarks: Bool { lesson.course.schoolClass.hasMarks }
}

extension SchoolClass {
    /// First-year pupils get no marks in any subject; all else is recorded (REQUIREMENTS E14).
    var hasMarks: Bool { year != 1 }
}
