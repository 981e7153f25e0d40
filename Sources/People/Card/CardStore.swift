import Accounts
import Kernel
import School
import Storage

/// The card's SQL.
enum CardStore {
    /// How many acts a card shows; the rest are in the log.
    private static let acts = 20

    static func card(of person: ID<Person>, seen: SeenPeople, log: ReadableLog?, at now: Moment, _ tx: Transaction) throws -> PersonCard? {
        let found = try tx.first(
            """
            SELECT p.family, p.given, p.patronymic, p.born_on, s.present FROM school_person s JOIN person p ON p.id = s.person_id
            WHERE s.school_id = \(seen.school) AND s.person_id = \(person) AND (s.present = 1 OR \(seen.isHead) = 1) AND \(seen.covers("s.person_id"))
            """)
        guard let found else { return nil }
        // A colleague's card says what they are at school and nothing of their home.
        let tellsHome = try seen.isHead || tx.first("SELECT id FROM person WHERE id = \(person) AND \(seen.isOfOwnClass("person.id"))") != nil
        return PersonCard(
            id: person, name: try AccountsStore.name(found), bornOn: tellsHome ? try found.optional("born_on", Row.day) : nil,
            isPresent: try found.bool("present"), roles: try roles(of: person, seen, tx), classes: tellsHome ? try classes(of: person, seen, tx) : [],
            guardians: tellsHome ? try relatives("guardian_id", "pupil_id", of: person, seen, tx) : [],
            children: tellsHome ? try relatives("pupil_id", "guardian_id", of: person, seen, tx) : [], verified: try verified(person, seen, tx),
            signIn: seen.seesLogins ? try signIn(of: person, seen, at: now, tx) : nil,
            acts: try log.map { try LogStore.page(LogQuery(person: person), $0, limit: Self.acts, tx).lines } ?? [])
    }

    private static func roles(of person: ID<Person>, _ seen: SeenPeople, _ tx: Transaction) throws -> [PersonCard.RoleSpan] {
        try tx.rows(
            """
            SELECT m.role, m.since, m.until FROM membership m WHERE m.person_id = \(person) AND m.school_id = \(seen.school)
            AND \(seen.tells(role: "m.role", of: "m.person_id")) ORDER BY CASE WHEN m.until IS NULL THEN 0 ELSE 1 END, m.since DESC, m.id DESC
            """
        ).compactMap { row in
            try Role(rawValue: row.text("role")).map { .init(role: $0, since: try row.day("since"), until: try row.optional("until", Row.day)) }
        }
    }

    private static func classes(of person: ID<Person>, _ seen: SeenPeople, _ tx: Transaction) throws -> [PersonCard.Span] {
        try tx.rows(
            """
            SELECT c.name, e.since, e.until FROM enrolment e JOIN school_class c ON c.id = e.class_id
            WHERE e.pupil_id = \(person) AND e.school_id = \(seen.school) ORDER BY e.since DESC, e.id DESC
            """
        ).map { .init(name: try $0.text("name"), since: try $0.day("since"), until: try $0.optional("until", Row.day)) }
    }

    private static func relatives(_ wanted: SQL, _ own: SQL, of person: ID<Person>, _ seen: SeenPeople, _ tx: Transaction) throws -> [PersonCard.Relative] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM guardian g JOIN person p ON p.id = g.\(wanted)
            WHERE g.\(own) = \(person) AND g.school_id = \(seen.school) ORDER BY p.name_key, p.id
            """
        ).map { .init(id: try $0.id("id"), name: try AccountsStore.name($0)) }
    }

    private static func verified(_ person: ID<Person>, _ seen: SeenPeople, _ tx: Transaction) throws -> PersonCard.Verified? {
        try tx.first("SELECT order_number, given_at FROM teacher_badge WHERE school_id = \(seen.school) AND person_id = \(person)").map {
            .init(order: try $0.optional("order_number", Row.text), at: try $0.moment("given_at"))
        }
    }

    private static func signIn(of person: ID<Person>, _ seen: SeenPeople, at now: Moment, _ tx: Transaction) throws -> PersonCard.SignInState {
        let row = try tx.one(
            """
            SELECT (SELECT login FROM credential WHERE person_id = \(person)) AS login,
                (SELECT COUNT(*) FROM sign_in WHERE person_id = \(person) AND school_id = \(seen.school) AND expires_at > \(now)) AS places,
                (SELECT MAX(began_at) FROM sign_in WHERE person_id = \(person) AND school_id = \(seen.school)) AS last_at,
                (SELECT MAX(a.blocked_until) FROM credential q JOIN attempt a ON a.key = 'login:' || q.login_key WHERE q.person_id = \(person)
                    AND a.blocked_until > \(now)) AS blocked
            """)
        return .init(
            login: try row.optional("login", Row.text), open: Int(try row.int("places")), lastAt: try row.optional("last_at", Row.moment),
            blockedUntil: try row.optional("blocked", Row.moment))
    }
}
