import Accounts
import Kernel
import Storage

/// A group is formed out of a class (REQUIREMENTS E12–E13).
public struct AddStudyGroup: Verb {
    public let schoolClass: ID<SchoolClass>
    public let name: String
    public init(_ name: String, of schoolClass: ID<SchoolClass>) {
        self.name = name
        self.schoolClass = schoolClass
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<StudyGroup> {
        let ruled = try SchoolAccess.ruled(by: viewer)
        guard !name.isEmpty else { throw Denial.invalid(field: "name", .emptyName) }
        guard try tx.first("SELECT id FROM school_class WHERE id = \(schoolClass) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        guard try tx.first("SELECT id FROM study_group WHERE class_id = \(schoolClass) AND name = \(name)") == nil else { throw Denial.conflict(.alreadyThere) }
        return try tx.one("INSERT INTO study_group (school_id, class_id, name) VALUES (\(ruled.id), \(schoolClass), \(name)) RETURNING id").id("id")
    }
}

/// A pupil of the class joins one of its groups.
public struct PutInGroup: Verb {
    public let pupil: ID<Person>
    public let group: ID<StudyGroup>
    public let since: Day
    public init(_ pupil: ID<Person>, in group: ID<StudyGroup>, since: Day) {
        self.pupil = pupil
        self.group = group
        self.since = since
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try SchoolAccess.ruled(by: viewer)
        let found = try tx.first(
            """
            SELECT g.class_id FROM study_group g JOIN enrolment e ON e.class_id = g.class_id AND e.pupil_id = \(pupil) AND e.until IS NULL
            WHERE g.id = \(group) AND g.school_id = \(ruled.id)
            """)
        guard let found else { throw Denial.notFound }
        try tx.rows(
            "INSERT INTO group_member (group_id, pupil_id, since) VALUES (\(group), \(pupil), \(since)) ON CONFLICT (group_id, pupil_id, since) DO UPDATE SET until = NULL"
        )
        try tx.leave(Trace("school.group", about: "person:\(pupil.number)", became: "group:\(group.number)"), by: viewer, at: now)
        tx.tell(.classList(try found.id("class_id"), in: ruled.id))
    }
}
