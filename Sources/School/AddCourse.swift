import Accounts
import Kernel
import Storage

/// A subject is given to a class, or to a group of it, with its teacher (REQUIREMENTS A18).
public struct AddCourse: Verb {
    public let subject: ID<Subject>
    public let schoolClass: ID<SchoolClass>
    public let group: ID<StudyGroup>?
    public let teacher: ID<Person>?
    public init(_ subject: ID<Subject>, for schoolClass: ID<SchoolClass>, group: ID<StudyGroup>? = nil, teacher: ID<Person>?) {
        self.subject = subject
        self.schoolClass = schoolClass
        self.group = group
        self.teacher = teacher
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Course> {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard let year = try academicYear(in: ruled, tx) else { throw Denial.notFound }
        let known = try tx.first(
            """
            SELECT id FROM course WHERE class_id = \(schoolClass) AND subject_id = \(subject)
            AND COALESCE(group_id, 0) = \(group?.number ?? 0) AND COALESCE(teacher_id, 0) = \(teacher?.number ?? 0)
            """)
        if let known { return try known.id("id") }
        tx.tell(.classList(schoolClass, in: ruled.id))
        return try tx.one(
            """
            INSERT INTO course (school_id, academic_year_id, subject_id, class_id, group_id, teacher_id)
            VALUES (\(ruled.id), \(year), \(subject), \(schoolClass), \(group), \(teacher)) RETURNING id
            """
        ).id("id")
    }

    /// The class's year, if class, subject, group and teacher all belong to the ruled school.
    private func academicYear(in ruled: RuledSchool, _ tx: Transaction) throws -> ID<AcademicYear>? {
        let row = try tx.first(
            """
            SELECT c.academic_year_id FROM school_class c JOIN subject j ON j.id = \(subject) AND j.school_id = c.school_id
            WHERE c.id = \(schoolClass) AND c.school_id = \(ruled.id)
            AND (CAST(\(group) AS BIGINT) IS NULL OR EXISTS (SELECT id FROM study_group WHERE id = \(group) AND class_id = c.id))
            AND (CAST(\(teacher) AS BIGINT) IS NULL OR EXISTS (SELECT id FROM membership WHERE person_id = \(teacher) AND school_id = c.school_id AND until IS NULL))
            """)
        return try row?.id("academic_year_id")
    }
}
