import Accounts
import Kernel
import Storage

/// A course goes to another teacher, gets its subject put right, or is taught to a group from now on. Its journal stays with it;
/// lessons that are dated already keep whoever was to hold them.
public struct ChangeCourse: Verb {
    public let course: ID<Course>
    public let subject: ID<Subject>
    public let group: ID<StudyGroup>?
    public let teacher: ID<Person>?
    public init(_ course: ID<Course>, subject: ID<Subject>, group: ID<StudyGroup>?, teacher: ID<Person>?) {
        self.course = course
        self.subject = subject
        self.group = group
        self.teacher = teacher
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let row = try tx.first(
            """
            SELECT k.class_id, k.teacher_id FROM course k JOIN subject j ON j.id = \(subject) AND j.school_id = k.school_id
            WHERE k.id = \(course) AND k.school_id = \(ruled.id)
            AND (CAST(\(group) AS BIGINT) IS NULL OR EXISTS (SELECT id FROM study_group WHERE id = \(group) AND class_id = k.class_id))
            AND (CAST(\(teacher) AS BIGINT) IS NULL OR EXISTS (SELECT id FROM membership WHERE person_id = \(teacher) AND school_id = k.school_id AND until IS NULL))
            """)
        guard let row else { throw Denial.notFound }
        let twin = try tx.first(
            """
            SELECT id FROM course WHERE class_id = \(try row.int("class_id")) AND subject_id = \(subject) AND id <> \(course)
            AND COALESCE(group_id, 0) = \(group?.number ?? 0) AND COALESCE(teacher_id, 0) = \(teacher?.number ?? 0)
            """)
        guard twin == nil else { throw Denial.conflict(.alreadyThere) }
        try tx.rows("UPDATE course SET subject_id = \(subject), group_id = \(group), teacher_id = \(teacher) WHERE id = \(course)")
        let was = try row.optionalID("teacher_id", of: Person.self)
        try tx.leave(
            Trace("school.course", about: "course:\(course.number)", was: was.map { "person:\($0.number)" }, became: teacher.map { "person:\($0.number)" }),
            by: viewer, at: now)
        tx.tell(.classList(try row.id("class_id"), in: ruled.id))
    }
}
