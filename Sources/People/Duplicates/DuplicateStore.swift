import Accounts
import Kernel
import Storage
import WebCore

/// The SQL of duplicates.
enum DuplicateStore {
    /// Everyone who has a role in the school at present, in four statements; or only those asked for.
    static func known(_ people: [ID<Person>]? = nil, _ ruled: RuledPeople, _ tx: Transaction) throws -> [Known] {
        let only: SQL = people.map { "AND s.person_id IN \(list: $0)" } ?? ""
        var roles: [ID<Person>: Set<Role>] = [:], classes: [ID<Person>: Set<String>] = [:]
        for row in try tx.rows("SELECT person_id, role FROM membership WHERE school_id = \(ruled.school) AND until IS NULL") {
            if let role = Role(rawValue: try row.text("role")) { roles[try row.id("person_id"), default: []].insert(role) }
        }
        for row in try tx.rows(
            """
            SELECT e.pupil_id AS person_id, c.name FROM enrolment e JOIN school_class c ON c.id = e.class_id WHERE e.school_id = \(ruled.school) AND e.until IS NULL
            UNION SELECT g.guardian_id, c.name FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.until IS NULL
            JOIN school_class c ON c.id = e.class_id WHERE g.school_id = \(ruled.school)
            """)
        { classes[try row.id("person_id"), default: []].insert(try row.text("name")) }
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, p.born_on FROM school_person s JOIN person p ON p.id = s.person_id
            WHERE s.school_id = \(ruled.school) AND s.present = 1 \(only) ORDER BY s.name_key, s.person_id
            """
        ).map { row in
            let id: ID<Person> = try row.id("id")
            return Known(
                id: id, name: try AccountsStore.name(row), bornOn: try row.optional("born_on", Row.day), roles: roles[id, default: []],
                classes: classes[id, default: []])
        }
    }

    static func dismissed(_ ruled: RuledPeople, _ tx: Transaction) throws -> Set<[ID<Person>]> {
        Set(try tx.rows("SELECT one_id, other_id FROM not_duplicate WHERE school_id = \(ruled.school)").map { [try $0.id("one_id"), try $0.id("other_id")] })
    }

    static func pairs(_ ruled: RuledPeople, _ tx: Transaction) throws -> [Duplicate] {
        let dismissed = try dismissed(ruled, tx)
        return DuplicateSearch.pairs(among: try known(nil, ruled, tx)).filter { !dismissed.contains(Self.key($0.one.id, $0.other.id)) }
    }

    static func dismiss(_ one: ID<Person>, _ other: ID<Person>, _ ruled: RuledPeople, _ tx: Transaction) throws {
        let key = key(one, other)
        try tx.rows(
            """
            INSERT INTO not_duplicate (school_id, one_id, other_id) VALUES (\(ruled.school), \(key[0]), \(key[1]))
            ON CONFLICT (school_id, one_id, other_id) DO NOTHING
            """)
    }

    private static func key(_ one: ID<Person>, _ other: ID<Person>) -> [ID<Person>] { one.number < other.number ? [one, other] : [other, one] }

    static func login(of person: ID<Person>, _ ruled: RuledPeople, _ tx: Transaction) throws -> String? {
        try tx.first(
            """
            SELECT q.login FROM credential q JOIN school_person s ON s.person_id = q.person_id AND s.school_id = \(ruled.school) WHERE q.person_id = \(person)
            """
        ).map { try $0.text("login") }
    }

    /// Whether the person has, or ever had, a role in another school: their row is not this school's to take apart.
    static func belongsElsewhere(_ person: ID<Person>, _ ruled: RuledPeople, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND school_id <> \(ruled.school)") != nil
    }

    /// This feature's rows of one school, see `Parting`. That two were said to be different says nothing of the new row.
    static func part(_ parting: Parting, _ tx: Transaction) throws {
        try tx.rows(
            "DELETE FROM not_duplicate WHERE school_id = \(parting.school) AND (one_id = \(parting.person) OR other_id = \(parting.person))")
        try parting.move("correction_request", "person_id", "asked_by", "vouched_by", "answered_by", in: tx)
        try parting.move("mass_act", "by_id", in: tx)
        try parting.move("mass_act_person", "person_id", by: "act_id", of: "mass_act", in: tx)
    }

    /// The product's own rows about people that belong to this feature.
    static func move(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM not_duplicate WHERE one_id = \(from) OR other_id = \(from)")
        try tx.rows("UPDATE correction_request SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE correction_request SET asked_by = \(into) WHERE asked_by = \(from)")
        try tx.rows("UPDATE correction_request SET vouched_by = \(into) WHERE vouched_by = \(from)")
        try tx.rows("UPDATE correction_request SET answered_by = \(into) WHERE answered_by = \(from)")
        try tx.rows("UPDATE mass_act SET by_id = \(into) WHERE by_id = \(from)")
        try tx.rows("DELETE FROM mass_act_person WHERE person_id = \(from) AND act_id IN (SELECT act_id FROM mass_act_person WHERE person_id = \(into))")
        try tx.rows("UPDATE mass_act_person SET person_id = \(into) WHERE person_id = \(from)")
    }
}
