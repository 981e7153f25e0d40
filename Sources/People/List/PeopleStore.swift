import Accounts
import Kernel
import School
import Storage

/// The lists' SQL: never further than the school of the proof.
enum PeopleStore {
    static func page(_ query: PeopleQuery, seen: SeenPeople, at now: Moment, _ tx: Transaction) throws -> PeoplePage {
        let found = try lines(query, seen: seen, at: now, limit: PeopleQuery.page + 1, tx)
        let page = try detailed(Array(found.prefix(PeopleQuery.page)), seen, tx)
        return PeoplePage(lines: page, hasMore: found.count > PeopleQuery.page)
    }

    /// Everyone whom a query finds, at most so many: whom an act on all found would touch.
    static func people(_ query: PeopleQuery, seen: SeenPeople, at now: Moment, limit: Int, _ tx: Transaction) throws -> [ID<Person>] {
        try lines(query, seen: seen, at: now, limit: limit, tx).map(\.id)
    }

    private static func lines(_ query: PeopleQuery, seen: SeenPeople, at now: Moment, limit: Int, _ tx: Transaction) throws -> [PersonLine] {
        let after: SQL = query.after.map { "AND (s.name_key, s.person_id) > (\($0.key), \($0.person))" } ?? ""
        return try tx.rows(
            """
            SELECT s.person_id, s.name_key, p.family, p.given, p.patronymic, \(Badge.column(of: "s.person_id", in: "s.school_id", as: "verified")),
                   (SELECT COUNT(*) FROM credential q WHERE q.person_id = s.person_id) AS logins
            FROM school_person s JOIN person p ON p.id = s.person_id
            WHERE s.school_id = \(seen.school) AND s.present = \(query.state != .gone) AND \(seen.covers("s.person_id"))
            \(words(query, seen)) \(filters(query, seen, at: now)) \(after)
            ORDER BY s.name_key, s.person_id LIMIT \(limit)
            """
        ).map { row in
            PersonLine(
                id: try row.id("person_id"), name: try AccountsStore.name(row),
                place: .init(key: try row.text("name_key"), person: try row.id("person_id")), isVerified: try row.bool("verified"),
                hasLogin: seen.seesLogins ? try row.bool("logins") : nil)
        }
    }

    // MARK: Conditions

    /// Every word must begin some word of the name; or, for who may see logins, the login.
    private static func words(_ query: PeopleQuery, _ seen: SeenPeople) -> SQL {
        query.words.reduce("") { sql, word in
            let parts = PersonWords.words(of: word)
            let named: SQL = parts.isEmpty ? "1 = 0" : parts.reduce("1 = 1") { "\($0) AND \(begins($1, seen))" }
            return "\(sql) AND ((\(named))\(seen.seesLogins ? " OR \(begins(PersonWords.loginSign + word, seen))" as SQL : ""))"
        }
    }

    private static func begins(_ word: String, _ seen: SeenPeople) -> SQL {
        """
        s.person_id IN (SELECT person_id FROM person_word WHERE school_id = \(seen.school)
        AND word_key >= \(word) AND word_key < \(word + PersonWords.last))
        """
    }

    private static func filters(_ query: PeopleQuery, _ seen: SeenPeople, at now: Moment) -> SQL {
        let role: SQL =
            query.role.map {
                """
                AND s.person_id IN (SELECT m.person_id FROM membership m WHERE m.school_id = \(seen.school) AND m.role = \($0.rawValue)
                AND m.until IS NULL AND \(seen.tells(role: "m.role", of: "m.person_id")))
                """
            } ?? ""
        let ofClass: SQL = query.schoolClass.map { "AND \(inClass($0, seen))" } ?? ""
        return "\(role) \(ofClass) \(query.state.map { "AND \(state($0, seen, at: now))" as SQL } ?? "")"
    }

    /// The pupils of a class and their guardians.
    private static func inClass(_ schoolClass: ID<SchoolClass>, _ seen: SeenPeople) -> SQL {
        let pupils: SQL = "SELECT pupil_id FROM enrolment WHERE class_id = \(schoolClass) AND school_id = \(seen.school) AND until IS NULL"
        return """
            (s.person_id IN (\(pupils))
            OR s.person_id IN (SELECT guardian_id FROM guardian WHERE school_id = \(seen.school) AND pupil_id IN (\(pupils))))
            """
    }

