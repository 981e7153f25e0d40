import Accounts
import Kernel
import Storage

/// The departments' SQL.
enum OrganisationStore {
    private static let columns: SQL = "s.id, s.name, s.level, s.parent_id, s.zone"

    static func find(_ id: ID<School>, _ tx: Transaction) throws -> Organisation? {
        try tx.first("SELECT \(columns) FROM school s WHERE s.id = \(id)").map(organisation)
    }

    /// Organisations that meet a condition on `s`.
    static func list(where condition: SQL, _ tx: Transaction) throws -> [Organisation] {
        try tx.rows("SELECT \(columns) FROM school s WHERE \(condition) ORDER BY s.level DESC, s.name, s.id").map(organisation)
    }

    static func regions(_ tx: Transaction) throws -> [Organisation] { try list(where: "s.level = 'region'", tx) }
    static func municipalities(of region: ID<School>, _ tx: Transaction) throws -> [Organisation] {
        try list(where: "s.parent_id = \(region) AND s.level = 'municipality'", tx)
    }

    private static func organisation(_ row: Row) throws -> Organisation {
        Organisation(
            id: try row.id("id"), name: try row.text("name"), level: Level(rawValue: try row.text("level")) ?? .school, parent: try row.optionalID("parent_id"),
            zone: try row.zone("zone"))
    }

    /// Numbers of the organisation and of all it stands in, for `IN`.
    static func upwards(from school: ID<School>) -> SQL {
        """
        (WITH RECURSIVE up (id, parent_id) AS (
            SELECT id, parent_id FROM school WHERE id = \(school)
            UNION SELECT s.id, s.parent_id FROM school s JOIN up ON s.id = up.parent_id
        ) SELECT id FROM up)
        """
    }

    static func place(_ school: ID<School>, _ level: Level, in parent: ID<School>?, _ tx: Transaction) throws {
        try tx.rows("UPDATE school SET level = \(level.rawValue), parent_id = \(parent) WHERE id = \(school)")
    }

    static func curators(of organisation: Organisation, _ tx: Transaction) throws -> [Curator] {
        guard let role = organisation.level.curator else { return [] }
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, CASE WHEN q.person_id IS NULL THEN 0 ELSE 1 END AS has_come
            FROM membership m JOIN person p ON p.id = m.person_id LEFT JOIN credential q ON q.person_id = p.id
            WHERE m.school_id = \(organisation.id) AND m.role = \(role.rawValue) AND m.until IS NULL ORDER BY p.name_key, p.id
            """
        ).map { Curator(person: try $0.id("id"), name: try AccountsStore.name($0), hasCome: try $0.bool("has_come")) }
    }

    static let schoolsOnPage = 50

    /// A page of the curator's schools, by name; one more than fit tells that there are others.
    static func schools(of curated: Curated, after place: Int, _ tx: Transaction) throws -> [SchoolLine] {
        try tx.rows(
            """
            SELECT s.id, s.name, u.name AS municipality, COALESCE(c.help, '') AS help,
                (SELECT COUNT(*) FROM membership m JOIN credential q ON q.person_id = m.person_id
                 WHERE m.school_id = s.id AND m.role = 'administrator' AND m.until IS NULL) AS administrators,
                (SELECT COUNT(DISTINCT m.person_id) FROM membership m WHERE m.school_id = s.id AND m.until IS NULL) AS people,
                (SELECT COUNT(DISTINCT m.person_id) FROM membership m JOIN credential q ON q.person_id = m.person_id
                 WHERE m.school_id = s.id AND m.until IS NULL) AS people_come
            FROM school s LEFT JOIN school u ON u.id = s.parent_id LEFT JOIN school_card c ON c.school_id = s.id
            WHERE s.level = 'school' AND \(RegionsAccess.isSchool("s", under: curated)) ORDER BY s.name, s.id LIMIT \(schoolsOnPage + 1) OFFSET \(place)
            """
        ).map {
            SchoolLine(
                id: try $0.id("id"), name: try $0.text("name"), municipality: try $0.optional("municipality", Row.text),
                hasCome: try $0.int("administrators") > 0,
                people: Int(try $0.int("people")), peopleCome: Int(try $0.int("people_come")), help: try $0.text("help"))
        }
    }
}
