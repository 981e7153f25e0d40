import Accounts
import Kernel
import School
import Storage

/// The SQL of urgent notices. Writing and looking at all of them takes `AlarmedSchool`.
enum UrgentStore {
    /// What nobody has answered goes from «Сегодня» after so many seconds.
    private static let life = 7 * 24 * 3600
    static let mostShown = 20

    /// People of the audience: a query for their numbers, each once.
    private static func people(_ audience: UrgentAudience, in school: AlarmedSchool) -> SQL {
        let everyone: SQL
        switch audience {
        case .school: everyone = "SELECT person_id FROM membership WHERE school_id = \(school.id) AND until IS NULL"
        case .staff:
            everyone = "SELECT person_id FROM membership WHERE school_id = \(school.id) AND until IS NULL AND role NOT IN ('pupil', 'guardian')"
        case .classes(let classes):
            let ids = classes.sorted { $0.number < $1.number }
            let pupils: SQL = "e.school_id = \(school.id) AND e.until IS NULL AND e.class_id IN \(list: ids)"
            everyone = """
                SELECT e.pupil_id AS person_id FROM enrolment e WHERE \(pupils)
                UNION SELECT g.guardian_id FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id WHERE g.school_id = \(school.id) AND \(pupils)
                UNION SELECT t.teacher_id FROM class_teacher t JOIN school_class c ON c.id = t.class_id
                WHERE c.school_id = \(school.id) AND t.until IS NULL AND t.class_id IN \(list: ids)
                """
        }
        return """
            SELECT DISTINCT x.person_id FROM (\(everyone)) x JOIN person p ON p.id = x.person_id
            WHERE p.is_erased = 0 AND \(AccountsAccess.isOpen(to: "x.person_id", in: school.id))
            """
    }

    /// - Throws: `Denial.invalid` for a class of another school, as for one that is not there.
    static func check(_ audience: UrgentAudience, in school: AlarmedSchool, _ tx: Transaction) throws {
        guard case .classes(let classes) = audience else { return }
        let known = try tx.one("SELECT COUNT(*) AS n FROM school_class WHERE school_id = \(school.id) AND id IN \(list: classes)").int("n")
        guard known == classes.count else { throw Denial.invalid(field: "classes", .chooseClasses) }
    }

    static func forecast(_ audience: UrgentAudience, in school: AlarmedSchool, at now: Moment, _ tx: Transaction) throws -> UrgentForecast {
        try check(audience, in: school, tx)
        let row = try tx.one(
            """
            SELECT COUNT(*) AS n, CAST(COALESCE(SUM(CASE WHEN \(OutboxStore.isReachable) THEN 1 ELSE 0 END), 0) AS BIGINT) AS reachable
            FROM person p WHERE p.id IN (\(people(audience, in: school)))
            """)
        return UrgentForecast(
            people: Int(try row.int("n")), reachable: Int(try row.int("reachable")), sentThisMonth: try sentThisMonth(in: school, at: now, tx))
    }

    static func sentThisMonth(in school: AlarmedSchool, at now: Moment, _ tx: Transaction) throws -> Int {
        let today = school.zone.day(of: now), first = school.zone.moment(today - (today.day - 1), minute: 0)
        return try count(since: first, in: school, tx)
    }
    static func count(since moment: Moment, in school: AlarmedSchool, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS n FROM urgent_notice WHERE school_id = \(school.id) AND sent_at >= \(moment)").int("n"))
    }

    /// `nil` for an attempt that was made before.
    static func add(_ urgent: SendUrgent, in school: AlarmedSchool, at now: Moment, _ tx: Transaction) throws -> (
        id: ID<UrgentNotice>, people: Set<ID<Person>>
    )? {
        let row = try tx.first(
            """
            INSERT INTO urgent_notice (school_id, sent_by, attempt, audience, words, reason, sent_at)
            VALUES (\(school.id), \(school.sender), \(urgent.attempt), \(urgent.audience.kind.rawValue), \(urgent.words), \(urgent.reason), \(now))
            ON CONFLICT (school_id, attempt) DO NOTHING RETURNING id
            """)
        guard let id: ID<UrgentNotice> = try row?.id("id") else { return nil }
        let told = try tx.rows(
            """
            INSERT INTO urgent_reader (urgent_id, person_id, school_id)
            SELECT u.id, p.person_id, u.school_id FROM urgent_notice u CROSS JOIN (\(people(urgent.audience, in: school))) p WHERE u.id = \(id)
            RETURNING person_id
            """)
        return (id, Set(try told.map { try $0.id("person_id") }))
    }