    private static func state(_ state: PeopleQuery.State, _ seen: SeenPeople, at now: Moment) -> SQL {
        switch state {
        case .withoutLogin: seen.seesLogins ? "NOT EXISTS (SELECT person_id FROM credential q WHERE q.person_id = s.person_id)" : "1 = 0"
        case .withoutClass:
            """
            s.person_id IN (SELECT person_id FROM membership WHERE school_id = s.school_id AND role = 'pupil' AND until IS NULL)
            AND NOT EXISTS (SELECT id FROM enrolment e WHERE e.pupil_id = s.person_id AND e.until IS NULL)
            """
        case .blocked:
            seen.seesLogins
                ? """
                s.person_id IN (SELECT q.person_id FROM attempt a JOIN credential q ON q.login_key = SUBSTR(a.key, 7)
                WHERE a.key LIKE 'login:%' AND a.blocked_until > \(now))
                """ : "1 = 0"
        case .gone: seen.isHead ? "1 = 1" : "1 = 0"
        case .unverified:
            """
            s.person_id IN (SELECT person_id FROM membership WHERE school_id = s.school_id AND until IS NULL
                AND role IN \(list: Badge.roles.map { Value.text($0.rawValue) }))
            AND NOT EXISTS (SELECT person_id FROM teacher_badge b WHERE b.school_id = s.school_id AND b.person_id = s.person_id)
            """
        }
    }

    // MARK: What stands beside the names

    /// Two statements, however long the list.
    static func detailed(_ lines: [PersonLine], _ seen: SeenPeople, _ tx: Transaction) throws -> [PersonLine] {
        guard !lines.isEmpty else { return [] }
        let people = lines.map(\.id)
        var roles: [ID<Person>: [Role]] = [:], classes: [ID<Person>: [String]] = [:]
        for row in try tx.rows(
            """
            SELECT m.person_id, m.role FROM membership m WHERE m.school_id = \(seen.school) AND m.until IS NULL AND m.person_id IN \(list: people)
            AND \(seen.tells(role: "m.role", of: "m.person_id")) ORDER BY m.id
            """)
        {
            if let role = Role(rawValue: try row.text("role")) { roles[try row.id("person_id"), default: []].append(role) }
        }
        for row in try tx.rows(
            """
            SELECT e.pupil_id AS person_id, c.name, c.sort_key FROM enrolment e JOIN school_class c ON c.id = e.class_id
            WHERE e.school_id = \(seen.school) AND e.until IS NULL AND e.pupil_id IN \(list: people)
            UNION SELECT g.guardian_id, c.name, c.sort_key FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.until IS NULL
            JOIN school_class c ON c.id = e.class_id WHERE g.school_id = \(seen.school) AND g.guardian_id IN \(list: people)
            AND \(seen.isHead ? "1 = 1" : seen.isOfOwnClass("g.guardian_id")) ORDER BY 3, 2
            """)
        {
            classes[try row.id("person_id"), default: []].append(try row.text("name"))
        }
        return lines.map { line in
            var line = line
            line.roles = Role.allCases.filter { roles[line.id, default: []].contains($0) }
            line.classes = classes[line.id, default: []]
            return line
        }
    }

    /// The classes of the present year by which a list may be narrowed.
    static func classes(_ seen: SeenPeople, _ tx: Transaction) throws -> [(id: ID<SchoolClass>, name: String)] {
        let own: SQL = seen.isHead ? "1 = 1" : "c.id IN (SELECT class_id FROM class_teacher WHERE teacher_id = \(seen.viewer) AND until IS NULL)"
        return try tx.rows(
            """
            SELECT c.id, c.name FROM school_class c WHERE c.school_id = \(seen.school) AND \(own)
            AND c.id IN (SELECT class_id FROM enrolment WHERE school_id = \(seen.school) AND until IS NULL) ORDER BY c.sort_key, c.id
            """
        ).map { (try $0.id("id"), try $0.text("name")) }
    }
}
