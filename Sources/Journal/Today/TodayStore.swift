import Accounts
import Kernel
import School
import Storage
import Timetable

/// One lesson of a teacher's day.
struct DayLesson: Sendable {
    let lesson: Lesson
    let topic: LessonTopic?
    /// How many pupils are noted as away.
    let away: Int
    /// Who holds it; a substitute where that is not the reader.
    let holder: PersonName?
    let isHeldByReader: Bool
}

/// A course with lessons that have no topic.
struct MissingTopics: Sendable {
    let course: Course
    let count: Int
    let yesterday: Int
}

/// What the first screen asks of the journal.
enum TodayStore {
    /// The lessons that are the viewer's own business between two days: those they hold, and those of their courses that another holds.
    /// `+ 0` keeps SQLite from walking through the whole school by its index instead of the few lessons by their numbers.
    private static func own(_ viewer: Viewer, _ days: ClosedRange<Day>) -> SQL {
        """
        l.school_id + 0 = \(viewer.school) AND l.id IN (
            SELECT id FROM lesson WHERE teacher_id = \(viewer.person) AND held_on BETWEEN \(days.lowerBound) AND \(days.upperBound)
            UNION SELECT x.id FROM lesson x JOIN course q ON q.id = x.course_id
            WHERE q.teacher_id = \(viewer.person) AND x.held_on BETWEEN \(days.lowerBound) AND \(days.upperBound))
        """
    }

    static func lessons(of viewer: Viewer, on day: Day, _ tx: Transaction) throws -> [DayLesson] {
        guard viewer.side == .staff else { return [] }
        return try tx.rows(
            """
            SELECT \(TimetableStore.lessonColumns), r.topic, s.family AS held_family, s.given AS held_given, s.patronymic AS held_patronymic,
                (SELECT COUNT(*) FROM attendance a WHERE a.lesson_id = l.id AND a.code <> 'late') AS away
            FROM lesson l \(TimetableStore.lessonJoins) LEFT JOIN lesson_record r ON r.lesson_id = l.id LEFT JOIN person s ON s.id = l.teacher_id
            WHERE \(own(viewer, day...day)) ORDER BY l.starts_at, l.number, l.id
            """
        ).map { row in
            let lesson = try TimetableStore.lesson(row)
            let holder = try lesson.teacher.map { _ in
                PersonName(family: try row.text("held_family"), given: try row.text("held_given"), patronymic: try row.text("held_patronymic"))
            }
            return DayLesson(
                lesson: lesson, topic: try row.optional("topic", Row.text).map(LessonTopic.init(kept:)), away: Int(try row.int("away")), holder: holder,
                isHeldByReader: lesson.teacher == nil || lesson.teacher == viewer.person)
        }
    }

    /// Lessons the viewer has held, or should see held, since a day that have no topic: the oldest first.
    static func withoutTopic(of viewer: Viewer, since first: Day, today: Day, at now: Moment, _ tx: Transaction) throws -> [Lesson] {
        guard viewer.side == .staff else { return [] }
        return try TimetableStore.lessons(
            where: """
                \(own(viewer, first...today)) AND (l.teacher_id = \(viewer.person) OR l.teacher_id IS NULL) AND l.ends_at <= \(now)
                AND NOT EXISTS (SELECT r.lesson_id FROM lesson_record r WHERE r.lesson_id = l.id)
                """, tx)
    }

    /// For the heads: the whole school's courses with lessons held since a day that have no topic, the longest first.
    static func withoutTopicInSchool(_ viewer: Viewer, since first: Day, today: Day, at now: Moment, _ tx: Transaction) throws -> [MissingTopics] {
        guard viewer.hasAny(of: Role.heads) else { return [] }
        return try tx.rows(
            """
            SELECT \(SchoolStore.courseColumns), q.missing, q.yesterday FROM (
                SELECT l.course_id, COUNT(*) AS missing, COUNT(CASE WHEN l.held_on = \(today - 1) THEN 1 END) AS yesterday
                FROM lesson l LEFT JOIN lesson_record r ON r.lesson_id = l.id
                WHERE l.school_id = \(viewer.school) AND l.held_on BETWEEN \(first) AND \(today) AND l.ends_at <= \(now) AND r.lesson_id IS NULL
                GROUP BY l.course_id) q
            JOIN course k ON k.id = q.course_id \(SchoolStore.courseJoins) ORDER BY q.missing DESC, c.sort_key, j.name_key, k.id
            """
        ).map { MissingTopics(course: try SchoolStore.course($0), count: Int(try $0.int("missing")), yesterday: Int(try $0.int("yesterday"))) }
    }
}
