import Accounts
import Kernel
import Storage

/// The SQL of the pages about the school's order. Reading starts from `SeenSchool`.
enum StructureStore {
    // MARK: Years

    static func years(of school: SeenSchool, _ tx: Transaction) throws -> [AcademicYear] {
        try tx.rows("SELECT id, name, starts_on, ends_on FROM academic_year WHERE school_id = \(school.id) ORDER BY starts_on DESC, id DESC").map(year)
    }

    static func year(_ id: ID<AcademicYear>, of school: SeenSchool, _ tx: Transaction) throws -> AcademicYear? {
        try tx.first("SELECT id, name, starts_on, ends_on FROM academic_year WHERE id = \(id) AND school_id = \(school.id)").map(year)
    }

    static func sheet(of year: AcademicYear, in school: SeenSchool, _ tx: Transaction) throws -> YearSheet {
        YearSheet(year: year, terms: try terms(of: year.id, in: school, tx), classes: try classes(of: year.id, in: school, tx))
    }

    /// The year asked for, else the one that goes on, else the latest.
    static func structure(_ asked: ID<AcademicYear>?, on today: Day, of school: SeenSchool, _ tx: Transaction) throws -> StructureSheet? {
        let years = try years(of: school, tx)
        let chosen = asked.map { asked in years.first { $0.id == asked } } ?? years.first { $0.starts <= today } ?? years.last
        if asked != nil, chosen == nil { return nil }
        let counts = try tx.one(
            """
            SELECT (SELECT COUNT(*) FROM subject WHERE school_id = \(school.id)) AS subjects,
                   (SELECT COUNT(DISTINCT person_id) FROM membership WHERE school_id = \(school.id) AND role NOT IN ('pupil', 'guardian') AND until IS NULL) AS staff
            """)
        return StructureSheet(
            years: years, chosen: try chosen.map { try sheet(of: $0, in: school, tx) }, subjects: Int(try counts.int("subjects")),
            staff: Int(try counts.int("staff")))
    }

    private static func terms(of year: ID<AcademicYear>, in school: SeenSchool, _ tx: Transaction) throws -> [Term] {
        try tx.rows(
            """
            SELECT \(SchoolStore.termColumns) WHERE t.academic_year_id = \(year) AND t.school_id = \(school.id) ORDER BY t.starts_on, t.number, t.id
            """
        ).map(SchoolStore.term)
    }

    private static func year(_ row: Row) throws -> AcademicYear {
        AcademicYear(id: try row.id("id"), name: try row.text("name"), starts: try row.day("starts_on"), ends: try row.day("ends_on"))
    }

    /// The year a term belongs to.
    static func year(ofTerm term: ID<Term>, in school: SeenSchool, _ tx: Transaction) throws -> ID<AcademicYear>? {
        try tx.first("SELECT academic_year_id FROM term WHERE id = \(term) AND school_id = \(school.id)")?.id("academic_year_id")
    }

    // MARK: Classes

    private static func classes(of year: ID<AcademicYear>, in school: SeenSchool, _ tx: Transaction) throws -> [ClassLine] {
        let leaders = try tx.rows(
            """
            SELECT t.class_id, p.family, p.given, p.patronymic FROM class_teacher t JOIN school_class c ON c.id = t.class_id JOIN person p ON p.id = t.teacher_id
            WHERE c.academic_year_id = \(year) AND c.school_id = \(school.id) AND t.until IS NULL ORDER BY p.name_key, p.id
            """
        ).reduce(into: [Int64: [PersonName]]()) { $0[try $1.int("class_id"), default: []].append(try AccountsStore.name($1)) }
        return try tx.rows(
            """
            SELECT c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name,
                (SELECT COUNT(*) FROM enrolment e WHERE e.class_id = c.id AND e.until IS NULL) AS pupils
            FROM school_class c WHERE c.academic_year_id = \(year) AND c.school_id = \(school.id) ORDER BY c.sort_key, c.id
            """
        ).map {
            ClassLine(schoolClass: try SchoolStore.schoolClass($0), leaders: leaders[try $0.int("class_id")] ?? [], pupils: Int(try $0.int("pupils")))
        }
    }

    static func card(of id: ID<SchoolClass>, in school: SeenSchool, _ tx: Transaction) throws -> ClassCard? {
        let row = try tx.first(
            """
            SELECT c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name, y.id, y.name, y.starts_on, y.ends_on
            FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id WHERE c.id = \(id) AND c.school_id = \(school.id)
            """)
        guard let row else { return nil }
        return ClassCard(
            schoolClass: try SchoolStore.schoolClass(row), year: try year(row), leaders: try leaders(of: id, tx), seats: try seats(in: id, tx),
            groups: try groups(of: id, tx), courses: try SchoolStore.courses(where: "k.class_id = \(id)", tx))
    }

