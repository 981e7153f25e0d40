import Accounts
import Kernel
import Storage

/// A teacher is a class's class teacher no longer. The role goes with the last class.
public struct DismissClassTeacher: Verb {
    public let teacher: ID<Person>
    public let schoolClass: ID<SchoolClass>
    public let on: Day
    public init(_ teacher: ID<Person>, of schoolClass: ID<SchoolClass>, on day: Day) {
        self.teacher = teacher
        self.schoolClass = schoolClass
        self.on = day
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let left = try tx.rows(
            """
            UPDATE class_teacher SET until = CASE WHEN since > \(on) THEN since ELSE \(on) END
            WHERE teacher_id = \(teacher) AND until IS NULL AND class_id IN (SELECT id FROM school_class WHERE id = \(schoolClass) AND school_id = \(ruled.id))
            RETURNING class_id
            """)
        guard !left.isEmpty else { throw Denial.notFound }
        try tx.leave(Trace("school.class-teacher", about: "class:\(schoolClass.number)", was: "person:\(teacher.number)"), by: viewer, at: now)
        tx.tell(.classList(schoolClass, in: ruled.id))
        let others = try tx.first(
            """
            SELECT t.class_id FROM class_teacher t JOIN school_class c ON c.id = t.class_id
            WHERE t.teacher_id = \(teacher) AND t.until IS NULL AND c.school_id = \(ruled.id)
            """)
        guard others == nil else { return }
        do { try EndRole(.classTeacher, of: teacher, on: on).run(by: viewer, at: now, in: tx) } catch Denial.notFound { tx.end(teacher) }
    }
}
