import Accounts
import Kernel
import School
import Storage

/// The codes' SQL.
enum InvitationStore {
    /// A name from columns `x_family, x_given, x_patronymic`.
    static func name(_ row: Row, _ prefix: String) throws -> PersonName {
        PersonName(family: try row.text(prefix + "_family"), given: try row.text(prefix + "_given"), patronymic: try row.text(prefix + "_patronymic"))
    }

    private static let columns: SQL = """
        i.id, i.school_id, s.name AS school_name, s.zone, i.purpose, i.role, i.person_id, i.family, i.given, i.patronymic, i.class_id, c.year AS class_year,
        c.name AS class_name, i.pupil_id, i.issued_at, i.expires_at, i.used_at, i.ended_at, i.end_reason, CASE WHEN \(InvitationsAccess.issuerStands) THEN 1 ELSE 0 END AS issuer_stands,
        p.family AS person_family, p.given AS person_given, p.patronymic AS person_patronymic,
        q.family AS pupil_family, q.given AS pupil_given, q.patronymic AS pupil_patronymic,
        b.family AS by_family, b.given AS by_given, b.patronymic AS by_patronymic,
        u.family AS user_family, u.given AS user_given, u.patronymic AS user_patronymic
        """
    private static let joins: SQL = """
        JOIN school s ON s.id = i.school_id LEFT JOIN school_class c ON c.id = i.class_id LEFT JOIN person p ON p.id = i.person_id
        LEFT JOIN person q ON q.id = i.pupil_id LEFT JOIN person b ON b.id = i.issued_by LEFT JOIN person u ON u.id = i.used_by
        """

    private static func invitation(_ row: Row) throws -> Invitation {
        let person = try row.optionalID("person_id", of: Person.self), pupil = try row.optionalID("pupil_id", of: Person.self)
        let given = PersonName(family: try row.text("family"), given: try row.text("given"), patronymic: try row.text("patronymic"))
        let school = School(id: try row.id("school_id"), name: try row.text("school_name"), zone: try row.zone("zone"))
        return Invitation(
            id: try row.id("id"), school: school, purpose: Invitation.Purpose(rawValue: try row.text("purpose")) ?? .join,
            role: Role(rawValue: try row.text("role")) ?? .guardian, person: person,
            name: person == nil ? (given.full.isEmpty ? nil : given) : try name(row, "person"),
            schoolClass: try row.optionalID("class_id", of: SchoolClass.self).map {
                SchoolClass(id: $0, school: school.id, year: try row.optional("class_year", Row.int).map { Int($0) }, name: try row.text("class_name"))
            }, pupil: try pupil.map { Pupil(id: $0, name: try name(row, "pupil")) },
            issuedBy: row["by_family"] == .null ? nil : try name(row, "by"), issuedAt: try row.moment("issued_at"), expiresAt: try row.moment("expires_at"),
            usedBy: row["user_family"] == .null ? nil : try name(row, "user"), usedAt: try row.optional("used_at", Row.moment),
            endedAt: try row.optional("ended_at", Row.moment), isExpiredEarly: try row.optional("end_reason", Row.text) == "expired",
            isIssuerDismissed: try !row.bool("issuer_stands"))
    }

    // MARK: Reading

    /// The newest first; those before a number, if it is given.
    static func invitations(seenBy viewer: Viewer, before: ID<Invitation>? = nil, limit: Int, _ tx: Transaction) throws -> [Invitation] {
        try tx.rows(
            """
            SELECT \(columns) FROM invitation i \(joins)
            WHERE \(InvitationsAccess.seenBy(viewer)) AND i.id < \(before?.number ?? .max) ORDER BY i.id DESC LIMIT \(limit)
            """
        ).map(invitation)
    }

