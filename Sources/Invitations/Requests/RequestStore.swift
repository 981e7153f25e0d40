import Accounts
import Kernel
import School
import Storage

/// The requests' SQL, and the school's address for them.
enum RequestStore {
    private static let columns: SQL = """
        r.id, r.school_id, s.name AS school_name, s.zone, r.family, r.given, r.patronymic, r.role, r.class_words, r.message, r.asked_at, r.state, r.reason
        """

    private static func request(_ row: Row) throws -> JoinRequest {
        JoinRequest(
            id: try row.id("id"), school: School(id: try row.id("school_id"), name: try row.text("school_name"), zone: try row.zone("zone")),
            name: try AccountsStore.name(row), role: Role(rawValue: try row.text("role")) ?? .guardian, classWords: try row.text("class_words"),
            message: try row.text("message"), askedAt: try row.moment("asked_at"), state: JoinRequest.State(rawValue: try row.text("state")) ?? .refused,
            reason: try row.text("reason"))
    }

    // MARK: Reading

    static func request(number: Code, _ tx: Transaction) throws -> JoinRequest? {
        try tx.first("SELECT \(columns) FROM join_request r JOIN school s ON s.id = r.school_id WHERE r.number_hash = \(number.hash)").map(request)
    }

    static func request(_ id: ID<JoinRequest>, _ deciding: Deciding, _ tx: Transaction) throws -> JoinRequest? {
        try tx.first("SELECT \(columns) FROM join_request r JOIN school s ON s.id = r.school_id WHERE r.id = \(id) AND r.school_id = \(deciding.school)").map(
            request)
    }

    /// Those that wait, the oldest first.
    static func waiting(_ deciding: Deciding, _ tx: Transaction) throws -> [JoinRequest] {
        try tx.rows(
            """
            SELECT \(columns) FROM join_request r JOIN school s ON s.id = r.school_id
            WHERE r.school_id = \(deciding.school) AND r.state = 'waiting' ORDER BY r.asked_at, r.id LIMIT \(JoinRequest.mostWaiting)
            """
        ).map(request)
    }

    static func waiting(in school: ID<School>, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS waiting FROM join_request WHERE school_id = \(school) AND state = 'waiting'").int("waiting"))
    }

    /// People of the school of the same name who cannot sign in yet: one of them may be who asks.
    static func namesakes(of request: JoinRequest, _ tx: Transaction) throws -> [(person: ID<Person>, name: PersonName, className: String?)] {
        let list = request.name.list
        return try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic, MIN(c.name) AS class_name FROM person p JOIN membership m ON m.person_id = p.id
            LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.until IS NULL LEFT JOIN school_class c ON c.id = e.class_id
            WHERE m.school_id = \(request.school.id) AND m.until IS NULL AND NOT EXISTS (SELECT 1 FROM credential k WHERE k.person_id = p.id)
            AND (p.name_key = \(request.name.key) OR p.name_key = \(TextKey.of(list)) OR p.name_key LIKE \(TextKey.of(list).likePrefix) ESCAPE '!')
            GROUP BY p.id, p.family, p.given, p.patronymic, p.name_key ORDER BY p.name_key, p.id LIMIT 20
            """
        ).map { (try $0.id("id"), try AccountsStore.name($0), try $0.optional("class_name", Row.text)) }
    }

    // MARK: Writing

    static func add(
        _ name: PersonName, as role: Role, classWords: String, message: String, number: Code, to school: ID<School>, at now: Moment, _ tx: Transaction
    ) throws -> ID<JoinRequest> {
        try tx.one(
            """
            INSERT INTO join_request (school_id, number_hash, family, given, patronymic, role, class_words, message, asked_at, state, reason)
            VALUES (\(school), \(number.hash), \(name.family), \(name.given), \(name.patronymic), \(role.rawValue), \(classWords), \(message), \(now), 'waiting', '')
            RETURNING id
            """
        ).id("id")
    }

    /// The same person asking once more while the first request waits.
    static func waits(_ name: PersonName, as role: Role, in school: ID<School>, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT id FROM join_request WHERE school_id = \(school) AND state = 'waiting' AND role = \(role.rawValue)
            AND family = \(name.family) AND given = \(name.given) AND patronymic = \(name.patronymic)
            """) != nil
    }

    /// Names of those who were decided on long ago are nobody's business any more.
    static func removeDecided(in school: ID<School>, before moment: Moment, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM join_request WHERE school_id = \(school) AND state <> 'waiting' AND decided_at < \(moment)")
    }

    /// The hash of its number, if it still waited.
    static func decide(_ id: ID<JoinRequest>, _ state: JoinRequest.State, reason: String, _ deciding: Deciding, at now: Moment, _ tx: Transaction) throws
        -> [UInt8]?
    {
        try tx.first(
            """
            UPDATE join_request SET state = \(state.rawValue), reason = \(reason), decided_by = \(deciding.viewer.person), decided_at = \(now)
            WHERE id = \(id) AND school_id = \(deciding.school) AND state = 'waiting' RETURNING number_hash
            """)?.bytes("number_hash")
    }

    // MARK: The school's address

    static func entrance(of school: ID<School>, _ tx: Transaction) throws -> String? {
        try tx.first("SELECT word FROM join_entrance WHERE school_id = \(school)")?.text("word")
    }

    static func school(behind word: String, _ tx: Transaction) throws -> School? {
        try tx.first("SELECT s.id, s.name, s.zone FROM join_entrance j JOIN school s ON s.id = j.school_id WHERE j.word = \(word)").map {
            School(id: try $0.id("id"), name: try $0.text("name"), zone: try $0.zone("zone"))
        }
    }

    static func setEntrance(_ word: String?, _ deciding: Deciding, at now: Moment, _ tx: Transaction) throws {
        guard let word else {
            try tx.rows("DELETE FROM join_entrance WHERE school_id = \(deciding.school)")
            return
        }
        try tx.rows(
            """
            INSERT INTO join_entrance (school_id, word, changed_at) VALUES (\(deciding.school), \(word), \(now))
            ON CONFLICT (school_id) DO UPDATE SET word = excluded.word, changed_at = excluded.changed_at
            """)
    }
}

extension String {
    /// For LIKE … ESCAPE '!': what begins with this and goes on with another word.
    fileprivate var likePrefix: String { replacing("!", with: "!!").replacing("%", with: "!%").replacing("_", with: "!_") + " %" }
}
