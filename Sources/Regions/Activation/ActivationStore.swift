import Accounts
import Kernel
import Storage

/// The one-time codes' SQL. The code itself is nowhere: whoever reads the database cannot come in by it.
enum ActivationStore {
    /// Seconds a code lives: long enough for the post and a holiday.
    static let life = 30 * 24 * 3600

    /// A new code for a person who was entered by others; the one before it is dead.
    static func issue(_ code: Secret, to person: ID<Person>, in school: ID<School>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try end(of: person, at: now, tx)
        let issuer = viewer.person.number == 0 ? nil : viewer.person
        try tx.rows(
            """
            INSERT INTO activation (school_id, person_id, code_hash, issued_at, issued_by, expires_at)
            VALUES (\(school), \(person), \(code.hash), \(now), \(issuer), \(now + life))
            """)
        try tx.leave(Trace("regions.code", about: "person:\(person.number)", became: "issued"), in: school, by: issuer, at: now)
    }

    static func revoke(of person: ID<Person>, in school: ID<School>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        guard try end(of: person, at: now, tx) else { return }
        try tx.leave(Trace("regions.code", about: "person:\(person.number)", became: "revoked"), in: school, by: viewer.person, at: now)
    }

    @discardableResult private static func end(of person: ID<Person>, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows("UPDATE activation SET revoked_at = \(now) WHERE person_id = \(person) AND used_at IS NULL AND revoked_at IS NULL RETURNING id").isEmpty
    }

    struct Found: Sendable {
        let id: Int64
        let person: ID<Person>
        let school: ID<School>
        let parent: ID<School>?
    }

    /// What the code opens. Throws `Denial.invalid` on `code` for one that is unknown, used, replaced or too old: its holder is told which.
    static func open(_ code: Secret, at now: Moment, _ tx: Transaction) throws -> Found {
        let row = try tx.first(
            """
            SELECT v.id, v.person_id, v.school_id, s.parent_id, v.expires_at, v.used_at, v.revoked_at
            FROM activation v JOIN school s ON s.id = v.school_id WHERE v.code_hash = \(code.hash)
            """)
        guard let row else { throw Denial.invalid(field: "code", .wrongCode) }
        guard try row.optional("used_at", Row.moment) == nil else { throw Denial.invalid(field: "code", .usedCode) }
        guard try row.optional("revoked_at", Row.moment) == nil else { throw Denial.invalid(field: "code", .replacedCode) }
        guard try row.moment("expires_at") > now else { throw Denial.invalid(field: "code", .expiredCode) }
        return Found(id: try row.int("id"), person: try row.id("person_id"), school: try row.id("school_id"), parent: try row.optionalID("parent_id"))
    }

    /// Throws where another has used it meanwhile.
    static func use(_ found: Found, at now: Moment, _ tx: Transaction) throws {
        let used = try tx.rows("UPDATE activation SET used_at = \(now) WHERE id = \(found.id) AND used_at IS NULL AND revoked_at IS NULL RETURNING id")
        guard !used.isEmpty else { throw Denial.invalid(field: "code", .usedCode) }
    }

    static func hasCredential(_ person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT person_id FROM credential WHERE person_id = \(person)") != nil
    }
}

/// A code that was just made. Shown once, printed, never kept.
struct IssuedCode: Sendable {
    let code: Secret
    let name: PersonName
    let school: String
    let expires: Moment
}
