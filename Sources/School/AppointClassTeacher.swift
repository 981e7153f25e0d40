import Accounts
import Kernel
import Storage

/// A teacher becomes a class's class teacher (REQUIREMENTS A17).
public struct AppointClassTeacher: Verb {
    public let teacher: ID<Person>
    public let schoolClass: ID<SchoolClass>
    public let since: Day
    public init(_ teacher: ID<Person>, of schoolClass: ID<SchoolClass>, since: Day) {
        self.teacher = teacher
        self.schoolClass = schoolClass
        self.since = since
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard try tx.first("SELECT id FROM school_class WHERE id = \(schoolClass) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        try GrantRole(.classTeacher, to: teacher, since: since).run(by: viewer, at: now, in: tx)
        try tx.rows(
            "INSERT INTO class_teacher (class_id, teacher_id, since) VALUES (\(schoolClass), \(teacher), \(since)) ON CONFLICT (class_id, teacher_id, since) DO UPDATE SET until = NULL"
        )
        try tx.leave(Trace("school.class-teacher", about: "class:\(schoolClass.number)", became: "person:\(teacher.number)"), by: viewer, at: now)
        tx.tell(.classList(schoolClass, in: ruled.id))
    }
}
