import Accounts
import Kernel
import Storage

/// Classes, groups, families and courses of one person row become another's. In two classes at once nobody can be (REQUIREMENTS A28).
struct SchoolMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    func run() throws {
        try moveEnrolments()
        try moveFamily()
        try moveTeaching()
        try tellClassLists()
    }

    private func moveEnrolments() throws {
        let open = try tx.rows("SELECT id, class_id, pupil_id, since FROM enrolment WHERE pupil_id IN (\(from), \(into)) AND until IS NULL ORDER BY since, id")
        if open.count > 1 {
            guard try Set(open.map { try $0.int("class_id") }).count == 1 else { throw Denial.conflict(.inAnotherClass) }
            // Of two places in one class the earlier holds.
            for row in open.dropFirst() { try tx.rows("DELETE FROM enrolment WHERE id = \(try row.int("id"))") }
        }
        try tx.rows("UPDATE enrolment SET pupil_id = \(into) WHERE pupil_id = \(from)")
        try tx.rows(
            """
            INSERT INTO group_member (group_id, pupil_id, since, until) SELECT group_id, \(into), since, until FROM group_member WHERE pupil_id = \(from)
            ON CONFLICT (group_id, pupil_id, since) DO NOTHING
            """)
        try tx.rows("DELETE FROM group_member WHERE pupil_id = \(from)")
    }

    private func moveFamily() throws {
        let circle = try tx.first(
            "SELECT pupil_id FROM guardian WHERE (pupil_id = \(from) AND guardian_id = \(into)) OR (pupil_id = \(into) AND guardian_id = \(from))")
        guard circle == nil else { throw Denial.conflict(.ownGuardian) }
        try tx.rows(
            """
            INSERT INTO guardian (pupil_id, guardian_id, school_id)
            SELECT CASE WHEN pupil_id = \(from) THEN \(into) ELSE pupil_id END, CASE WHEN guardian_id = \(from) THEN \(into) ELSE guardian_id END, school_id
            FROM guardian WHERE pupil_id = \(from) OR guardian_id = \(from)
            ON CONFLICT (pupil_id, guardian_id, school_id) DO NOTHING
            """)
        try tx.rows("DELETE FROM guardian WHERE pupil_id = \(from) OR guardian_id = \(from)")
    }

    /// Two journals of the same subject in the same class would have to become one: that is not for a merge to decide.
    private func moveTeaching() throws {
        let twin = try tx.first(
            """
            SELECT a.id FROM course a JOIN course b ON b.class_id = a.class_id AND b.subject_id = a.subject_id
                AND COALESCE(b.group_id, 0) = COALESCE(a.group_id, 0) AND b.teacher_id = \(into)
            WHERE a.teacher_id = \(from)
            """)
        guard twin == nil else { throw Denial.conflict(.bothTeach) }
        try tx.rows("UPDATE course SET teacher_id = \(into) WHERE teacher_id = \(from)")
        try tx.rows("UPDATE term SET closed_by = \(into) WHERE closed_by = \(from)")
        try tx.rows(
            """
            INSERT INTO class_teacher (class_id, teacher_id, since, until) SELECT class_id, \(into), since, until FROM class_teacher WHERE teacher_id = \(from)
            ON CONFLICT (class_id, teacher_id, since) DO NOTHING
            """)
        try tx.rows("DELETE FROM class_teacher WHERE teacher_id = \(from)")
    }

    private func tellClassLists() throws {
        let classes = try tx.rows(
            """
            SELECT class_id, school_id FROM enrolment WHERE pupil_id = \(into) AND until IS NULL
            UNION SELECT class_id, school_id FROM course WHERE teacher_id = \(into)
            UNION SELECT t.class_id, c.school_id FROM class_teacher t JOIN school_class c ON c.id = t.class_id WHERE t.teacher_id = \(into) AND t.until IS NULL
            UNION SELECT e.class_id, e.school_id FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.until IS NULL WHERE g.guardian_id = \(into)
            """)
        for row in classes { tx.tell(.classList(try row.id("class_id"), in: try row.id("school_id"))) }
        for row in try tx.rows("SELECT DISTINCT school_id FROM membership WHERE person_id = \(into) AND until IS NULL") {
            tx.tell(.staff(of: try row.id("school_id")))
            tx.tell(.person(into, in: try row.id("school_id")))
        }
    }
}
