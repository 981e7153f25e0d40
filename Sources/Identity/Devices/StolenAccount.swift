import Accounts
import Kernel
import Storage

/// An account that somebody else got into (REQUIREMENTS B13).
enum StolenAccount {
    struct Waiting: Hashable, Sendable {
        let person: ID<Person>
        let name: PersonName
        let at: Moment
    }
}

/// The SQL of reports that an account was stolen.
enum StolenStore {
    /// A password is void until a new one was given; another way in, until the administrator has given it back.
    static func refusal(of arrival: Arrival, _ tx: Transaction) throws -> Denial? {
        let row = try tx.first(
            """
            SELECT r.at, r.restored_at, c.changed_at FROM stolen_report r LEFT JOIN credential c ON c.person_id = r.person_id
            WHERE r.person_id = \(arrival.person) ORDER BY r.at DESC, r.id DESC LIMIT 1
            """)
        guard let row, try (row.optional("changed_at", Row.moment)).map({ $0 <= (try row.moment("at")) }) ?? true else { return nil }
        let isRestored = try row.optional("restored_at", Row.moment) != nil
        return arrival.proof == .provider && isRestored ? nil : .forbidden(.accountClosed)
    }

    /// A report in every school of the person: each has its administrator.
    static func report(_ account: ClosableAccount, by: ID<Person>?, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO stolen_report (school_id, person_id, by_id, at)
            SELECT DISTINCT school_id, person_id, CAST(\(by) AS BIGINT), CAST(\(now) AS BIGINT) FROM membership WHERE person_id = \(account.person) AND until IS NULL
            ON CONFLICT (school_id, person_id) WHERE restored_at IS NULL DO UPDATE SET at = excluded.at
            """)
        try SignInStore.endAll(of: account.person, but: nil, tx)
        try tx.rows("DELETE FROM half_sign_in WHERE person_id = \(account.person)")
        try tx.leaveEverywhere(Trace("identity.stolen", about: "person:\(account.person.number)", became: "closed"), of: account.person, by: by, at: now)
        try Safety.stolen(account.person, heardBy: try DeviceStore.hearers(of: account.person, tx), at: now, tx)
        tx.end(account.person)
    }

    static func restore(_ person: RuledPerson, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows("UPDATE stolen_report SET restored_at = \(now) WHERE person_id = \(person.person) AND restored_at IS NULL RETURNING id").isEmpty
    }

    static func isOpen(_ person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM stolen_report WHERE person_id = \(person) AND restored_at IS NULL") != nil
    }

    static func waiting(in school: ID<School>, limit: Int, _ tx: Transaction) throws -> [StolenAccount.Waiting] {
        try tx.rows(
            """
            SELECT r.person_id, r.at, p.family, p.given, p.patronymic FROM stolen_report r JOIN person p ON p.id = r.person_id
            WHERE r.school_id = \(school) AND r.restored_at IS NULL ORDER BY r.at DESC, r.id DESC LIMIT \(limit)
            """
        ).map { StolenAccount.Waiting(person: try $0.id("person_id"), name: try AccountsStore.name($0), at: try $0.moment("at")) }
    }
}

/// «Мой аккаунт украли»: every sign-in ends, the password is void until the school gives a new one, the administrator and the operator
/// are told (REQUIREMENTS B13). Closes only: nobody gains by it.
public struct ReportStolen: Verb {
    let person: ID<Person>
    public init(_ person: ID<Person>) { self.person = person }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try StolenStore.report(try IdentityAccess.mayClose(person, by: viewer, in: tx), by: viewer.person, at: now, tx)
    }
}

/// The administrator has spoken with the person and gives the account back. The old password stays void: a new one is given.
struct RestoreAccount: Verb {
    let person: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try IdentityAccess.ruled(person, by: viewer, in: tx)
        guard try StolenStore.restore(ruled, at: now, tx) else { throw Denial.notFound }
        try tx.leave(Trace("identity.stolen", about: "person:\(person.number)", became: "restored"), by: viewer, at: now)
    }
}
