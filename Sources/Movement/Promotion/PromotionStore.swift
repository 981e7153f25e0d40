import Accounts
import Kernel
import School
import Storage

/// The promotion's SQL. Reading starts from `ReadSchool`, writing takes `RuledSchool`.
enum PromotionStore {
    // MARK: Doing

    /// The first day of the later year, if both are the school's and in this order.
    static func days(from: ID<AcademicYear>, to: ID<AcademicYear>, in school: RuledSchool, _ tx: Transaction) throws -> Day? {
        try tx.first(
            """
            SELECT b.starts_on FROM academic_year a JOIN academic_year b ON b.school_id = a.school_id AND b.starts_on > a.starts_on
            WHERE a.id = \(from) AND b.id = \(to) AND a.school_id = \(school.id)
            """)?.day("starts_on")
    }

    static func begin(
        from: ID<AcademicYear>, to: ID<AcademicYear>, order: ID<SchoolOrder>, in school: RuledSchool, at now: Moment, _ tx: Transaction
    ) throws -> ID<Promotion> {
        let by = school.ruler.person.number == 0 ? nil : school.ruler.person
        return try tx.one(
            """
            INSERT INTO promotion (school_id, from_year_id, to_year_id, order_id, done_by, done_at)
            VALUES (\(school.id), \(from), \(to), \(order), \(by), \(now)) RETURNING id
            """
        ).id("id")
    }

    /// It was begun and had nothing to do.
    static func forget(_ promotion: ID<Promotion>, _ tx: Transaction) throws { try tx.rows("DELETE FROM promotion WHERE id = \(promotion)") }

    static func schoolClass(_ id: ID<SchoolClass>, in school: RuledSchool, _ tx: Transaction) throws -> SchoolClass? {
        try tx.first(
            "SELECT id AS class_id, school_id, year AS class_year, name AS class_name FROM school_class WHERE id = \(id) AND school_id = \(school.id)"
        ).map(SchoolStore.schoolClass)
    }

