import Accounts
import Kernel
import School
import Storage

/// The SQL of reminders to come in.
enum ReminderStore {
    static func last(of schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> Reminder? {
        try tx.first("SELECT reminded_on, due_on FROM come_reminder WHERE class_id = \(schoolClass) ORDER BY reminded_on DESC, id DESC LIMIT 1").map {
            Reminder(on: try $0.day("reminded_on"), due: try $0.day("due_on"))
        }
    }

    static func add(_ reminder: Reminder, of schoolClass: ID<SchoolClass>, absent: Int, _ issuing: Issuing, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO come_reminder (school_id, class_id, absent, reminded_on, due_on, reminded_by, reminded_at)
            VALUES (\(issuing.school), \(schoolClass), \(absent), \(reminder.on), \(reminder.due), \(issuing.by), \(now))
            """)
    }

    /// The classes the viewer leads whose last reminder is still to be seen to.
    static func classes(ledBy viewer: Viewer, on today: Day, _ tx: Transaction) throws -> [RemindedClass] {
        guard viewer.side == .staff else { return [] }
        let rows = try tx.rows(
            """
            SELECT r.class_id, MAX(r.due_on) AS due_on FROM come_reminder r JOIN class_teacher t ON t.class_id = r.class_id
            WHERE r.school_id = \(viewer.school) AND t.teacher_id = \(viewer.person) AND t.until IS NULL AND r.due_on >= \(today - Reminder.time)
            GROUP BY r.class_id
            """)
        let due = Dictionary(uniqueKeysWithValues: try rows.map { (try $0.id("class_id", of: SchoolClass.self), try $0.day("due_on")) })
        guard !due.isEmpty else { return [] }
        return try RosterStore.classes(seenBy: viewer, on: today, tx).compactMap { line in
            guard let day = due[line.schoolClass.id], line.come.came < line.come.all else { return nil }
            return RemindedClass(schoolClass: line.schoolClass, absent: line.come.all - line.come.came, due: day)
        }
    }

    /// The viewer's own children of reminded classes, where the child or another guardian has not come.
    static func children(of viewer: Viewer, on today: Day, _ tx: Transaction) throws -> [RemindedChild] {
        guard viewer.side == .family else { return [] }
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic,
                CASE WHEN EXISTS (SELECT 1 FROM credential k WHERE k.person_id = p.id) THEN 0 ELSE 1 END AS child_absent,
                CASE WHEN EXISTS (SELECT 1 FROM guardian g WHERE g.pupil_id = p.id AND g.school_id = e.school_id AND g.guardian_id <> \(viewer.person)
                    AND NOT EXISTS (SELECT 1 FROM credential k WHERE k.person_id = g.guardian_id)) THEN 1 ELSE 0 END AS guardian_absent
            FROM enrolment e JOIN person p ON p.id = e.pupil_id
            WHERE e.school_id = \(viewer.school) AND e.until IS NULL AND \(SchoolAccess.isOwn("e.pupil_id", to: viewer))
            AND EXISTS (SELECT 1 FROM come_reminder r WHERE r.class_id = e.class_id AND r.due_on >= \(today)) ORDER BY p.name_key, p.id
            """
        ).map {
            RemindedChild(pupil: try SchoolStore.pupil($0), isChildAbsent: try $0.bool("child_absent"), isGuardianAbsent: try $0.bool("guardian_absent"))
        }.filter { $0.isChildAbsent || $0.isGuardianAbsent }
    }
}
