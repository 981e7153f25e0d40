import Accounts
import Kernel
import School
import Storage
import Timetable

/// One lesson's SQL, in the words both databases know.
enum LessonStore {
    // MARK: Reading

    static func lesson(_ id: ID<Lesson>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Lesson? {
        try TimetableStore.lessons(where: "l.id = \(id) AND \(JournalAccess.seenBy(viewer))", tx).first
    }

    /// All of a lesson's page; `nil` for one who does not see the lesson.
    static func sheet(of id: ID<Lesson>, seenBy viewer: Viewer, _ tx: Transaction) throws -> LessonSheet? {
        guard let lesson = try lesson(id, seenBy: viewer, tx) else { return nil }
        return LessonSheet(
            lesson: lesson, record: try record(of: id, tx), roster: try roster(of: lesson, tx), nextDay: try nextDay(after: lesson, tx),
            isKept: JournalAccess.keeps(viewer, lesson), closedTerm: try SchoolStore.closedTerm(of: viewer.school, on: lesson.day, tx))
    }

    /// A condition on an enrolment `e`: the pupil sat in the course's lessons at some time between two days.
    static func sits(in course: Course, during days: ClosedRange<Day>) -> SQL {
        let inGroup: SQL =
            course.group.map { group in
                """
                AND e.pupil_id IN (SELECT pupil_id FROM group_member
                    WHERE group_id = \(group.id) AND since <= \(days.upperBound) AND (until IS NULL OR until >= \(days.lowerBound)))
                """
            } ?? ""
        return "e.class_id = \(course.schoolClass.id) AND e.since <= \(days.upperBound) AND (e.until IS NULL OR e.until >= \(days.lowerBound)) \(inGroup)"
    }

    private static func roster(of lesson: Lesson, _ tx: Transaction) throws -> [RosterLine] {
        try tx.rows(
            """
            SELECT DISTINCT p.id, p.family, p.given, p.patronymic, p.name_key, m.value, a.code FROM enrolment e JOIN person p ON p.id = e.pupil_id
            LEFT JOIN mark m ON m.lesson_id = \(lesson.id) AND m.pupil_id = e.pupil_id
            LEFT JOIN attendance a ON a.lesson_id = \(lesson.id) AND a.pupil_id = e.pupil_id
            WHERE \(sits(in: lesson.course, during: lesson.day...lesson.day)) ORDER BY p.name_key, p.id
            """
        ).map { RosterLine(pupil: Pupil(id: try $0.id("id"), name: try AccountsStore.name($0)), entry: try entry($0)) }
    }

    /// What stands in a pupil's cell.
    /// - Throws: the same refusal for everyone who does not sit in this lesson: of people elsewhere it tells nothing.
    static func entry(of pupil: ID<Person>, in kept: KeptLesson, _ tx: Transaction) throws -> Entry {
        let lesson = kept.lesson
        let row = try tx.first(
            """
            SELECT m.value, a.code, CASE WHEN \(AccountsAccess.isRefused("e.pupil_id", in: lesson.course.school)) THEN 1 ELSE 0 END AS refused
            FROM enrolment e LEFT JOIN mark m ON m.lesson_id = \(lesson.id) AND m.pupil_id = e.pupil_id
            LEFT JOIN attendance a ON a.lesson_id = \(lesson.id) AND a.pupil_id = e.pupil_id
            WHERE e.pupil_id = \(pupil) AND \(sits(in: lesson.course, during: lesson.day...lesson.day))
            """
        )
        guard let row else { throw Denial.invalid(field: "pupil", .notInLesson) }
        // A family has refused the electronic diary: this pupil's record goes on on paper (REQUIREMENTS H02).
        guard try !row.bool("refused") else { throw Denial.invalid(field: "pupil", .keptOnPaper) }
        return try entry(row)
    }

    /// A cell from columns `value` and `code`.
    static func entry(_ row: Row) throws -> Entry {
        Entry(mark: try row.optional("value", Row.int).map { try Mark.Value(Int($0)) }, absence: try row.optional("code", Row.text).flatMap(Absence.init))
    }

    static func record(of lesson: ID<Lesson>, _ tx: Transaction) throws -> LessonRecord {
        let row = try tx.first(
            """
            SELECT r.topic, h.text, h.due_on FROM lesson l LEFT JOIN lesson_record r ON r.lesson_id = l.id LEFT JOIN homework h ON h.lesson_id = l.id
            WHERE l.id = \(lesson)
            """)
        return try row.map(record) ?? LessonRecord(topic: nil, homework: nil)
    }

    /// From columns `topic`, `text`, `due_on`.
    static func record(_ row: Row) throws -> LessonRecord {
        let text = try row.optional("text", Row.text).map(Homework.Text.init(kept:))
        return LessonRecord(
            topic: try row.optional("topic", Row.text).map(LessonTopic.init(kept:)),
            homework: try text.map { Homework(text: $0, due: try row.optional("due_on", Row.day)) })
    }

    /// The first day after the lesson's own on which the course meets again.
    static func nextDay(after lesson: Lesson, _ tx: Transaction) throws -> Day? {
        try tx.first("SELECT held_on FROM lesson WHERE course_id = \(lesson.course.id) AND held_on > \(lesson.day) ORDER BY held_on LIMIT 1")?.day("held_on")
    }

    /// The pupils who sat in the course between two days, and their guardians.
    static func households(of course: Course, during days: ClosedRange<Day>, _ tx: Transaction) throws -> Set<ID<Person>> {
        try householdsByDiary(of: course, during: days, tx).values.reduce(into: []) { $0.formUnion($1) }
    }

    /// The same by the diary they are to look into. A guardian with several children in the school stands under the
    /// one who sat there; under `nil` are all others, who have one diary.
    static func householdsByDiary(of course: Course, during days: ClosedRange<Day>, _ tx: Transaction) throws -> [ID<Person>?: Set<ID<Person>>] {
        let isOpen = AccountsAccess.isOpen(to: "e.pupil_id", in: course.school)
        return try tx.rows(
            """
            SELECT e.pupil_id AS person_id, e.pupil_id, 1 AS children FROM enrolment e WHERE \(sits(in: course, during: days)) AND \(isOpen)
            UNION SELECT g.guardian_id, e.pupil_id, (SELECT COUNT(DISTINCT o.pupil_id) FROM guardian o
                WHERE o.guardian_id = g.guardian_id AND o.school_id = g.school_id) FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id
            WHERE g.school_id = \(course.school) AND \(sits(in: course, during: days)) AND \(isOpen)
            """
        ).reduce(into: [:]) { found, row in
            let child: ID<Person>? = try row.int("children") > 1 ? row.id("pupil_id") : nil
            found[child, default: []].insert(try row.id("person_id"))
        }
    }

    /// Whether the pupil was missing at another lesson of the day, and nobody knows why.
    static func isAbsent(_ pupil: ID<Person>, on day: Day, besides lesson: ID<Lesson>, in school: ID<School>, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT a.lesson_id FROM attendance a JOIN lesson l ON l.id = a.lesson_id
            WHERE a.pupil_id = \(pupil) AND a.school_id = \(school) AND a.code = 'absent' AND l.held_on = \(day) AND l.id <> \(lesson) LIMIT 1
            """) != nil
    }

    // MARK: Writing

    static func put(_ value: Mark.Value?, for pupil: ID<Person>, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        guard let value else {
            try tx.rows("DELETE FROM mark WHERE lesson_id = \(kept.lesson.id) AND pupil_id = \(pupil)")
            return
        }
        try tx.rows(
            """
            INSERT INTO mark (lesson_id, pupil_id, school_id, value, put_by, put_at, revision)
            VALUES (\(kept.lesson.id), \(pupil), \(kept.lesson.course.school), \(value.number), \(kept.keeper.person), \(now), 1)
            ON CONFLICT (lesson_id, pupil_id)
            DO UPDATE SET value = excluded.value, put_by = excluded.put_by, put_at = excluded.put_at, revision = mark.revision + 1
            """)
    }

    static func note(_ code: Absence?, of pupil: ID<Person>, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        guard let code else {
            try tx.rows("DELETE FROM attendance WHERE lesson_id = \(kept.lesson.id) AND pupil_id = \(pupil)")
            return
        }
        try tx.rows(
            """
            INSERT INTO attendance (lesson_id, pupil_id, school_id, code, put_by, put_at)
            VALUES (\(kept.lesson.id), \(pupil), \(kept.lesson.course.school), \(code.rawValue), \(kept.keeper.person), \(now))
            ON CONFLICT (lesson_id, pupil_id) DO UPDATE SET code = excluded.code, put_by = excluded.put_by, put_at = excluded.put_at
            """)
    }

    static func write(_ topic: LessonTopic?, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        guard let topic else {
            try tx.rows("DELETE FROM lesson_record WHERE lesson_id = \(kept.lesson.id)")
            return
        }
        try tx.rows(
            """
            INSERT INTO lesson_record (lesson_id, school_id, topic, updated_by, updated_at)
            VALUES (\(kept.lesson.id), \(kept.lesson.course.school), \(topic.text), \(kept.keeper.person), \(now))
            ON CONFLICT (lesson_id) DO UPDATE SET topic = excluded.topic, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """)
    }

    static func give(_ homework: Homework?, in kept: KeptLesson, at now: Moment, _ tx: Transaction) throws {
        guard let homework else {
            try tx.rows("DELETE FROM homework WHERE lesson_id = \(kept.lesson.id)")
            return
        }
        try tx.rows(
            """
            INSERT INTO homework (lesson_id, course_id, school_id, text, due_on, given_by, given_at)
            VALUES (\(kept.lesson.id), \(kept.lesson.course.id), \(kept.lesson.course.school), \(homework.text.text), \(homework.due), \(kept.keeper.person), \(now))
            ON CONFLICT (lesson_id) DO UPDATE SET text = excluded.text, due_on = excluded.due_on, given_by = excluded.given_by, given_at = excluded.given_at
            """)
    }
}
