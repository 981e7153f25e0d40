import Accounts
import Kernel
import School
import Storage

/// The timetable's SQL: what features on the right may ask.
public enum TimetableStore {
    /// Columns of a lesson `l`, beside those of its course.
    public static let lessonColumns: SQL =
        "l.id AS lesson_id, l.teacher_id AS held_by, l.held_on, l.number, l.starts_at, l.ends_at, l.room, \(SchoolStore.courseColumns)"
    public static let lessonJoins: SQL = "JOIN course k ON k.id = l.course_id \(SchoolStore.courseJoins)"

    public static func lesson(_ row: Row) throws -> Lesson {
        Lesson(
            id: try row.id("lesson_id"), course: try SchoolStore.course(row), teacher: try row.optionalID("held_by"), day: try row.day("held_on"),
            number: Int(try row.int("number")), starts: try row.moment("starts_at"), ends: try row.moment("ends_at"), room: try row.text("room"))
    }

    /// Lessons that meet a condition on `l`, `k` and their joins, by day and number.
    public static func lessons(where condition: SQL, _ tx: Transaction) throws -> [Lesson] {
        try tx.rows("SELECT \(lessonColumns) FROM lesson l \(lessonJoins) WHERE \(condition) ORDER BY l.held_on, l.number, l.id").map(lesson)
    }

    public static func lesson(_ id: ID<Lesson>, _ tx: Transaction) throws -> Lesson? { try lessons(where: "l.id = \(id)", tx).first }

    public static func bells(of school: ID<School>, _ tx: Transaction) throws -> [Bell] {
        try tx.rows("SELECT number, starts_minute, ends_minute FROM bell WHERE school_id = \(school) ORDER BY number").map(BellStore.bell)
    }

    public static func slots(of school: ID<School>, _ tx: Transaction) throws -> [Slot] {
        try tx.rows("SELECT course_id, weekday, cycle_week, number, room FROM slot WHERE school_id = \(school) ORDER BY weekday, number, course_id").map {
            Slot(
                try $0.id("course_id"), weekday: Int(try $0.int("weekday")), cycleWeek: Int(try $0.int("cycle_week")), number: Int(try $0.int("number")),
                room: try $0.text("room"))
        }
    }
}
