import Accounts
import Kernel
import School
import Storage

/// The import's SQL: its own table, and questions to those below.
enum ImportStore {
    /// Takes the source's lock until the transaction ends; gives what was noted with it.
    static func lock(_ source: String, _ tx: Transaction) throws -> String {
        try tx.one(
            """
            INSERT INTO import_key (source, kind, key, number, fingerprint) VALUES (\(source), \(ImportKind.root.rawValue), '', 0, '')
            ON CONFLICT (source, kind, key) DO UPDATE SET number = import_key.number RETURNING fingerprint
            """
        ).text("fingerprint")
    }

    static func note(_ fingerprint: String, with source: String, _ tx: Transaction) throws {
        try tx.rows("UPDATE import_key SET fingerprint = \(fingerprint) WHERE source = \(source) AND kind = \(ImportKind.root.rawValue) AND key = ''")
    }

    /// Who was merged with another since the last run is the one they are now.
    static func keys(of kind: ImportKind, from source: String, _ tx: Transaction) throws -> [String: ImportKeys.Entry] {
        var keys: [String: ImportKeys.Entry] = [:]
        let people = [ImportKind.person, .role].map { Value.text($0.rawValue) }
        for row in try tx.rows(
            """
            SELECT k.key, COALESCE(g.into_id, k.number) AS number, k.fingerprint FROM import_key k
            LEFT JOIN merged_person g ON g.from_id = k.number AND k.kind IN \(list: people) WHERE k.source = \(source) AND k.kind = \(kind.rawValue)
            """)
        {
            keys[try row.text("key")] = ImportKeys.Entry(number: try row.int("number"), fingerprint: try row.text("fingerprint"))
        }
        return keys
    }

    static func setKeys(_ rows: [(ImportKeys.Name, ImportKeys.Entry)], from source: String, _ tx: Transaction) throws {
        let rows = rows.map { name, entry -> SQL in "(\(source), \(name.kind.rawValue), \(name.key), \(entry.number), \(entry.fingerprint))" }
        try tx.rows(
            """
            INSERT INTO import_key (source, kind, key, number, fingerprint) VALUES \(rows: rows)
            ON CONFLICT (source, kind, key) DO UPDATE SET number = excluded.number, fingerprint = excluded.fingerprint
            """)
    }

    static func removeKey(_ kind: ImportKind, _ key: String, from source: String, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM import_key WHERE source = \(source) AND kind = \(kind.rawValue) AND key = \(key)")
    }

    // MARK: What is there already

    static func year(of school: ID<School>, on day: Day, _ tx: Transaction) throws -> Int64? {
        try SchoolStore.year(of: school, on: day, tx)?.id.number
    }

    static func year(named name: String, of school: ID<School>, _ tx: Transaction) throws -> Int64? {
        try tx.first("SELECT id FROM academic_year WHERE school_id = \(school) AND name = \(name)")?.int("id")
    }

    static func term(_ kind: Term.Kind, from start: Day, in year: ID<AcademicYear>, _ tx: Transaction) throws -> Int64? {
        try tx.first("SELECT id FROM term WHERE academic_year_id = \(year) AND kind = \(kind.rawValue) AND starts_on = \(start)")?.int("id")
    }

    static func subject(_ name: String, of school: ID<School>, _ tx: Transaction) throws -> Int64? {
        try tx.first("SELECT id FROM subject WHERE school_id = \(school) AND name_key = \(TextKey.of(name))")?.int("id")
    }

    static func schoolClass(_ name: String, in year: ID<AcademicYear>, _ tx: Transaction) throws -> Int64? {
        try tx.first("SELECT id FROM school_class WHERE academic_year_id = \(year) AND name = \(name)")?.int("id")
    }

    static func group(_ name: String, of schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> Int64? {
        try tx.first("SELECT id FROM study_group WHERE class_id = \(schoolClass) AND name = \(name)")?.int("id")
    }

    static func course(
        _ subject: ID<Subject>, for schoolClass: ID<SchoolClass>, group: ID<StudyGroup>?, teacher: ID<Person>?, _ tx: Transaction
    ) throws -> Int64? {
        try tx.first(
            """
            SELECT id FROM course WHERE class_id = \(schoolClass) AND subject_id = \(subject)
            AND COALESCE(group_id, 0) = \(group?.number ?? 0) AND COALESCE(teacher_id, 0) = \(teacher?.number ?? 0)
            """)?.int("id")
    }

    static func group(of course: ID<Course>, _ tx: Transaction) throws -> ID<StudyGroup>? {
        try tx.first("SELECT group_id FROM course WHERE id = \(course)")?.optionalID("group_id")
    }

    /// The class in which a pupil is now, and its school.
    static func enrolment(of pupil: ID<Person>, _ tx: Transaction) throws -> (schoolClass: Int64, school: ID<School>, since: Day)? {
        try tx.first("SELECT class_id, school_id, since FROM enrolment WHERE pupil_id = \(pupil) AND until IS NULL").map {
            (try $0.int("class_id"), try $0.id("school_id"), try $0.day("since"))
        }
    }

    /// The schools to which a person belongs; if there are none, those to which they once belonged (that is slow, and rarely asked).
    static func schools(of person: ID<Person>, _ tx: Transaction) throws -> [ID<School>] {
        let now = try tx.rows("SELECT DISTINCT school_id FROM membership WHERE person_id = \(person) AND until IS NULL ORDER BY school_id")
        let ever = now.isEmpty ? try tx.rows("SELECT DISTINCT school_id FROM membership WHERE person_id = \(person) ORDER BY school_id") : now
        return try ever.map { try $0.id("school_id") }
    }

    /// The schools in which a person has a role now.
    static func schools(of person: ID<Person>, as role: Role, _ tx: Transaction) throws -> [ID<School>] {
        try tx.rows("SELECT school_id FROM membership WHERE person_id = \(person) AND role = \(role.rawValue) AND until IS NULL ORDER BY school_id").map {
            try $0.id("school_id")
        }
    }

    struct Member { let id: ID<Person>, name: PersonName, isTeacher: Bool }

    /// Those of the staff now, each once.
    static func staff(of school: ID<School>, _ tx: Transaction) throws -> [Member] {
        let rows = try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, m.role FROM membership m JOIN person p ON p.id = m.person_id
            WHERE m.school_id = \(school) AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian') ORDER BY p.id
            """
        ).map { (id: try $0.id("id", of: Person.self), name: try AccountsStore.name($0), role: Role(rawValue: try $0.text("role"))) }
        return Dictionary(grouping: rows, by: \.id).values.compactMap { own in
            own.first.map { Member(id: $0.id, name: $0.name, isTeacher: own.contains { $0.role.map(Role.teachers.contains) ?? false }) }
        }
    }

    static func isCollege(_ school: ID<School>, _ tx: Transaction) throws -> Bool {
        try tx.one("SELECT kind FROM school WHERE id = \(school)").text("kind") == OpenSchool.Kind.vocational.rawValue
    }

    static func school(ofGroup group: ID<StudyGroup>, _ tx: Transaction) throws -> ID<School>? {
        try tx.first("SELECT school_id FROM study_group WHERE id = \(group)")?.id("school_id")
    }

    static func school(ofClass number: Int64, _ tx: Transaction) throws -> (school: ID<School>, year: ID<AcademicYear>)? {
        try tx.first("SELECT school_id, academic_year_id FROM school_class WHERE id = \(number)").map {
            (try $0.id("school_id"), try $0.id("academic_year_id"))
        }
    }
}
