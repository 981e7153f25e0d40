import Accounts
import Kernel
import School
import Storage

/// The appointments' SQL. Reading starts from `ReadSchool`, writing takes `RuledSchool`.
enum AppointmentStore {
    // MARK: Whom to appoint

    static func candidate(_ person: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws -> Candidate? {
        try candidates(where: "m.school_id = \(school.id) AND m.person_id = \(person)", tx).first
    }

    static func candidates(in school: ReadSchool, _ tx: Transaction) throws -> [Candidate] { try candidates(where: "m.school_id = \(school.id)", tx) }

    private static func candidates(where condition: SQL, _ tx: Transaction) throws -> [Candidate] {
        let rows = try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, m.role, q.person_id AS joined FROM membership m JOIN person p ON p.id = m.person_id
            LEFT JOIN credential q ON q.person_id = m.person_id
            WHERE \(condition) AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian') ORDER BY p.name_key, p.id, m.role
            """)
        var found: [Candidate] = []
        for row in rows {
            let id: ID<Person> = try row.id("id"), role = Role(rawValue: try row.text("role"))
            let former = found.last?.id == id ? found.removeLast().roles : []
            found.append(
                Candidate(
                    id: id, name: try AccountsStore.name(row), roles: former.union([role].compactMap { $0 }),
                    hasJoined: try row.optional("joined", Row.int) != nil))
        }
        return found
    }

    // MARK: Who is appointed

    /// All roles of the school's administration and all classes led, each with its order where there is one.
    static func holders(in school: ReadSchool, on today: Day, _ tx: Transaction) throws -> [Holder] {
        let roles = MovementAccess.appointed.filter { $0 != .classTeacher }
        let heads = try holders(
            """
            SELECT m.role, m.since, NULL AS class_id, NULL AS class_school, NULL AS class_year, NULL AS class_name, '' AS class_key, m.person_id, a.id AS appointment_id,
                a.since AS appointed_since, a.order_id AS by_order
            FROM membership m LEFT JOIN appointment a ON a.school_id = m.school_id AND a.person_id = m.person_id AND a.role = m.role AND a.until IS NULL
            WHERE m.school_id = \(school.id) AND m.until IS NULL AND m.role IN \(list: roles.map { Value.text($0.rawValue) })
            """, tx)
        let leaders = try holders(
            """
            SELECT 'classTeacher' AS role, t.since, c.id AS class_id, c.school_id AS class_school, c.year AS class_year, c.name AS class_name, c.sort_key AS class_key,
                t.teacher_id AS person_id, a.id AS appointment_id, a.since AS appointed_since, a.order_id AS by_order
            FROM class_teacher t JOIN school_class c ON c.id = t.class_id JOIN academic_year y ON y.id = c.academic_year_id
            LEFT JOIN appointment a ON a.school_id = c.school_id AND a.person_id = t.teacher_id AND a.class_id = c.id AND a.until IS NULL
            WHERE c.school_id = \(school.id) AND t.until IS NULL AND y.ends_on >= \(today)
            """, tx)
        return roles.flatMap { role in heads.filter { $0.role == role } } + leaders
    }

    private static func holders(_ inner: SQL, _ tx: Transaction) throws -> [Holder] {
        try tx.rows(
            """
            SELECT h.role, h.since, h.class_id, h.class_school, h.class_year, h.class_name, h.appointment_id, h.appointed_since, p.id, p.family, p.given, p.patronymic,
                \(OrderStore.columns)
            FROM (\(inner)) h JOIN person p ON p.id = h.person_id LEFT JOIN school_order o ON o.id = h.by_order ORDER BY h.class_key, p.name_key, p.id
            """
        ).compactMap(holder)
    }

    private static func holder(_ row: Row) throws -> Holder? {
        guard let role = Role(rawValue: try row.text("role")) else { return nil }
        let schoolClass = try row.optional("class_id", Row.int).map { id in
            SchoolClass(
                id: ID(id), school: try row.id("class_school"), year: try row.optional("class_year", Row.int).map { Int($0) }, name: try row.text("class_name"))
        }
        let person: ID<Person> = try row.id("id"), name = try AccountsStore.name(row)
        let appointment = try row.optional("appointment_id", Row.int).map { id in
            Appointment(
                id: ID(id), role: role, person: person, name: name, schoolClass: schoolClass?.name, since: try row.day("appointed_since"),
                order: try OrderStore.order(row))
        }
        return Holder(role: role, person: person, name: name, schoolClass: schoolClass, since: try row.day("since"), appointment: appointment)
    }

    /// Those made or ended by one order.
    static func appointments(by order: ID<SchoolOrder>, in school: ReadSchool, _ tx: Transaction) throws -> [Appointment] {
        try appointments(where: "(a.order_id = \(order) OR a.end_order_id = \(order)) AND a.school_id = \(school.id)", tx)
    }

    /// One that is in force.
    static func appointment(_ id: ID<Appointment>, in school: ReadSchool, _ tx: Transaction) throws -> Appointment? {
        try appointments(where: "a.id = \(id) AND a.school_id = \(school.id) AND a.until IS NULL", tx).first
    }

    private static func appointments(where condition: SQL, _ tx: Transaction) throws -> [Appointment] {
        try tx.rows(
            """
            SELECT a.id AS appointment_id, a.role, a.since, p.id, p.family, p.given, p.patronymic, c.name AS class_name, \(OrderStore.columns)
            FROM appointment a JOIN person p ON p.id = a.person_id JOIN school_order o ON o.id = a.order_id LEFT JOIN school_class c ON c.id = a.class_id
            WHERE \(condition) ORDER BY a.id
            """
        ).compactMap { row in
            guard let role = Role(rawValue: try row.text("role")) else { return nil }
            return Appointment(
                id: try row.id("appointment_id"), role: role, person: try row.id("id"), name: try AccountsStore.name(row),
                schoolClass: try row.optional("class_name", Row.text), since: try row.day("since"), order: try OrderStore.order(row))
        }
    }

    // MARK: Ending

    static func end(_ id: ID<Appointment>, on day: Day, order: ID<SchoolOrder>, in school: RuledSchool, _ tx: Transaction) throws {
        let by = school.ruler.person.number == 0 ? nil : school.ruler.person
        try tx.rows(
            """
            UPDATE appointment SET until = CASE WHEN since > \(day) THEN since ELSE \(day) END, end_order_id = \(order), ended_by = \(by)
            WHERE id = \(id) AND school_id = \(school.id) AND until IS NULL
            """)
    }

    static func endAll(of person: ID<Person>, on day: Day, order: ID<SchoolOrder>, in school: RuledSchool, _ tx: Transaction) throws {
        let open = try tx.rows("SELECT id FROM appointment WHERE school_id = \(school.id) AND person_id = \(person) AND until IS NULL")
        for row in open { try end(try row.id("id"), on: day, order: order, in: school, tx) }
    }

    /// Appointments whose role or class was ended otherwise, e.g. by an import, are in force no longer.
    static func settle(_ school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        guard let zone = try AccountsStore.school(school, tx)?.zone else { return }
        let day = zone.day(of: now)
        try tx.rows(
            """
            UPDATE appointment SET until = CASE WHEN since > \(day) THEN since ELSE \(day) END WHERE school_id = \(school) AND until IS NULL AND (
                (class_id IS NULL AND NOT EXISTS (SELECT m.id FROM membership m WHERE m.person_id = appointment.person_id
                    AND m.school_id = appointment.school_id AND m.role = appointment.role AND m.until IS NULL))
                OR (class_id IS NOT NULL AND NOT EXISTS (SELECT t.class_id FROM class_teacher t WHERE t.class_id = appointment.class_id
                    AND t.teacher_id = appointment.person_id AND t.until IS NULL)))
            """)
    }

    // MARK: What a dismissal leaves behind

    /// Courses of the running years without a teacher who still works in the school.
    static func orphans(in school: ReadSchool, on today: Day, _ tx: Transaction) throws -> [OrphanCourse] {
        try tx.rows(
            """
            SELECT k.id, j.name AS subject, c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name
            FROM course k JOIN school_class c ON c.id = k.class_id JOIN subject j ON j.id = k.subject_id JOIN academic_year y ON y.id = k.academic_year_id
            WHERE k.school_id = \(school.id) AND y.starts_on <= \(today) AND y.ends_on >= \(today) AND NOT EXISTS (SELECT m.id FROM membership m
                WHERE m.person_id = k.teacher_id AND m.school_id = k.school_id AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian'))
            ORDER BY c.sort_key, j.name_key, k.id LIMIT 200
            """
        ).map { OrphanCourse(course: try $0.id("id"), subject: try $0.text("subject"), schoolClass: try SchoolStore.schoolClass($0)) }
    }
}