    /// The groups each pupil of a class is in.
    static func groupMembers(of schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> [ID<Person>: [ID<StudyGroup>]] {
        try tx.rows(
            """
            SELECT m.group_id, m.pupil_id FROM group_member m JOIN study_group g ON g.id = m.group_id
            WHERE g.class_id = \(schoolClass) AND m.until IS NULL ORDER BY m.group_id
            """
        ).reduce(into: [:]) { $0[try $1.id("pupil_id"), default: []].append(try $1.id("group_id")) }
    }

    // MARK: Class teachers

    static func note(
        _ teacher: ID<Person>, of origin: ID<SchoolClass>, since: Day, to target: ID<SchoolClass>?, at promotion: ID<Promotion>?, _ tx: Transaction
    ) throws {
        guard let promotion else { return }
        try tx.rows(
            """
            INSERT INTO promotion_leader (promotion_id, teacher_id, from_class_id, since, to_class_id)
            VALUES (\(promotion), \(teacher), \(origin), \(since), \(target))
            """)
    }

    struct Leader { let teacher: ID<Person>, from: ID<SchoolClass>, since: Day, to: ID<SchoolClass>? }

    static func leaders(of promotion: ID<Promotion>, _ tx: Transaction) throws -> [Leader] {
        try tx.rows(
            "SELECT teacher_id, from_class_id, since, to_class_id FROM promotion_leader WHERE promotion_id = \(promotion) ORDER BY from_class_id, teacher_id"
        ).map {
            Leader(teacher: try $0.id("teacher_id"), from: try $0.id("from_class_id"), since: try $0.day("since"), to: try $0.optionalID("to_class_id"))
        }
    }

    // MARK: Undoing

    static func stands(_ promotion: ID<Promotion>, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM promotion WHERE id = \(promotion) AND school_id = \(school.id) AND undone_at IS NULL") != nil
    }

    static func markUndone(_ promotion: ID<Promotion>, at now: Moment, in school: RuledSchool, _ tx: Transaction) throws {
        try tx.rows("UPDATE promotion SET undone_at = \(now) WHERE id = \(promotion) AND school_id = \(school.id)")
    }

    // MARK: The page

    /// The year that is to be left, with what is proposed for its classes. `nil` where the school has no year yet.
    static func sheet(from asked: ID<AcademicYear>?, today: Day, in school: ReadSchool, _ tx: Transaction) throws -> PromotionSheet? {
        let years = try tx.rows("SELECT id, name, starts_on, ends_on FROM academic_year WHERE school_id = \(school.id) ORDER BY starts_on, id").map {
            AcademicYear(id: try $0.id("id"), name: try $0.text("name"), starts: try $0.day("starts_on"), ends: try $0.day("ends_on"))
        }
        let origin = asked.map { asked in years.first { $0.id == asked } } ?? years.last { $0.starts <= today } ?? years.first
        guard let origin else { return nil }
        let lines = try lines(of: origin.id, in: school, tx)
        return PromotionSheet(
            from: origin, to: years.first { $0.starts > origin.starts }, lines: lines,
            first: lines.map(\.schoolClass).filter { $0.year == 1 }.map(\.name), done: try done(in: school, tx))
    }

    static func terms(of year: ID<AcademicYear>, in school: ReadSchool, _ tx: Transaction) throws -> [Term] {
        try tx.rows(
            """
            SELECT id, kind, number, name, starts_on, ends_on FROM term WHERE academic_year_id = \(year) AND school_id = \(school.id) ORDER BY starts_on, number
            """
        ).compactMap { row in
            guard let kind = Term.Kind(rawValue: try row.text("kind")) else { return nil }
            return Term(
                id: try row.id("id"), kind: kind, number: Int(try row.int("number")), name: try row.text("name"), starts: try row.day("starts_on"),
                ends: try row.day("ends_on"))
        }
    }

    private static func lines(of year: ID<AcademicYear>, in school: ReadSchool, _ tx: Transaction) throws -> [PromotionLine] {
        let pupils = try tx.rows(
            """
            SELECT e.class_id, p.id, p.family, p.given, p.patronymic FROM enrolment e JOIN school_class c ON c.id = e.class_id JOIN person p ON p.id = e.pupil_id
            WHERE c.academic_year_id = \(year) AND c.school_id = \(school.id) AND e.until IS NULL ORDER BY p.name_key, p.id
            """
        ).reduce(into: [ID<SchoolClass>: [Pupil]]()) { $0[try $1.id("class_id"), default: []].append(try SchoolStore.pupil($1)) }
        let leaders = try tx.rows(
            """
            SELECT t.class_id, p.family, p.given, p.patronymic FROM class_teacher t JOIN school_class c ON c.id = t.class_id JOIN person p ON p.id = t.teacher_id
            WHERE c.academic_year_id = \(year) AND c.school_id = \(school.id) AND t.until IS NULL ORDER BY p.name_key, p.id
            """
        ).reduce(into: [ID<SchoolClass>: [PersonName]]()) { $0[try $1.id("class_id"), default: []].append(try AccountsStore.name($1)) }
        return try tx.rows(
            """
            SELECT c.id AS class_id, c.school_id, c.year AS class_year, c.name AS class_name,
                (SELECT COUNT(*) FROM study_group g WHERE g.class_id = c.id) AS groups, (SELECT COUNT(*) FROM course k WHERE k.class_id = c.id) AS courses
            FROM school_class c WHERE c.academic_year_id = \(year) AND c.school_id = \(school.id) ORDER BY c.sort_key, c.id
            """
        ).compactMap { row in
            let schoolClass = try SchoolStore.schoolClass(row)
            guard let inside = pupils[schoolClass.id] else { return nil }
            return PromotionLine(
                schoolClass: schoolClass, pupils: inside, leaders: leaders[schoolClass.id] ?? [], groups: Int(try row.int("groups")),
                courses: Int(try row.int("courses")), proposal: proposal(for: schoolClass))
        }
    }

    /// Classes go on; the ninth and the eleventh finish school; the fourth has other teachers in the fifth, so its courses are not copied
    /// (REQUIREMENTS A14).
    private static func proposal(for schoolClass: SchoolClass) -> PromotionChoice {
        let name = schoolClass.nameOfNextYear, changesTeachers = schoolClass.year == 4
        return PromotionChoice(
            schoolClass.id, schoolClass.isLastOfLevel ? .graduate : .carry, name: schoolClass.year == 11 ? "" : name,
            keepsLeader: !changesTeachers && !schoolClass.isLastOfLevel, copiesCourses: !changesTeachers)
    }

    private static func done(in school: ReadSchool, _ tx: Transaction) throws -> [Promotion] {
        try tx.rows(
            """
            SELECT r.id, r.done_at, r.undone_at, a.name AS from_name, b.name AS to_name, \(OrderStore.columns),
                (SELECT COUNT(*) FROM movement v WHERE v.promotion_id = r.id) AS pupils
            FROM promotion r JOIN academic_year a ON a.id = r.from_year_id JOIN academic_year b ON b.id = r.to_year_id JOIN school_order o ON o.id = r.order_id
            WHERE r.school_id = \(school.id) ORDER BY r.id DESC LIMIT 10
            """
        ).map {
            Promotion(
                id: try $0.id("id"), from: try $0.text("from_name"), to: try $0.text("to_name"), order: try OrderStore.order($0), at: try $0.moment("done_at"),
                pupils: Int(try $0.int("pupils")), isUndone: try $0.optional("undone_at", Row.int) != nil)
        }
    }
}
