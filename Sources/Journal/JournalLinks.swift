import Kernel
import Markup
import School
import Timetable

extension Link {
    static func lesson(_ lesson: ID<Lesson>) -> Link { "/journal/lessons/\(lesson.number)" }
    /// A pupil's line of a lesson's page. No page of its own: news names it, and what is changed there is sent below it.
    static func cell(_ lesson: ID<Lesson>, _ pupil: ID<Person>) -> Link { "/journal/lessons/\(lesson.number)/pupils/\(pupil.number)" }
    static func course(_ course: ID<Course>) -> Link { "/journal/courses/\(course.number)" }
    static func course(_ course: ID<Course>, _ term: ID<Term>) -> Link { "/journal/courses/\(course.number)?term=\(term.number)" }
    /// The table alone, for a page that is open already.
    static func grid(_ course: ID<Course>, _ term: ID<Term>?) -> Link {
        term.map { "/journal/courses/\(course.number)/grid?term=\($0.number)" } ?? "/journal/courses/\(course.number)/grid"
    }
    static func schoolClass(_ schoolClass: ID<SchoolClass>) -> Link { "/journal?class=\(schoolClass.number)" }
    static func diary(_ child: ID<Person>, _ monday: Day) -> Link { "/diary/\(child.number)?week=\(monday.description)" }
    /// The week alone, for a page that is open already.
    static func week(_ child: ID<Person>, _ monday: Day) -> Link { "/diary/\(child.number)/week?week=\(monday.description)" }
    static let ownDiary: Link = "/diary"
    static func diary(_ child: ID<Person>) -> Link { "/diary/\(child.number)" }
    /// The same page as the place of what is told of homework, apart from what is told of marks.
    static func homework(of child: ID<Person>) -> Link { "/diary/\(child.number)?homework=1" }
}