    static func attempted(_ attempt: String, in school: AlarmedSchool, _ tx: Transaction) throws -> ID<UrgentNotice>? {
        try tx.first("SELECT id FROM urgent_notice WHERE school_id = \(school.id) AND attempt = \(attempt)").map { try $0.id("id") }
    }

    // MARK: Reading

    private static let columns: SQL = "u.id, u.words, u.reason, u.sent_at, p.family, p.given, p.patronymic"

    private static func notice(_ row: Row) throws -> UrgentNotice {
        UrgentNotice(
            id: try row.id("id"), words: try row.text("words"), reason: try row.text("reason"), sender: try AccountsStore.name(row),
            sentAt: try row.moment("sent_at"))
    }

    /// What the viewer was told lately and has not said to have seen.
    static func unseen(by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> [UrgentNotice] {
        try tx.rows(
            """
            SELECT \(columns) FROM urgent_reader r JOIN urgent_notice u ON u.id = r.urgent_id JOIN person p ON p.id = u.sent_by
            WHERE r.person_id = \(viewer.person) AND r.seen_at IS NULL AND u.school_id = \(viewer.school) AND u.sent_at > \(now - life)
            ORDER BY u.sent_at DESC, u.id DESC LIMIT 5
            """
        ).map(notice)
    }

    /// One that the viewer was told, or may send themselves.
    static func notice(_ id: ID<UrgentNotice>, seenBy viewer: Viewer, _ tx: Transaction) throws -> (notice: UrgentNotice, isSeen: Bool)? {
        try tx.first(
            """
            SELECT \(columns), CASE WHEN r.person_id IS NOT NULL AND r.seen_at IS NULL THEN 0 ELSE 1 END AS is_seen
            FROM urgent_notice u JOIN person p ON p.id = u.sent_by LEFT JOIN urgent_reader r ON r.urgent_id = u.id AND r.person_id = \(viewer.person)
            WHERE u.id = \(id) AND u.school_id = \(viewer.school) AND (r.person_id IS NOT NULL OR \(NoticesAccess.alarms(viewer)) = 1)
            """
        ).map { (try notice($0), try $0.bool("is_seen")) }
    }

    /// `false` if it was not told the viewer.
    static func see(_ id: ID<UrgentNotice>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE urgent_reader SET seen_at = COALESCE(seen_at, \(now)) WHERE urgent_id = \(id) AND person_id = \(viewer.person) AND school_id = \(viewer.school)
            RETURNING urgent_id
            """
        ).isEmpty
    }

    static func sent(in school: AlarmedSchool, _ tx: Transaction) throws -> [SentUrgent] {
        try tx.rows(
            """
            SELECT \(columns), u.audience, (SELECT COUNT(*) FROM urgent_reader r WHERE r.urgent_id = u.id) AS people,
                (SELECT COUNT(*) FROM urgent_reader r WHERE r.urgent_id = u.id AND r.seen_at IS NOT NULL) AS seen
            FROM urgent_notice u JOIN person p ON p.id = u.sent_by WHERE u.school_id = \(school.id) ORDER BY u.sent_at DESC, u.id DESC LIMIT \(mostShown)
            """
        ).map {
            SentUrgent(
                notice: try notice($0), audience: UrgentAudience.Kind(rawValue: try $0.text("audience")) ?? .school, people: Int(try $0.int("people")),
                seen: Int(try $0.int("seen")))
        }
    }

    // MARK: A person's own

    static func erase(_ person: ID<Person>, _ tx: Transaction) throws -> Int {
        try tx.rows("DELETE FROM urgent_reader WHERE person_id = \(person) RETURNING urgent_id").count
    }
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            DELETE FROM urgent_reader WHERE person_id = \(from)
            AND EXISTS (SELECT i.urgent_id FROM urgent_reader i WHERE i.urgent_id = urgent_reader.urgent_id AND i.person_id = \(into))
            """)
        try tx.rows("UPDATE urgent_reader SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE urgent_notice SET sent_by = \(into) WHERE sent_by = \(from)")
    }
    static func told(_ person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [(words: String, at: Moment)] {
        try tx.rows(
            """
            SELECT u.words, u.sent_at FROM urgent_reader r JOIN urgent_notice u ON u.id = r.urgent_id
            WHERE r.person_id = \(person) AND r.school_id = \(school) ORDER BY u.sent_at DESC, u.id DESC
            """
        ).map { (try $0.text("words"), try $0.moment("sent_at")) }
    }
}
