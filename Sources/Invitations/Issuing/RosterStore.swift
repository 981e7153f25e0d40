import Accounts
import Kernel
import School
import Storage

/// Who is to come, who has come, and who holds an open code: SQL.
enum RosterStore {
    // MARK: Lines

    static func roster(of group: CodeGroup, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Roster {
        switch group {
        case .staff: try staff(in: school, at: now, tx)
        case .schoolClass(let id): try roster(ofClass: id, in: school, at: now, tx)
        }
    }

    private static func roster(ofClass id: ID<SchoolClass>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Roster {
        let rows = try tx.rows(
            """
            SELECT \(columns("p.id", in: school)), 'pupil' AS role, p.id AS pupil_id, p.family AS pupil_family, p.given AS pupil_given,
                p.patronymic AS pupil_patronymic, p.name_key AS first_key, 0 AS second_key
            FROM enrolment e JOIN person p ON p.id = e.pupil_id LEFT JOIN credential k ON k.person_id = p.id
            WHERE e.class_id = \(id) AND e.school_id = \(school) AND e.until IS NULL
            UNION ALL
            SELECT \(columns("p.id", in: school)), 'guardian', q.id, q.family, q.given, q.patronymic, q.name_key, 1
            FROM enrolment e JOIN person q ON q.id = e.pupil_id JOIN guardian g ON g.pupil_id = e.pupil_id AND g.school_id = e.school_id
            JOIN person p ON p.id = g.guardian_id LEFT JOIN credential k ON k.person_id = p.id
            JOIN membership m ON m.person_id = p.id AND m.school_id = e.school_id AND m.role = 'guardian' AND m.until IS NULL
            WHERE e.class_id = \(id) AND e.school_id = \(school) AND e.until IS NULL
            ORDER BY first_key, pupil_id, second_key, id
            """)
        return try roster(rows.map { try line($0, roles: [Role(rawValue: try $0.text("role")) ?? .guardian], pupil: try pupil($0)) }, at: now, tx)
    }

    private static func staff(in school: ID<School>, at now: Moment, _ tx: Transaction) throws -> Roster {
        try roster(
            lines(
                tx.rows(
                    """
                    SELECT \(columns("p.id", in: school)), m.role FROM membership m JOIN person p ON p.id = m.person_id
                    LEFT JOIN credential k ON k.person_id = p.id
                    WHERE m.school_id = \(school) AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian') ORDER BY p.name_key, p.id
                    """)), at: now, tx)
    }

    /// One person of the school, as far as the viewer may give them a code: a class teacher finds the own class's.
    static func line(of person: ID<Person>, seenBy viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> RosterLine? {
        let own: SQL =
            InvitationsAccess.rules(viewer)
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM enrolment e LEFT JOIN guardian g ON g.pupil_id = e.pupil_id AND g.school_id = e.school_id
                WHERE e.school_id = \(viewer.school) AND e.until IS NULL AND (e.pupil_id = p.id OR g.guardian_id = p.id) AND \(InvitationsAccess.sees("e.class_id", viewer)))
            """
        let rows = try tx.rows(
            """
            SELECT \(columns("p.id", in: viewer.school)), m.role FROM membership m JOIN person p ON p.id = m.person_id
            LEFT JOIN credential k ON k.person_id = p.id
            WHERE m.person_id = \(person) AND m.school_id = \(viewer.school) AND m.until IS NULL AND \(own)
            """)
        return try roster(lines(rows), at: now, tx).lines.first
    }

    /// The class on whose list the person stands, as a pupil or as a guardian of one; the first, if there are several.
    static func schoolClass(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> ID<SchoolClass>? {
        try tx.first(
            """
            SELECT e.class_id FROM enrolment e WHERE e.school_id = \(school) AND e.until IS NULL AND (e.pupil_id = \(person)
                OR e.pupil_id IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(person) AND school_id = \(school)))
            ORDER BY CASE WHEN e.pupil_id = \(person) THEN 0 ELSE 1 END, e.class_id
            """)?.id("class_id")
    }

    private static func columns(_ person: SQL, in school: ID<School>) -> SQL {
        """
        p.id AS id, p.family, p.given, p.patronymic, k.login, CASE WHEN \(InvitationsAccess.isStaff(person)) THEN 1 ELSE 0 END AS is_staff,
        CASE WHEN \(InvitationsAccess.isElsewhere(person, than: "\(school)")) THEN 1 ELSE 0 END AS is_elsewhere
        """
    }

    private static func line(_ row: Row, roles: Set<Role>, pupil: Pupil? = nil) throws -> RosterLine {
        RosterLine(
            person: try row.id("id"), name: try AccountsStore.name(row), roles: roles, pupil: pupil, login: try row.optional("login", Row.text),
            isStaff: try row.bool("is_staff"), isElsewhere: try row.bool("is_elsewhere"), open: nil)
    }

    private static func pupil(_ row: Row) throws -> Pupil { Pupil(id: try row.id("pupil_id"), name: try InvitationStore.name(row, "pupil")) }

    /// Rows of one person and role each, as lines of a person with all roles.
    private static func lines(_ rows: [Row]) throws -> [RosterLine] {
        var roles: [ID<Person>: Set<Role>] = [:], order: [Row] = []
        for row in rows {
            let person: ID<Person> = try row.id("id")
            if roles[person] == nil { order.append(row) }
            if let role = Role(rawValue: try row.text("role")) { roles[person, default: []].insert(role) }
        }
        return try order.map { try line($0, roles: roles[$0.id("id")] ?? []) }
    }

    private static func roster(_ lines: [RosterLine], at now: Moment, _ tx: Transaction) throws -> Roster {
        let people = Set(lines.map(\.person)), pupils = Set(lines.compactMap(\.pupil?.id))
        var open: [ID<Person>: OpenCode] = [:], awaited: [AwaitedGuardian] = []
        let rows = try tx.rows(
            """
            SELECT i.id, i.person_id, i.pupil_id, i.expires_at FROM invitation i WHERE i.used_at IS NULL AND i.ended_at IS NULL AND i.expires_at > \(now) AND \(InvitationsAccess.issuerStands)
            AND (i.person_id IN \(list: people) OR (i.purpose = 'join' AND i.role = 'guardian' AND i.pupil_id IN \(list: pupils))) ORDER BY i.id
            """)
        for row in rows {
            let code = OpenCode(id: try row.id("id"), expiresAt: try row.moment("expires_at"))
            if let person = try row.optionalID("person_id", of: Person.self) {
                open[person] = code
            } else {
                awaited.append(AwaitedGuardian(pupil: try row.id("pupil_id"), code: code))
            }
        }
        return Roster(
            lines: lines.map {
                var line = $0
                line.open = open[$0.person]
                return line
            }, awaited: awaited)
    }

    // MARK: Figures

    /// Pupils of the classes and their guardians, as `f (class_id, person_id)`.
    private static func families(of school: ID<School>) -> SQL {
        """
        SELECT e.class_id, e.pupil_id AS person_id FROM enrolment e WHERE e.school_id = \(school) AND e.until IS NULL
        UNION SELECT e.class_id, g.guardian_id FROM enrolment e JOIN guardian g ON g.pupil_id = e.pupil_id AND g.school_id = e.school_id
        WHERE e.school_id = \(school) AND e.until IS NULL
        """
    }

    /// The classes of this academic year the viewer may give codes to.
    static func classes(seenBy viewer: Viewer, on day: Day, _ tx: Transaction) throws -> [ClassCome] {
        try tx.rows(
            """
            SELECT c.id, c.year, c.name, COUNT(f.person_id) AS everyone, COUNT(k.person_id) AS came
            FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id
            LEFT JOIN (\(families(of: viewer.school))) f ON f.class_id = c.id LEFT JOIN credential k ON k.person_id = f.person_id
            WHERE c.school_id = \(viewer.school) AND y.ends_on >= \(day) AND \(InvitationsAccess.sees("c.id", viewer))
            GROUP BY c.id, c.year, c.name, c.sort_key ORDER BY c.sort_key, c.id
            """
        ).map {
            ClassCome(
                schoolClass: SchoolClass(
                    id: try $0.id("id"), school: viewer.school, year: try $0.optional("year", Row.int).map { Int($0) }, name: try $0.text("name")),
                come: Come(came: Int(try $0.int("came")), all: Int(try $0.int("everyone"))))
        }
    }

    static func staffCome(in school: ID<School>, _ tx: Transaction) throws -> Come {
        let row = try tx.one(
            """
            SELECT COUNT(DISTINCT m.person_id) AS everyone, COUNT(DISTINCT k.person_id) AS came FROM membership m
            LEFT JOIN credential k ON k.person_id = m.person_id
            WHERE m.school_id = \(school) AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian')
            """)
        return Come(came: Int(try row.int("came")), all: Int(try row.int("everyone")))
    }

    /// Of everyone to whom the viewer may give codes.
    static func come(seenBy viewer: Viewer, on day: Day, _ tx: Transaction) throws -> Come {
        guard InvitationsAccess.rules(viewer) else {
            let classes = try classes(seenBy: viewer, on: day, tx)
            return Come(came: classes.reduce(0) { $0 + $1.come.came }, all: classes.reduce(0) { $0 + $1.come.all })
        }
        let row = try tx.one(
            """
            SELECT COUNT(DISTINCT m.person_id) AS everyone, COUNT(DISTINCT k.person_id) AS came,
                (SELECT COUNT(*) FROM join_request r WHERE r.school_id = \(viewer.school) AND r.state = 'waiting') AS asking
            FROM membership m LEFT JOIN credential k ON k.person_id = m.person_id WHERE m.school_id = \(viewer.school) AND m.until IS NULL
            """)
        return Come(came: Int(try row.int("came")), all: Int(try row.int("everyone")), asking: Int(try row.int("asking")))
    }

    static func schoolClass(_ id: ID<SchoolClass>, seenBy viewer: Viewer, _ tx: Transaction) throws -> SchoolClass? {
        try tx.first("SELECT id, year, name FROM school_class WHERE id = \(id) AND \(InvitationsAccess.sees("id", viewer))").map {
            SchoolClass(id: try $0.id("id"), school: viewer.school, year: try $0.optional("year", Row.int).map { Int($0) }, name: try $0.text("name"))
        }
    }
}
