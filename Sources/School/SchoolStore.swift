import Accounts
import Kernel
import Storage

/// The school's SQL: what features on the right may ask.
public enum SchoolStore {
    // MARK: Courses

    /// Columns of a course, for a join with `k` (course), `c` (school_class), `j` (subject), `g` (study_group), `t` (teacher).
    public static let courseColumns: SQL = """
        k.id AS course_id, k.school_id, j.name AS subject, c.id AS class_id, c.year AS class_year, c.name AS class_name,
        g.id AS group_id, g.name AS group_name, t.id AS teacher_id, t.family, t.given, t.patronymic,
        \(Badge.column(of: "t.id", in: "k.school_id", as: "teacher_verified"))
        """
    public static let courseJoins: SQL = """
        JOIN school_class c ON c.id = k.class_id JOIN subject j ON j.id = k.subject_id
        LEFT JOIN study_group g ON g.id = k.group_id LEFT JOIN person t ON t.id = k.teacher_id
        """

    public static func course(_ row: Row) throws -> Course {
        let teacher = try row.optionalID("teacher_id", of: Person.self)
        let group = try row.optionalID("group_id", of: StudyGroup.self)
        return Course(
            id: try row.id("course_id"), school: try row.id("school_id"), subject: try row.text("subject"), schoolClass: try schoolClass(row),
            group: try group.map { StudyGroup(id: $0, name: try row.text("group_name")) }, teacher: teacher,
            teacherName: try teacher.map { _ in try AccountsStore.name(row) }, isTeacherVerified: try row.bool("teacher_verified"))
    }

    public static func schoolClass(_ row: Row) throws -> SchoolClass {
        SchoolClass(
            id: try row.id("class_id"), school: try row.id("school_id"), year: try row.optional("class_year", Row.int).map { Int($0) },
            name: try row.text("class_name"))
    }

    /// Courses that meet a condition on `k` and its joins.
    public static func courses(where condition: SQL, _ tx: Transaction) throws -> [Course] {
        try tx.rows("SELECT \(courseColumns) FROM course k \(courseJoins) WHERE \(condition) ORDER BY c.sort_key, j.name_key, k.id").map(course)
    }

    // MARK: People of a class

