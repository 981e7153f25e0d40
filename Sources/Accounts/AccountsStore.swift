import Kernel
import Storage

/// The people's SQL, in the words both databases know.
public enum AccountsStore {
    /// A name from columns `family, given, patronymic`.
    public static func name(_ row: Row) throws -> PersonName {
        PersonName(family: try row.text("family"), given: try row.text("given"), patronymic: try row.text("patronymic"))
    }

    public static func school(_ id: ID<School>, _ tx: Transaction) throws -> School? {
        try tx.first("SELECT id, name, zone FROM school WHERE id = \(id)").map(school)
    }

    /// Schools alone: the departments above them are rows of the same table with another level.
    public static func schools(_ tx: Transaction) throws -> [School] {
        try tx.rows("SELECT id, name, zone FROM school WHERE level = 'school' ORDER BY id").map(school)
    }

    private static func school(_ row: Row) throws -> School { School(id: try row.id("id"), name: try row.text("name"), zone: try row.zone("zone")) }

    static func addSchool(name: String, kind: String, zone: Zone, _ tx: Transaction) throws -> ID<School> {
        try tx.one("INSERT INTO school (name, kind, zone) VALUES (\(name), \(kind), \(zone.identifier)) RETURNING id").id("id")
    }

    static func addPerson(_ name: PersonName, sex: Sex?, bornOn: Day?, _ tx: Transaction) throws -> ID<Person> {
        try tx.one(
            """
            INSERT INTO person (family, given, patronymic, name_key, sex, born_on)
            VALUES (\(name.family), \(name.given), \(name.patronymic), \(name.key), \(sex?.rawValue), \(bornOn)) RETURNING id
            """
        ).id("id")
    }

