import Accounts
import Kernel
import School
import Storage

/// The SQL of checks and reports.
enum DeadlineStore {
    // MARK: Checks

    /// The classes of the running year that the viewer leads.
    static func checks(ledBy viewer: Viewer, on today: Day, _ tx: Transaction) throws -> [CheckState] {
        try checks(where: MovementAccess.isLed(by: viewer), of: viewer.school, on: today, tx)
    }

    static func checks(in school: ReadSchool, on today: Day, _ tx: Transaction) throws -> [CheckState] {
        try checks(where: "c.school_id = \(school.id)", of: school.id, on: today, tx)
    }

    /// For the school itself, whoever leads its classes.
    static func checks(ofSchool school: ID<School>, on today: Day, _ tx: Transaction) throws -> [CheckState] {
        try checks(where: "c.school_id = \(school)", of: school, on: today, tx)
    }

    private static func checks(where condition: SQL, of school: ID<School>, on today: Day, _ tx: Transaction) throws -> [CheckState] {
        let rows = try tx.rows(
            """
            SELECT c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name, y.starts_on, p.family, p.given, p.patronymic,
                (SELECT MAX(d.month) FROM data_check d WHERE d.class_id = c.id) AS last_month,
                (SELECT l.length FROM deadline l WHERE l.school_id = c.school_id AND l.name = 'dataCheck') AS every
            FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id LEFT JOIN class_teacher t ON t.class_id = c.id AND t.until IS NULL
            LEFT JOIN person p ON p.id = t.teacher_id
            WHERE \(condition) AND c.school_id = \(school) AND y.starts_on <= \(today) AND y.ends_on >= \(today) ORDER BY c.sort_key, c.id, p.name_key
            """)
        var found: [CheckState] = []
        for row in rows {
            let schoolClass = try SchoolStore.schoolClass(row), last = try row.optional("last_month", Row.text).flatMap { Month($0) }
            let every = Int(try row.optional("every", Row.int) ?? Int64(Deadline.dataCheck.byDefault))
            let former = found.last?.schoolClass.id == schoolClass.id ? found.removeLast().leaders : []
            let leader = try row.optional("family", Row.text).map { _ in try AccountsStore.name(row) }
            found.append(
                CheckState(
                    schoolClass: schoolClass, leaders: former + [leader].compactMap { $0 }, lastMonth: last,
                    state: CheckState.state(last: last, yearBegan: try row.day("starts_on"), every: every, today: today)))
        }
        return found
    }

    // MARK: Reports

    /// A class teacher's own, the open ones first.
    static func reports(by viewer: Viewer, _ tx: Transaction) throws -> [ChangeReport] {
        try reports(where: "r.reported_by = \(viewer.person) AND r.school_id = \(viewer.school)", tx)
    }
    static func reports(in school: ReadSchool, isOpen: Bool, _ tx: Transaction) throws -> [ChangeReport] {
        let state: SQL = isOpen ? "r.state = 'open'" : "r.state <> 'open'"
        return try reports(where: "r.school_id = \(school.id) AND \(state)", tx)
    }
    /// The heads see every report, a class teacher those of the classes they lead and their own.
    static func report(_ id: ID<ChangeReport>, seenBy viewer: Viewer, _ tx: Transaction) throws -> ChangeReport? {
        let own: SQL = MovementAccess.sees(viewer) ? "1 = 1" : "(r.reported_by = \(viewer.person) OR \(MovementAccess.isLed(by: viewer)))"
        return try reports(where: "r.id = \(id) AND r.school_id = \(viewer.school) AND \(own)", tx).first
    }

    private static func reports(where condition: SQL, _ tx: Transaction) throws -> [ChangeReport] {
        try tx.rows(
            """
            SELECT r.id AS report_id, r.kind, r.note, r.reported_at, r.due_on, r.state, r.answer, c.id AS class_id, c.school_id, c.year AS class_year,
                c.name AS class_name, w.family, w.given, w.patronymic, p.id AS pupil_id, p.family AS pupil_family, p.given AS pupil_given,
                p.patronymic AS pupil_patronymic
            FROM change_report r JOIN school_class c ON c.id = r.class_id JOIN person w ON w.id = r.reported_by LEFT JOIN person p ON p.id = r.pupil_id
            WHERE \(condition) ORDER BY CASE WHEN r.state = 'open' THEN 0 ELSE 1 END, r.due_on, r.id DESC LIMIT 100
            """
        ).compactMap(report)
    }

    private static func report(_ row: Row) throws -> ChangeReport? {
        guard let kind = ChangeReport.Kind(rawValue: try row.text("kind")), let state = ChangeReport.State(rawValue: try row.text("state")) else { return nil }
        let pupil = try row.optionalID("pupil_id", of: Person.self).map {
            Pupil(
                id: $0,
                name: PersonName(family: try row.text("pupil_family"), given: try row.text("pupil_given"), patronymic: try row.text("pupil_patronymic")))
        }
        return ChangeReport(
            id: try row.id("report_id"), kind: kind, schoolClass: try SchoolStore.schoolClass(row), pupil: pupil, note: try row.text("note"),
            reporter: try AccountsStore.name(row), at: try row.moment("reported_at"), due: try row.day("due_on"), state: state, answer: try row.text("answer"))
    }
}