    static func invitation(_ id: ID<Invitation>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Invitation? {
        try tx.first("SELECT \(columns) FROM invitation i \(joins) WHERE i.id = \(id) AND \(InvitationsAccess.seenBy(viewer))").map(invitation)
    }

    /// The one that a code names, whatever became of it. `isGood` says whether what it was given for still stands.
    static func invitation(of code: Code, _ tx: Transaction) throws -> (invitation: Invitation, isGood: Bool, usedBy: ID<Person>?)? {
        try tx.first(
            """
            SELECT \(columns), i.used_by, CASE WHEN \(stands) THEN 1 ELSE 0 END AS is_good FROM invitation i \(joins) WHERE i.code_hash = \(code.hash)
            """
        ).map { (try invitation($0), try $0.bool("is_good"), try $0.optionalID("used_by", of: Person.self)) }
    }

    /// What was judged when the code was given, judged again: the person still belongs here and nowhere else, a class teacher's code
    /// opens no account of the staff, and the child whose guardian is meant is still a pupil here.
    private static let stands: SQL = """
        (i.person_id IS NULL OR (EXISTS (SELECT 1 FROM membership mm WHERE mm.person_id = i.person_id AND mm.school_id = i.school_id AND mm.until IS NULL)
            AND NOT \(InvitationsAccess.isElsewhere("i.person_id", than: "i.school_id"))
            AND (i.is_by_class_teacher = 0 OR NOT \(InvitationsAccess.isStaff("i.person_id")))
            AND (i.purpose = 'again') = EXISTS (SELECT 1 FROM credential kk WHERE kk.person_id = i.person_id)))
        AND (i.pupil_id IS NULL OR EXISTS (SELECT 1 FROM membership mp
            WHERE mp.person_id = i.pupil_id AND mp.school_id = i.school_id AND mp.role = 'pupil' AND mp.until IS NULL))
        """

    /// A sheet of the viewer's own making, if they have its secret: its slips in their order, with the codes anew.
    static func sheet(_ id: ID<CodeSheet>, secret: Token, madeBy viewer: Viewer, _ tx: Transaction) throws -> [(Invitation, Code)]? {
        let found = try tx.first(
            "SELECT id FROM code_sheet WHERE id = \(id) AND school_id = \(viewer.school) AND made_by = \(viewer.person) AND secret_hash = \(secret.hash)")
        guard found != nil else { return nil }
        return try tx.rows("SELECT \(columns), i.place FROM invitation i \(joins) WHERE i.sheet_id = \(id) ORDER BY i.place").map {
            (try invitation($0), Code(of: secret, place: Int(try $0.int("place"))))
        }
    }

    // MARK: Writing

    static func addSheet(_ secret: Token, of schoolClass: ID<SchoolClass>?, _ issuing: Issuing, at now: Moment, _ tx: Transaction) throws -> ID<CodeSheet> {
        try tx.one(
            """
            INSERT INTO code_sheet (school_id, class_id, made_by, made_at, secret_hash)
            VALUES (\(issuing.school), \(schoolClass), \(issuing.by), \(now), \(secret.hash)) RETURNING id
            """
        ).id("id")
    }

    static func add(_ slip: Slip, _ code: Code, on sheet: ID<CodeSheet>, place: Int, _ issuing: Issuing, at now: Moment, _ tx: Transaction) throws -> IssuedCode
    {
        IssuedCode(id: try add(slip, hash: code.hash, on: sheet, place: place, issuing, at: now, tx), code: code)
    }

    static func add(_ slip: Slip, hash: [UInt8], on sheet: ID<CodeSheet>?, place: Int, _ issuing: Issuing, at now: Moment, _ tx: Transaction) throws
        -> ID<Invitation>
    {
        let name = slip.name ?? PersonName(family: "", given: "")
        return try tx.one(
            """
            INSERT INTO invitation (school_id, sheet_id, place, purpose, role, person_id, class_id, pupil_id, family, given, patronymic, code_hash,
                is_by_class_teacher, issued_by, issued_at, expires_at)
            VALUES (\(issuing.school), \(sheet), \(place), \(slip.purpose.rawValue), \(slip.role.rawValue), \(slip.person), \(slip.schoolClass), \(slip.pupil),
                \(name.family), \(name.given), \(name.patronymic), \(hash), \(issuing.isClassTeacher), \(issuing.by), \(now),
                \(now + Invitation.life)) RETURNING id
            """
        ).id("id")
    }

    /// Those of these people's codes that nobody used make room for new ones: expired ones as such, good ones as replaced.
    static func end(codesOf people: some Sequence<ID<Person>>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE invitation SET ended_at = \(now), ended_by = \(viewer.person), family = '', given = '', patronymic = '',
                end_reason = CASE WHEN expires_at <= \(now) THEN 'expired' ELSE 'replaced' END
            WHERE person_id IN \(list: people) AND used_at IS NULL AND ended_at IS NULL
            """)
    }

    /// Takes back what is still good and meets the condition on `i`. Their numbers.
    static func revoke(where condition: SQL, seenBy viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> [ID<Invitation>] {
        try tx.rows(
            """
            UPDATE invitation SET ended_at = \(now), ended_by = \(viewer.person), end_reason = 'revoked', family = '', given = '', patronymic = ''
            WHERE id IN (SELECT i.id FROM invitation i WHERE \(InvitationsAccess.seenBy(viewer)) AND i.used_at IS NULL AND i.ended_at IS NULL
                AND i.expires_at > \(now) AND \(condition)) RETURNING id
            """
        ).map { try $0.id("id") }
    }

    /// Marks it as used, if nobody did so before. The name that was given for one who was to come is theirs now and not needed here.
    static func use(_ id: ID<Invitation>, by person: ID<Person>, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE invitation SET used_by = \(person), used_at = \(now), family = '', given = '', patronymic = ''
            WHERE id = \(id) AND used_at IS NULL AND ended_at IS NULL AND expires_at > \(now) RETURNING id
            """
        ).isEmpty
    }
}

/// For whom a code is.
struct Slip: Sendable {
    let purpose: Invitation.Purpose
    let role: Role
    var person: ID<Person>?
    var schoolClass: ID<SchoolClass>?
    var pupil: ID<Person>?
    var name: PersonName?
}
