import Accounts
import Kernel
import Storage

/// The SQL of requests to correct.
enum CorrectionStore {
    private static let columns: SQL = """
        c.id, c.person_id, c.asked_by, c.asked_at, c.field, c.value, c.note, c.state, c.reason, p.family, p.given, p.patronymic,
        a.family AS asker_family, a.given AS asker_given, a.patronymic AS asker_patronymic, c.vouched_by,
        v.family AS voucher_family, v.given AS voucher_given, v.patronymic AS voucher_patronymic, c.answered_by,
        w.family AS answerer_family, w.given AS answerer_given, w.patronymic AS answerer_patronymic
        """
    private static let joins: SQL = """
        JOIN person p ON p.id = c.person_id JOIN person a ON a.id = c.asked_by LEFT JOIN person v ON v.id = c.vouched_by
        LEFT JOIN person w ON w.id = c.answered_by
        """

    /// `false` if the same form has asked already.
    static func add(
        _ field: Correction.Field, _ value: String, _ note: String, about person: OwnedPerson, _ attempt: Attempt, by viewer: Viewer, at now: Moment,
        _ tx: Transaction
    ) throws -> Bool {
        try !tx.rows(
            """
            INSERT INTO correction_request (school_id, person_id, asked_by, asked_at, field, value, note, attempt, state)
            VALUES (\(viewer.school), \(person.id), \(viewer.person), \(now), \(field.rawValue), \(value), \(note), \(attempt.text), 'asked')
            ON CONFLICT (asked_by, attempt) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    static func open(about person: OwnedPerson, in school: ID<Kernel.School>, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS n FROM correction_request WHERE person_id = \(person.id) AND school_id = \(school) AND state = 'asked'").int("n"))
    }

    /// Requests that wait for an answer, the oldest first.
    static func waiting(_ seen: SeenCorrections, limit: Int = 100, _ tx: Transaction) throws -> [Correction] {
        try tx.rows("SELECT \(columns) FROM correction_request c \(joins) WHERE c.state = 'asked' AND \(seen.condition) ORDER BY c.id LIMIT \(limit)").map {
            try correction($0, seen.viewer)
        }
    }

    static func count(_ seen: SeenCorrections, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS n FROM correction_request c WHERE c.state = 'asked' AND \(seen.condition)").int("n"))
    }

    static func one(_ id: ID<Correction>, _ seen: SeenCorrections, _ tx: Transaction) throws -> Correction? {
        try tx.first("SELECT \(columns) FROM correction_request c \(joins) WHERE c.id = \(id) AND \(seen.condition)").map { try correction($0, seen.viewer) }
    }

    /// What was asked about the people who are one's own, the newest first.
    static func asked(about people: [OwnedPerson], in school: ID<Kernel.School>, by viewer: ID<Person>, _ tx: Transaction) throws -> [Correction] {
        try tx.rows(
            """
            SELECT \(columns) FROM correction_request c \(joins) WHERE c.school_id = \(school) AND c.person_id IN \(list: people.map(\.id))
            ORDER BY c.id DESC LIMIT 50
            """
        ).map { try correction($0, viewer) }
    }

    static func vouch(_ correction: Correction, _ seen: SeenCorrections, _ tx: Transaction) throws {
        try tx.rows("UPDATE correction_request SET vouched_by = \(seen.viewer) WHERE id = \(correction.id)")
    }

    static func answer(_ correction: Correction, _ state: Correction.State, reason: String, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE correction_request SET state = \(state.rawValue), reason = \(reason), answered_by = \(viewer.person), answered_at = \(now)
            WHERE id = \(correction.id) AND school_id = \(viewer.school)
            """)
    }

    private static func correction(_ row: Row, _ viewer: ID<Person>) throws -> Correction {
        func name(_ who: String) throws -> PersonName? {
            try row.optional(who + "_family", Row.text).map { family in
                PersonName(family: family, given: try row.text(who + "_given"), patronymic: try row.text(who + "_patronymic"))
            }
        }
        let asker: ID<Person> = try row.id("asked_by")
        return Correction(
            id: try row.id("id"), person: try row.id("person_id"), name: try AccountsStore.name(row),
            asker: try name("asker") ?? PersonName(family: "", given: ""), isOwn: asker == viewer, askedAt: try row.moment("asked_at"),
            field: Correction.Field(rawValue: try row.text("field")) ?? .other, value: try row.text("value"), note: try row.text("note"),
            voucher: try name("voucher"), state: Correction.State(rawValue: try row.text("state")) ?? .asked, reason: try row.text("reason"),
            answerer: try name("answerer"))
    }
}