    private static func leaders(of id: ID<SchoolClass>, _ tx: Transaction) throws -> [ClassCard.Leader] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, t.since FROM class_teacher t JOIN person p ON p.id = t.teacher_id
            WHERE t.class_id = \(id) AND t.until IS NULL ORDER BY p.name_key, p.id
            """
        ).map { ClassCard.Leader(id: try $0.id("id"), name: try AccountsStore.name($0), since: try $0.day("since")) }
    }

    private static func seats(in id: ID<SchoolClass>, _ tx: Transaction) throws -> [ClassCard.Seat] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, e.since FROM enrolment e JOIN person p ON p.id = e.pupil_id
            WHERE e.class_id = \(id) AND e.until IS NULL ORDER BY p.name_key, p.id
            """
        ).map { ClassCard.Seat(pupil: try SchoolStore.pupil($0), since: try $0.day("since")) }
    }

    private static func groups(of id: ID<SchoolClass>, _ tx: Transaction) throws -> [ClassCard.Group] {
        let members = try tx.rows(
            """
            SELECT m.group_id, m.pupil_id FROM group_member m JOIN study_group g ON g.id = m.group_id WHERE g.class_id = \(id) AND m.until IS NULL
            """
        ).reduce(into: [Int64: Set<ID<Person>>]()) { $0[try $1.int("group_id"), default: []].insert(try $1.id("pupil_id")) }
        return try tx.rows("SELECT id, name FROM study_group WHERE class_id = \(id) ORDER BY name, id").map {
            ClassCard.Group(group: StudyGroup(id: try $0.id("id"), name: try $0.text("name")), pupils: members[try $0.int("id")] ?? [])
        }
    }

    /// The class a group is of.
    static func schoolClass(ofGroup group: ID<StudyGroup>, in school: SeenSchool, _ tx: Transaction) throws -> ID<SchoolClass>? {
        try tx.first("SELECT class_id FROM study_group WHERE id = \(group) AND school_id = \(school.id)")?.id("class_id")
    }

    static func course(_ id: ID<Course>, in school: SeenSchool, _ tx: Transaction) throws -> (
        schoolClass: ID<SchoolClass>, subject: ID<Subject>, group: ID<StudyGroup>?
    )? {
        try tx.first("SELECT class_id, subject_id, group_id FROM course WHERE id = \(id) AND school_id = \(school.id)").map {
            (try $0.id("class_id"), try $0.id("subject_id"), try $0.optionalID("group_id"))
        }
    }

    // MARK: Subjects and staff

    static func subjects(of school: SeenSchool, _ tx: Transaction) throws -> [SubjectLine] {
        try tx.rows(
            """
            SELECT j.id, j.name, (SELECT COUNT(*) FROM course k WHERE k.school_id = j.school_id AND k.subject_id = j.id) AS courses
            FROM subject j WHERE j.school_id = \(school.id) ORDER BY j.name_key, j.id
            """
        ).map { SubjectLine(subject: Subject(id: try $0.id("id"), name: try $0.text("name")), courses: Int(try $0.int("courses"))) }
    }

    static func staff(of school: SeenSchool, on today: Day, _ tx: Transaction) throws -> [StaffLine] {
        var order: [ID<Person>] = [], names: [ID<Person>: PersonName] = [:], roles: [ID<Person>: [Role]] = [:]
        let rows = try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, m.role FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.school_id = \(school.id) AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian') ORDER BY p.name_key, p.id, m.role
            """)
        for row in rows {
            let id: ID<Person> = try row.id("id")
            if names[id] == nil { order.append(id) }
            names[id] = try AccountsStore.name(row)
            if let role = Role(rawValue: try row.text("role")) { roles[id, default: []].append(role) }
        }
        let leads = try leads(in: school, on: today, tx), courses = try courses(in: school, on: today, tx)
        return order.compactMap { id in
            names[id].map { StaffLine(id: id, name: $0, roles: roles[id] ?? [], leads: leads[id] ?? [], courses: courses[id] ?? 0) }
        }
    }

    private static func leads(in school: SeenSchool, on today: Day, _ tx: Transaction) throws -> [ID<Person>: [String]] {
        try tx.rows(
            """
            SELECT t.teacher_id, c.name FROM class_teacher t JOIN school_class c ON c.id = t.class_id JOIN academic_year y ON y.id = c.academic_year_id
            WHERE c.school_id = \(school.id) AND t.until IS NULL AND y.ends_on >= \(today) ORDER BY c.sort_key
            """
        ).reduce(into: [:]) { $0[try $1.id("teacher_id"), default: []].append(try $1.text("name")) }
    }

    private static func courses(in school: SeenSchool, on today: Day, _ tx: Transaction) throws -> [ID<Person>: Int] {
        try tx.rows(
            """
            SELECT k.teacher_id, COUNT(*) AS courses FROM course k JOIN academic_year y ON y.id = k.academic_year_id
            WHERE k.school_id = \(school.id) AND k.teacher_id IS NOT NULL AND y.ends_on >= \(today) GROUP BY k.teacher_id
            """
        ).reduce(into: [:]) { $0[try $1.id("teacher_id")] = Int(try $1.int("courses")) }
    }
}