    /// Those who sit in the course's lessons on a day: the class, or its group, by the list's order.
    public static func pupils(of course: Course, on day: Day, _ tx: Transaction) throws -> [Pupil] {
        let inGroup: SQL =
            course.group.map { group in
                "AND e.pupil_id IN (SELECT pupil_id FROM group_member WHERE group_id = \(group.id) AND since <= \(day) AND (until IS NULL OR until >= \(day)))"
            } ?? ""
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM enrolment e JOIN person p ON p.id = e.pupil_id
            WHERE e.class_id = \(course.schoolClass.id) AND e.since <= \(day) AND (e.until IS NULL OR e.until >= \(day)) \(inGroup)
            ORDER BY p.name_key, p.id
            """
        ).map(pupil)
    }

    /// Everyone who sat in the course's lessons at any time between two days.
    public static func pupils(of course: Course, during days: ClosedRange<Day>, _ tx: Transaction) throws -> [Pupil] {
        let inGroup: SQL =
            course.group.map { group in
                "AND e.pupil_id IN (SELECT pupil_id FROM group_member WHERE group_id = \(group.id) AND since <= \(days.upperBound) AND (until IS NULL OR until >= \(days.lowerBound)))"
            } ?? ""
        return try tx.rows(
            """
            SELECT DISTINCT p.id, p.family, p.given, p.patronymic, p.name_key FROM enrolment e JOIN person p ON p.id = e.pupil_id
            WHERE e.class_id = \(course.schoolClass.id) AND e.since <= \(days.upperBound) AND (e.until IS NULL OR e.until >= \(days.lowerBound)) \(inGroup)
            ORDER BY p.name_key, p.id
            """
        ).map(pupil)
    }

    public static func pupil(_ row: Row) throws -> Pupil { Pupil(id: try row.id("id"), name: try AccountsStore.name(row)) }

    static func enrolments(where condition: SQL, _ tx: Transaction) throws -> [Enrolment] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, e.since, e.until, e.school_id, c.id AS class_id, c.year AS class_year, c.name AS class_name
            FROM enrolment e JOIN person p ON p.id = e.pupil_id JOIN school_class c ON c.id = e.class_id
            WHERE \(condition) ORDER BY p.name_key, p.id
            """
        ).map { Enrolment(pupil: try pupil($0), schoolClass: try schoolClass($0), since: try $0.day("since"), until: try $0.optional("until", Row.day)) }
    }

    /// A pupil and the guardians: who hears what concerns the pupil. Nobody, once the consent was taken back: they see nothing either.
    public static func household(of pupil: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Set<ID<Person>> {
        Set(
            try tx.rows(
                """
                SELECT p.id AS person_id FROM person p WHERE p.id = \(pupil) AND \(AccountsAccess.isOpen(to: "p.id", in: school))
                UNION SELECT g.guardian_id FROM guardian g
                WHERE g.pupil_id = \(pupil) AND g.school_id = \(school) AND \(AccountsAccess.isOpen(to: "g.pupil_id", in: school))
                """
            ).map { try $0.id("person_id") })
    }

    /// The households of everyone in a class.
    public static func households(ofClass schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> Set<ID<Person>> {
        Set(
            try tx.rows(
                """
                SELECT e.pupil_id AS person_id FROM enrolment e WHERE e.class_id = \(schoolClass) AND e.until IS NULL
                UNION SELECT g.guardian_id FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id WHERE e.class_id = \(schoolClass) AND e.until IS NULL
                """
            ).map { try $0.id("person_id") })
    }

    public static func classes(of school: ID<School>, _ tx: Transaction) throws -> [SchoolClass] {
        try tx.rows(
            "SELECT id AS class_id, school_id, year AS class_year, name AS class_name FROM school_class WHERE school_id = \(school) ORDER BY sort_key, id"
        ).map(schoolClass)
    }

    public static func schoolClass(_ id: ID<SchoolClass>, of school: ID<School>, _ tx: Transaction) throws -> SchoolClass? {
        try tx.first(
            "SELECT id AS class_id, school_id, year AS class_year, name AS class_name FROM school_class WHERE id = \(id) AND school_id = \(school)"
        ).map(schoolClass)
    }

    public static func classTeachers(of schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> [ID<Person>] {
        try tx.rows("SELECT teacher_id FROM class_teacher WHERE class_id = \(schoolClass) AND until IS NULL ORDER BY teacher_id").map {
            try $0.id("teacher_id")
        }
    }

    // MARK: Years and terms

    public static func year(of school: ID<School>, on day: Day, _ tx: Transaction) throws -> AcademicYear? {
        try tx.first(
            "SELECT id, name, starts_on, ends_on FROM academic_year WHERE school_id = \(school) AND starts_on <= \(day) AND ends_on >= \(day) ORDER BY starts_on DESC"
        ).map { AcademicYear(id: try $0.id("id"), name: try $0.text("name"), starts: try $0.day("starts_on"), ends: try $0.day("ends_on")) }
    }

    /// The terms of the academic year that holds the day, in their order.
    public static func terms(of school: ID<School>, on day: Day, _ tx: Transaction) throws -> [Term] {
        try tx.rows(
            """
            SELECT \(termColumns) JOIN academic_year y ON y.id = t.academic_year_id
            WHERE t.school_id = \(school) AND y.starts_on <= \(day) AND y.ends_on >= \(day) ORDER BY t.starts_on, t.number
            """
        ).map(term)
    }

    /// The closed term to which a day belongs, if there is one.
    public static func closedTerm(of school: ID<School>, on day: Day, _ tx: Transaction) throws -> Term? {
        try tx.first(
            """
            SELECT \(termColumns) WHERE t.school_id = \(school) AND t.starts_on <= \(day) AND t.ends_on >= \(day) AND t.closed_at IS NOT NULL
            ORDER BY t.starts_on DESC, t.id
            """
        ).map(term)
    }

    static let termColumns: SQL = """
        t.id, t.kind, t.number, t.name, t.starts_on, t.ends_on, t.closed_at, q.family, q.given, q.patronymic FROM term t LEFT JOIN person q ON q.id = t.closed_by
        """

    static func term(_ row: Row) throws -> Term {
        let closing = try row.optional("closed_at", Row.moment).map { Term.Closing(at: $0, by: try closer(row)) }
        return Term(
            id: try row.id("id"), kind: Term.Kind(rawValue: try row.text("kind")) ?? .year, number: Int(try row.int("number")), name: try row.text("name"),
            starts: try row.day("starts_on"), ends: try row.day("ends_on"), closing: closing)
    }

    private static func closer(_ row: Row) throws -> PersonName {
        guard try row.optional("family", Row.text) != nil else { return PersonName(family: "", given: "") }
        return try AccountsStore.name(row)
    }

    // MARK: Erasure

    /// Ends the person's links with children and guardians. The place in a class and in groups stays: it says nothing of who sits there.
    static func eraseFamily(of person: ID<Person>, _ tx: Transaction) throws -> [Destroyed] {
        let links = try tx.rows("DELETE FROM guardian WHERE pupil_id = \(person) OR guardian_id = \(person) RETURNING pupil_id")
        return [Destroyed(.family, links.count)]
    }

    // MARK: Figures

    static func figures(of school: ID<School>, _ tx: Transaction) throws -> SchoolFigures {
        let row = try tx.one(
            """
            SELECT (SELECT COUNT(*) FROM school_class WHERE school_id = \(school)) AS classes,
                   (SELECT COUNT(*) FROM enrolment WHERE school_id = \(school) AND until IS NULL) AS pupils,
                   (SELECT COUNT(DISTINCT person_id) FROM membership WHERE school_id = \(school) AND role NOT IN ('pupil', 'guardian') AND until IS NULL) AS staff,
                   (SELECT COUNT(DISTINCT person_id) FROM membership m WHERE m.school_id = \(school) AND m.until IS NULL
                        AND NOT EXISTS (SELECT person_id FROM credential q WHERE q.person_id = m.person_id)) AS without_login
            """)
        return SchoolFigures(
            classes: Int(try row.int("classes")), pupils: Int(try row.int("pupils")), staff: Int(try row.int("staff")),
            withoutLogin: Int(try row.int("without_login")))
    }
}

/// How large the school is, for its administrator's first screen.
struct SchoolFigures: Sendable { let classes: Int, pupils: Int, staff: Int, withoutLogin: Int }
