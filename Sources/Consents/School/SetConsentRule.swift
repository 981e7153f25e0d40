import Accounts
import Kernel
import School
import Storage

/// How a school deals with consents.
struct ConsentRule: Hashable, Sendable {
    /// Nobody comes in before the needed consents are there (REQUIREMENTS B08).
    let consentsFirst: Bool
    /// After so many days no backup holds what was destroyed.
    let backupDays: Int

    static func of(_ school: ID<School>, _ tx: Transaction) throws -> ConsentRule {
        let row = try tx.one("SELECT consents_first, backup_days FROM school WHERE id = \(school)")
        return ConsentRule(consentsFirst: try row.bool("consents_first"), backupDays: Int(try row.int("backup_days")))
    }

    /// People of the school to whom it would be closed by the rule.
    static func withoutConsent(in school: ID<School>, _ tx: Transaction) throws -> Int {
        Int(
            try tx.one(
                """
                SELECT COUNT(DISTINCT m.person_id) AS count FROM membership m
                WHERE m.school_id = \(school) AND m.until IS NULL
                AND NOT EXISTS (SELECT 1 FROM person_access pa WHERE pa.school_id = m.school_id AND pa.person_id = m.person_id)
                """
            ).int("count"))
    }
}

/// The school asks for consents first, or no longer does; and says how long its backups are kept.
public struct SetConsentRule: Verb {
    public let consentsFirst: Bool
    public let backupDays: Int
    public init(consentsFirst: Bool, backupDays: Int) {
        self.consentsFirst = consentsFirst
        self.backupDays = backupDays
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let school = try ConsentsAccess.ruled(by: viewer)
        guard (0...3650).contains(backupDays) else { throw Denial.invalid(field: "backupDays", .backupDays) }
        let was = try ConsentRule.of(school.id, tx)
        guard was != ConsentRule(consentsFirst: consentsFirst, backupDays: backupDays) else { return }
        // Who closes the door must stand inside.
        let own = try consentsFirst && viewer.person.number != 0 && !ConsentGate.mayComeIn(viewer.person, in: school.id, at: now, tx)
        guard !own else { throw Denial.invalid(field: "consentsFirst", .ownConsentFirst) }
        try tx.rows("UPDATE school SET consents_first = \(consentsFirst), backup_days = \(backupDays) WHERE id = \(school.id)")
        try tx.leave(
            Trace(
                "consents.rule", about: "school:\(school.id.number)", was: Self.words(was.consentsFirst, was.backupDays),
                became: Self.words(consentsFirst, backupDays)),
            by: viewer, at: now)
        if was.consentsFirst != consentsFirst { try follow(school.id, tx) }
    }

    /// Chats follow; the open pages of those who are shut out end.
    private func follow(_ school: ID<School>, _ tx: Transaction) throws {
        for row in try tx.rows("SELECT DISTINCT class_id FROM enrolment WHERE school_id = \(school) AND until IS NULL") {
            tx.tell(.classList(try row.id("class_id"), in: school))
        }
        tx.tell(.staff(of: school))
        tx.tell(.people(of: school))
        guard consentsFirst else { return }
        let shut = try tx.rows(
            """
            SELECT DISTINCT m.person_id FROM membership m WHERE m.school_id = \(school) AND m.until IS NULL
            AND NOT EXISTS (SELECT 1 FROM person_access pa WHERE pa.school_id = m.school_id AND pa.person_id = m.person_id)
            """)
        for row in shut { tx.end(try row.id("person_id")) }
    }

    private static func words(_ first: Bool, _ days: Int) -> String { "consents-first:\(first ? 1 : 0) backup-days:\(days)" }
}
