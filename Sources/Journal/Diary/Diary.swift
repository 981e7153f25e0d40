import Kernel
import School
import Timetable

/// A pupil whose diary the reader may open.
struct Child: Hashable, Sendable {
    let pupil: Pupil
    let schoolClass: SchoolClass
}

/// One lesson of a pupil, as the diary shows it.
struct DiaryLine: Sendable {
    let child: ID<Person>
    let lesson: Lesson
    let topic: LessonTopic?
    /// What was to be done for this lesson; where no later lesson is dated, what was given at it.
    var homework: [Homework.Text] = []
    let entry: Entry
}

/// One pupil's week.
struct DiaryWeek: Sendable {
    let child: Child
    /// Whose diaries the reader may change to.
    let children: [Child]
    let monday: Day
    let term: Term?
    let lines: [DiaryLine]

    /// Monday to Friday; the weekend too where there are lessons then.
    var days: [Day] {
        let last = max(lines.map(\.lesson.day).max() ?? monday, monday + 4)
        return (monday.number...last.number).map(Day.init(number:))
    }
    func lines(on day: Day) -> [DiaryLine] { lines.filter { $0.lesson.day == day } }
}

/// A mark with what it was for.
struct MarkNews: Sendable {
    let child: ID<Person>
    let subject: String
    let day: Day
    let value: Mark.Value
}
