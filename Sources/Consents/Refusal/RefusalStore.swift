import Accounts
import Kernel
import School
import Storage

/// The refusals' and paper lines' SQL.
enum RefusalStore {
    /// A refusal waits from now on, unless one does already. Of staff the school keeps what labour law asks for: nothing waits there.
    static func open(of subject: Subject, _ purpose: Purpose, _ word: ConsentWord, in school: ID<School>, on day: Day, _ tx: Transaction) throws {
        guard subject.kind != .staff else { return }
        try tx.rows(
            """
            INSERT INTO refusal (school_id, person_id, purpose, word, received_on, due_on)
            VALUES (\(school), \(subject.id), \(purpose.rawValue), \(word.rawValue), \(day), \(day + Refusal.daysToDestroy))
            ON CONFLICT (school_id, person_id) WHERE outcome IS NULL DO NOTHING
            """)
    }

    /// The family has thought better of it before anything was destroyed.
    static func takeBack(of person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE refusal SET outcome = 'takenBack', closed_at = \(now) WHERE person_id = \(person) AND school_id = \(school) AND outcome IS NULL")
    }

    static func accept(_ refusal: Refusal, by right: AcceptingRight, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE refusal SET outcome = 'accepted', closed_by = \(right.by.person), closed_at = \(now) WHERE id = \(refusal.id)")
    }

    private static func refusal(_ row: Row) throws -> Refusal? {
        guard let purpose = Purpose(rawValue: try row.text("purpose")), let word = ConsentWord(rawValue: try row.text("word")) else { return nil }
        return Refusal(
            id: try row.id("id"), person: try row.id("person_id"), name: try AccountsStore.name(row), className: try row.optional("class_name", Row.text),
            purpose: purpose, word: word, receivedOn: try row.day("received_on"), dueOn: try row.day("due_on"),
            outcome: try row.optional("outcome", Row.text).flatMap(Refusal.Outcome.init), act: try row.optionalID("act_id"))
    }

    private static let columns: SQL = """
        r.id, r.person_id, r.purpose, r.word, r.received_on, r.due_on, r.outcome, a.id AS act_id, p.family, p.given, p.patronymic,
        (SELECT c.name FROM enrolment e JOIN school_class c ON c.id = e.class_id
            WHERE e.pupil_id = r.person_id AND e.school_id = r.school_id AND e.until IS NULL) AS class_name
        FROM refusal r JOIN person p ON p.id = r.person_id LEFT JOIN act a ON a.refusal_id = r.id
        """

    static func refusal(_ id: ID<Refusal>, in school: ID<School>, _ tx: Transaction) throws -> Refusal? {
        try tx.first("SELECT \(columns) WHERE r.id = \(id) AND r.school_id = \(school)").flatMap(refusal)
    }

    /// Those that wait first, by the day they are due; then the newest.
    static func all(of school: ID<School>, _ tx: Transaction) throws -> [Refusal] {
        try tx.rows(
            """
            SELECT \(columns) WHERE r.school_id = \(school)
            ORDER BY CASE WHEN r.outcome IS NULL THEN 0 ELSE 1 END, CASE WHEN r.outcome IS NULL THEN r.due_on END, r.id DESC LIMIT 300
            """
        ).compactMap(refusal)
    }

    // MARK: Paper lines

    /// The pupil's place in the class's list: the number the class's paper list has, or the next that no other line has.
    static func number(for pupil: ID<Person>, in schoolClass: ID<SchoolClass>, _ tx: Transaction) throws -> Int {
        let list = try tx.rows(
            "SELECT e.pupil_id FROM enrolment e JOIN person p ON p.id = e.pupil_id WHERE e.class_id = \(schoolClass) AND e.until IS NULL ORDER BY p.name_key, p.id"
        ).map { try $0.id("pupil_id", of: Person.self) }
        let taken = Set(try tx.rows("SELECT number FROM paper_line WHERE class_id = \(schoolClass)").map { Int(try $0.int("number")) })
        let place = (list.firstIndex(of: pupil) ?? list.count) + 1
        return (place...).first { !taken.contains($0) } ?? place
    }

    /// The number a pupil of the school gets: the place in their class, or their own where they are in none.
    static func number(of pupil: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Int {
        let row = try tx.first("SELECT class_id FROM enrolment WHERE pupil_id = \(pupil) AND school_id = \(school) AND until IS NULL")
        return try row.map { try number(for: pupil, in: $0.id("class_id"), tx) } ?? Int(pupil.number)
    }

    static func addLine(_ person: ID<Person>, _ number: Int, in schoolClass: ID<SchoolClass>?, of school: ID<School>, _ tx: Transaction) throws {
        try tx.rows("INSERT INTO paper_line (person_id, school_id, class_id, number) VALUES (\(person), \(school), \(schoolClass), \(number))")
    }

    static func removeLine(_ person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Bool {
        try !tx.rows("DELETE FROM paper_line WHERE person_id = \(person) AND school_id = \(school) RETURNING person_id").isEmpty
    }

    private static let lineColumns: SQL = """
        SELECT l.person_id, l.number, c.name AS class_name, c.id AS class_now FROM paper_line l LEFT JOIN enrolment e ON e.pupil_id = l.person_id AND e.until IS NULL
        LEFT JOIN school_class c ON c.id = e.class_id
        """
    private static func line(_ row: Row) throws -> PaperLine {
        PaperLine(
            person: try row.id("person_id"), number: Int(try row.int("number")), className: try row.optional("class_name", Row.text),
            schoolClass: try row.optionalID("class_now"))
    }

    static func lines(of school: ID<School>, _ tx: Transaction) throws -> [PaperLine] {
        try tx.rows("\(lineColumns) WHERE l.school_id = \(school) ORDER BY c.sort_key, l.number LIMIT 500").map(line)
    }
    static func line(_ person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> PaperLine? {
        try tx.first("\(lineColumns) WHERE l.person_id = \(person) AND l.school_id = \(school)").map(line)
    }
    static func lines(in schoolClass: ID<SchoolClass>, of school: ID<School>, _ tx: Transaction) throws -> [PaperLine] {
        try tx.rows("\(lineColumns) WHERE e.class_id = \(schoolClass) AND l.school_id = \(school) ORDER BY l.number").map(line)
    }
}
