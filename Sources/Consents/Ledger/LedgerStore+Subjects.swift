import Accounts
import Kernel
import School
import Storage

/// Of whom consents speak.
extension LedgerStore {
    /// The person as the school knows them; a pupil before a member of staff before a guardian. `nil` for one who does not belong to it,
    /// and for one of whom only a number is left.
    static func subject(_ person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Subject? {
        try subjects(where: "p.id = \(person)", in: school, tx).first
    }

    static func subjects(_ people: [ID<Person>], in school: ID<School>, _ tx: Transaction) throws -> [Subject] {
        try subjects(where: "p.id IN \(list: people)", in: school, tx)
    }

    static func pupils(of schoolClass: ID<SchoolClass>, in school: ID<School>, _ tx: Transaction) throws -> [Subject] {
        try subjects(where: "e.class_id = \(schoolClass)", in: school, tx)
    }

    static func pupils(ofClasses classes: [ID<SchoolClass>], in school: ID<School>, _ tx: Transaction) throws -> [(
        subject: Subject, schoolClass: ID<SchoolClass>
    )] {
        let pupils = try subjects(where: "e.class_id IN \(list: classes)", in: school, tx)
        let places = try tx.rows("SELECT pupil_id, class_id FROM enrolment WHERE school_id = \(school) AND until IS NULL AND class_id IN \(list: classes)").map
        {
            (try $0.id("pupil_id", of: Person.self), try $0.id("class_id", of: SchoolClass.self))
        }
        let classOf = Dictionary(places, uniquingKeysWith: { first, _ in first })
        return pupils.compactMap { pupil in classOf[pupil.id].map { (pupil, $0) } }
    }

    /// The guardians of a class's pupils, as people who consent for themselves.
    static func guardians(ofClass schoolClass: ID<SchoolClass>, in school: ID<School>, _ tx: Transaction) throws -> [Subject] {
        try subjects(
            where: """
                p.id IN (SELECT g.guardian_id FROM guardian g JOIN enrolment n ON n.pupil_id = g.pupil_id AND n.until IS NULL
                    WHERE n.class_id = \(schoolClass) AND g.school_id = \(school))
                """, in: school, tx)
    }

    static func staff(of school: ID<School>, _ tx: Transaction) throws -> [Subject] {
        try subjects(where: "m.role NOT IN ('pupil', 'guardian')", in: school, tx).filter { $0.kind == .staff }
    }

    private static func subjects(where condition: SQL, in school: ID<School>, _ tx: Transaction) throws -> [Subject] {
        let rows = try tx.rows(
            """
            SELECT DISTINCT p.id, p.family, p.given, p.patronymic, p.born_on, p.name_key, c.name AS class_name,
                CASE WHEN m.role = 'pupil' THEN 0 WHEN m.role = 'guardian' THEN 2 ELSE 1 END AS place
            FROM membership m JOIN person p ON p.id = m.person_id AND p.is_erased = 0
            LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.school_id = m.school_id AND e.until IS NULL
            LEFT JOIN school_class c ON c.id = e.class_id
            WHERE m.school_id = \(school) AND m.until IS NULL AND \(condition) ORDER BY p.name_key, p.id, place
            """)
        var subjects: [Subject] = []
        for row in rows where try subjects.last?.id != row.id("id") {
            let kind: Subject.Kind =
                switch try row.int("place") {
                case 0: .pupil;
                case 1: .staff;
                default: .guardian
                }
            subjects.append(
                Subject(
                    id: try row.id("id"), name: try AccountsStore.name(row), kind: kind, bornOn: try row.optional("born_on", Row.day),
                    className: try row.optional("class_name", Row.text)))
        }
        return subjects
    }

    /// The person, and the pupils whose guardian they are in the school.
    static func household(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> (oneself: Subject?, children: [Subject]) {
        let all = try subjects(
            where: """
                (p.id = \(person) OR (m.role = 'pupil' AND p.id IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(person) AND school_id = \(school))))
                """, in: school, tx)
        return (all.first { $0.id == person }, all.filter { $0.id != person })
    }

    static func guardians(of pupil: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [Pupil] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM guardian g JOIN person p ON p.id = g.guardian_id
            WHERE g.pupil_id = \(pupil) AND g.school_id = \(school) AND p.is_erased = 0 ORDER BY p.name_key, p.id
            """
        ).map { Pupil(id: try $0.id("id"), name: try AccountsStore.name($0)) }
    }
}