    static func setName(_ name: PersonName, of person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            "UPDATE person SET family = \(name.family), given = \(name.given), patronymic = \(name.patronymic), name_key = \(name.key) WHERE id = \(person)")
        try PersonWords.renew(person, tx)
    }

    static func setLanguage(_ language: Language, of person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE person SET language = \(language.rawValue) WHERE id = \(person)")
    }

    /// The name of a person who belongs to the school.
    static func name(of person: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws -> PersonName? {
        try tx.first(
            """
            SELECT family, given, patronymic FROM person
            WHERE id = \(person) AND id IN (SELECT person_id FROM membership WHERE school_id = \(school.id) AND person_id = \(person))
            """
        ).map(name)
    }

    static func belongsElsewhere(_ person: ID<Person>, than school: RuledSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND school_id <> \(school.id) AND until IS NULL") != nil
    }

    /// Whether the person's data were destroyed, so that only a number is left of them (REQUIREMENTS H02).
    public static func isErased(_ person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM person WHERE id = \(person) AND is_erased = 1") != nil
    }

    /// `name` of somebody who has just been entered.
    static func addMembership(of person: ID<Person>, named name: PersonName? = nil, as role: Role, since: Day, in school: RuledSchool, _ tx: Transaction) throws
    {
        // Roles above schools are given from above: a school's administrator makes no operator of themselves.
        guard !Role.above.contains(role) || school.ruler.has(.platformOperator) else { throw Denial.forbidden(.onlyAdministrators) }
        try tx.rows("INSERT INTO membership (school_id, person_id, role, since) VALUES (\(school.id), \(person), \(role.rawValue), \(since))")
        try PersonWords.enter(person, named: name, into: school.id, tx)
    }

    static func isMember(_ person: ID<Person>, as role: Role, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND school_id = \(school.id) AND role = \(role.rawValue) AND until IS NULL") != nil
    }

    /// Who has any of the roles in the school.
    public static func people(as roles: Set<Role>, in school: ID<School>, _ tx: Transaction) throws -> Set<ID<Person>> {
        let words = roles.map { Value.text($0.rawValue) }
        return try Set(
            tx.rows("SELECT DISTINCT person_id FROM membership WHERE school_id = \(school) AND until IS NULL AND role IN \(list: words)").map {
                try $0.id("person_id")
            })
    }

    /// Someone who holds lessons in the school and has come in: they have a login (REQUIREMENTS A07).
    static func isJoinedTeacher(_ person: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        let teachers = Role.teachers.map { Value.text($0.rawValue) }
        return try tx.first(
            """
            SELECT m.id FROM membership m JOIN credential q ON q.person_id = m.person_id
            WHERE m.person_id = \(person) AND m.school_id = \(school.id) AND m.until IS NULL AND m.role IN \(list: teachers)
            """) != nil
    }

    /// They have the role and nobody else in the school does.
    static func isLast(_ person: ID<Person>, as role: Role, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        let holders = try tx.rows("SELECT person_id FROM membership WHERE school_id = \(school.id) AND role = \(role.rawValue) AND until IS NULL LIMIT 2")
        return try holders.map { try $0.id("person_id", of: Person.self) } == [person]
    }

    static func hasAnyRole(_ person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM membership WHERE person_id = \(person) AND until IS NULL LIMIT 1") != nil
    }

    static func endMembership(of person: ID<Person>, as role: Role, on day: Day, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        let ended = try tx.rows(
            """
            UPDATE membership SET until = CASE WHEN since > \(day) THEN since ELSE \(day) END
            WHERE person_id = \(person) AND school_id = \(school.id) AND role = \(role.rawValue) AND until IS NULL RETURNING id
            """)
        try PersonWords.leave(person, from: school.id, tx)
        return !ended.isEmpty
    }

    /// The role that ended last goes on. `false` if there is none.
    static func reopenMembership(of person: ID<Person>, as role: Role, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        let reopened = try tx.rows(
            """
            UPDATE membership SET until = NULL WHERE id = (SELECT MAX(id) FROM membership
                WHERE person_id = \(person) AND school_id = \(school.id) AND role = \(role.rawValue)) RETURNING id
            """)
        if !reopened.isEmpty { try PersonWords.enter(person, into: school.id, tx) }
        return !reopened.isEmpty
    }

    /// A person as they look from one of their sides; `nil` where they have none such.
    public static func viewer(_ person: ID<Person>, side: Side, _ tx: Transaction) throws -> Viewer? {
        let hats = try hats(of: person, tx)
        guard let hat = hats.first(where: { $0.side == side }), let row = try tx.first("SELECT family, given, patronymic FROM person WHERE id = \(person)")
        else { return nil }
        return Viewer(person: person, name: try name(row), hat: hat, otherHats: hats.filter { $0 != hat })
    }

    static func hats(of person: ID<Person>, _ tx: Transaction) throws -> [Hat] {
        try SignInStore.hats(
            tx.rows(
                """
                SELECT m.school_id AS at_school, m.role, c.name AS school_name, c.zone FROM membership m JOIN school c ON c.id = m.school_id
                LEFT JOIN person_access pa ON pa.school_id = m.school_id AND pa.person_id = m.person_id
                WHERE m.person_id = \(person) AND m.until IS NULL AND \(AccessStore.isOpen) ORDER BY m.school_id, m.role
                """))
    }

    static func credential(login: String, _ tx: Transaction) throws -> (person: ID<Person>, hash: PasswordHash)? {
        try tx.first("SELECT person_id, password_hash FROM credential WHERE login_key = \(TextKey.of(login))").map {
            (try $0.id("person_id"), PasswordHash(text: try $0.text("password_hash")))
        }
    }

    static func credential(of person: ID<Person>, _ tx: Transaction) throws -> (login: String, hash: PasswordHash)? {
        try tx.first("SELECT login, password_hash FROM credential WHERE person_id = \(person)").map {
            (try $0.text("login"), PasswordHash(text: try $0.text("password_hash")))
        }
    }

    static func isFree(_ login: Login, for person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT person_id FROM credential WHERE login_key = \(login.key) AND person_id <> \(person)") == nil
    }

    static func setCredential(_ login: Login, _ hash: PasswordHash, of person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO credential (person_id, login, login_key, password_hash, changed_at) VALUES (\(person), \(login.text), \(login.key), \(hash.text), \(now))
            ON CONFLICT (person_id) DO UPDATE SET login = excluded.login, login_key = excluded.login_key,
                password_hash = excluded.password_hash, changed_at = excluded.changed_at
            """)
        try PersonWords.renew(person, tx)
    }

    /// Makes room for another's login, if that other has one.
    public static func forgetCredential(of person: ID<Person>, ifHas other: ID<Person>, _ tx: Transaction) throws {
        guard try credential(of: other, tx) != nil else { return }
        try tx.rows("DELETE FROM credential WHERE person_id = \(person)")
        try tx.rows("DELETE FROM sign_in WHERE person_id = \(person)")
    }

    static func setPassword(_ hash: PasswordHash, of person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE credential SET password_hash = \(hash.text), changed_at = \(now) WHERE person_id = \(person)")
    }
}
