import Accounts
import Kernel
import School
import Storage

/// The movement book's SQL. Reading starts from `ReadSchool`, writing takes `RuledSchool` or the line it belongs to.
enum MovementStore {
    // MARK: What a movement took away

    static func noteLosses(_ groups: [EnrolmentStore.GroupTime], of line: ID<PupilMovement>, _ tx: Transaction) throws {
        for time in groups {
            try tx.rows("INSERT INTO movement_loss (movement_id, what, number, since) VALUES (\(line), 'group', \(time.group), \(time.since))")
        }
    }

    static func noteGuardian(_ guardian: ID<Person>, lostOn day: Day, at line: ID<PupilMovement>, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO movement_loss (movement_id, what, number, since) SELECT \(line), 'guardian', \(guardian), \(day)
            WHERE NOT EXISTS (SELECT number FROM movement_loss WHERE movement_id = \(line) AND what = 'guardian' AND number = \(guardian))
            """)
    }

    static func groups(lostAt line: ID<PupilMovement>, _ tx: Transaction) throws -> [EnrolmentStore.GroupTime] {
        try tx.rows("SELECT number, since FROM movement_loss WHERE movement_id = \(line) AND what = 'group' ORDER BY number, since").map {
            EnrolmentStore.GroupTime(group: try $0.id("number"), since: try $0.day("since"))
        }
    }

    static func guardians(lostAt line: ID<PupilMovement>, _ tx: Transaction) throws -> [ID<Person>] {
        try tx.rows("SELECT number FROM movement_loss WHERE movement_id = \(line) AND what = 'guardian' ORDER BY number").map { try $0.id("number") }
    }

    /// The pupil's last leaving of the school that still stands.
    static func lastLeaving(of pupil: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws -> ID<PupilMovement>? {
        try tx.first(
            """
            SELECT id FROM movement WHERE pupil_id = \(pupil) AND school_id = \(school.id) AND kind IN ('departure', 'graduation') AND undone_at IS NULL
            ORDER BY id DESC LIMIT 1
            """)?.id("id")
    }

    // MARK: Undoing

    private static let isLast: SQL = """
        CASE WHEN EXISTS (SELECT w.id FROM movement w WHERE w.pupil_id = v.pupil_id AND w.school_id = v.school_id AND w.id > v.id AND w.undone_at IS NULL)
            THEN 0 ELSE 1 END AS is_last
        """

    static func undoable(_ id: ID<PupilMovement>, in school: RuledSchool, _ tx: Transaction) throws -> UndoableLine? {
        try undoable(where: "v.id = \(id) AND v.school_id = \(school.id)", tx).first
    }

    static func undoable(where condition: SQL, _ tx: Transaction) throws -> [UndoableLine] {
        try tx.rows("SELECT v.*, \(isLast) FROM movement v WHERE \(condition) ORDER BY v.id DESC").compactMap { row in
            guard let kind = PupilMovement.Kind(rawValue: try row.text("kind")) else { return nil }
            return UndoableLine(
                id: try row.id("id"), pupil: try row.id("pupil_id"), kind: kind, to: try row.optionalID("to_class_id"),
                ended: try row.optional("ended_enrolment", Row.int), begun: try row.optional("begun_enrolment", Row.int), day: try row.day("effective_on"),
                gaveRole: try row.bool("gave_role"), isUndone: try row.optional("undone_at", Row.int) != nil, isLast: try row.bool("is_last"))
        }
    }

    static func markUndone(_ id: ID<PupilMovement>, by viewer: Viewer, at now: Moment, in school: RuledSchool, _ tx: Transaction) throws {
        let by = viewer.person.number == 0 ? nil : viewer.person
        try tx.rows("UPDATE movement SET undone_at = \(now), undone_by = \(by) WHERE id = \(id) AND school_id = \(school.id)")
    }

    // MARK: The book

    /// Lines of the book are at most so many on one page; a narrower period shows the others.
    static let most = 1000

    struct Filter: Sendable {
        var days: ClosedRange<Day>
        var schoolClass: ID<SchoolClass>?
        var kind: PupilMovement.Kind?
    }

    static func book(_ filter: Filter, in school: ReadSchool, _ tx: Transaction) throws -> [PupilMovement] {
        let ofClass: SQL = filter.schoolClass.map { "AND (v.from_class_id = \($0) OR v.to_class_id = \($0))" } ?? ""
        let ofKind: SQL = filter.kind.map { "AND v.kind = \($0.rawValue)" } ?? ""
        return try lines(
            where: """
                v.school_id = \(school.id) AND v.effective_on >= \(filter.days.lowerBound) AND v.effective_on <= \(filter.days.upperBound) \(ofClass) \(ofKind)
                """, tx)
    }

    static func line(_ id: ID<PupilMovement>, in school: ReadSchool, _ tx: Transaction) throws -> PupilMovement? {
        try lines(where: "v.id = \(id) AND v.school_id = \(school.id)", tx).first
    }

    static func lines(by order: ID<SchoolOrder>, in school: ReadSchool, _ tx: Transaction) throws -> [PupilMovement] {
        try lines(where: "v.order_id = \(order) AND v.school_id = \(school.id)", tx)
    }

    private static func lines(where condition: SQL, _ tx: Transaction) throws -> [PupilMovement] {
        try tx.rows(
            """
            SELECT v.id AS movement_id, v.kind, v.effective_on, v.place, v.undone_at, \(isLast), p.id, p.family, p.given, p.patronymic, a.name AS from_name,
                b.name AS to_name, \(OrderStore.columns)
            FROM movement v JOIN person p ON p.id = v.pupil_id JOIN school_order o ON o.id = v.order_id
            LEFT JOIN school_class a ON a.id = v.from_class_id LEFT JOIN school_class b ON b.id = v.to_class_id
            WHERE \(condition) ORDER BY v.effective_on DESC, v.id DESC LIMIT \(most)
            """
        ).compactMap { row in
            guard let kind = PupilMovement.Kind(rawValue: try row.text("kind")) else { return nil }
            return PupilMovement(
                id: try row.id("movement_id"), kind: kind, pupil: try SchoolStore.pupil(row), from: try row.optional("from_name", Row.text),
                to: try row.optional("to_name", Row.text), day: try row.day("effective_on"), order: try OrderStore.order(row), place: try row.text("place"),
                isUndone: try row.optional("undone_at", Row.int) != nil, isLast: try row.bool("is_last"))
        }
    }

    /// Comings and goings of the classes of the years that meet the period. Counted from the class lists themselves, so what was
    /// imported without an order counts as well.
    static func counts(_ days: ClosedRange<Day>, in school: ReadSchool, _ tx: Transaction) throws -> [ClassCount] {
        let (first, last) = (days.lowerBound, days.upperBound)
        return try tx.rows(
            """
            SELECT c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name,
                COALESCE(SUM(CASE WHEN e.since < \(first) AND (e.until IS NULL OR e.until >= \(first - 1)) THEN 1 ELSE 0 END), 0) AS at_start,
                COALESCE(SUM(CASE WHEN e.since >= \(first) AND e.since <= \(last) THEN 1 ELSE 0 END), 0) AS came,
                COALESCE(SUM(CASE WHEN e.until >= \(first - 1) AND e.until < \(last) THEN 1 ELSE 0 END), 0) AS gone,
                COALESCE(SUM(CASE WHEN e.since <= \(last) AND (e.until IS NULL OR e.until >= \(last)) THEN 1 ELSE 0 END), 0) AS at_end
            FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id LEFT JOIN enrolment e ON e.class_id = c.id
            WHERE c.school_id = \(school.id) AND y.starts_on <= \(last) AND y.ends_on >= \(first)
            GROUP BY c.id, c.school_id, c.year, c.name, c.sort_key ORDER BY c.sort_key, c.id
            """
        ).map {
            ClassCount(
                schoolClass: try SchoolStore.schoolClass($0), atStart: Int(try $0.int("at_start")), came: Int(try $0.int("came")),
                left: Int(try $0.int("gone")), atEnd: Int(try $0.int("at_end")))
        }
    }

    // MARK: Whom to move

    static func schoolClass(_ id: ID<SchoolClass>, in school: ReadSchool, _ tx: Transaction) throws -> SchoolClass? {
        try tx.first(
            "SELECT id AS class_id, school_id, year AS class_year, name AS class_name FROM school_class WHERE id = \(id) AND school_id = \(school.id)"
        ).map(SchoolStore.schoolClass)
    }

    /// Classes into which somebody may be moved now: of years that have not ended.
    static func classes(openOn today: Day, in school: ReadSchool, _ tx: Transaction) throws -> [(schoolClass: SchoolClass, year: String)] {
        try tx.rows(
            """
            SELECT c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name, y.name AS year_name
            FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id
            WHERE c.school_id = \(school.id) AND y.ends_on >= \(today) ORDER BY y.starts_on, c.sort_key, c.id
            """
        ).map { (try SchoolStore.schoolClass($0), try $0.text("year_name")) }
    }

    static func pupils(in schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> [Pupil] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM enrolment e JOIN person p ON p.id = e.pupil_id
            WHERE e.class_id = \(schoolClass) AND e.until IS NULL ORDER BY p.name_key, p.id
            """
        ).map(SchoolStore.pupil)
    }

    /// Pupils of the school who are in none of its classes: entered but not enrolled, and those who have left. The latter are many:
    /// only those whose name begins so, at most a hundred.
    static func unplaced(named start: String, isGone: Bool, in school: ReadSchool, _ tx: Transaction) throws -> [Pupil] {
        let (from, to) = (TextKey.of(start), TextKey.of(start) + "\u{10FFFF}")
        let role: SQL =
            isGone
            ? "m.until IS NOT NULL AND NOT EXISTS (SELECT id FROM membership w WHERE w.person_id = m.person_id AND w.school_id = m.school_id AND w.role = 'pupil' AND w.until IS NULL)"
            : "m.until IS NULL"
        return try tx.rows(
            """
            SELECT DISTINCT p.id, p.family, p.given, p.patronymic, p.name_key FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.school_id = \(school.id) AND m.role = 'pupil' AND \(role) AND p.name_key >= \(from) AND p.name_key < \(to)
            AND NOT EXISTS (SELECT id FROM enrolment e WHERE e.pupil_id = p.id AND e.until IS NULL AND e.school_id = m.school_id)
            ORDER BY p.name_key, p.id LIMIT 100
            """
        ).map(SchoolStore.pupil)
    }

    static func person(_ id: ID<Person>, in school: ReadSchool, _ tx: Transaction) throws -> Pupil? {
        try tx.first(
            """
            SELECT id, family, given, patronymic FROM person WHERE id = \(id)
            AND id IN (SELECT person_id FROM membership WHERE person_id = \(id) AND school_id = \(school.id))
            """
        ).map(SchoolStore.pupil)
    }

    static func guardianNames(of pupil: ID<Person>, in school: ReadSchool, _ tx: Transaction) throws -> [PersonName] {
        try tx.rows(
            """
            SELECT p.family, p.given, p.patronymic FROM guardian g JOIN person p ON p.id = g.guardian_id
            WHERE g.pupil_id = \(pupil) AND g.school_id = \(school.id) ORDER BY p.name_key, p.id
            """
        ).map(AccountsStore.name)
    }
}
