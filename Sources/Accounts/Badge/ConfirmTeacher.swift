import Kernel
import Storage

/// The school confirms from its staff list that the person is a teacher of it (REQUIREMENTS A34).
public struct ConfirmTeacher: Verb {
    /// Letters of an order's number and date.
    static let longestOrder = 100
    public let person: ID<Person>
    public let order: String?
    /// - Parameter order: number and date of the order by which the person was taken on, if the school wishes to note it.
    public init(_ person: ID<Person>, order: String? = nil) {
        self.person = person
        self.order = order
    }

    /// `false` if they were confirmed already.
    @discardableResult
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Bool {
        let ruled = try AccountsAccess.confirming(by: viewer)
        guard try AccountsStore.name(of: person, in: ruled, tx) != nil else { throw Denial.notFound }
        guard (order ?? "").count <= Self.longestOrder else { throw Denial.invalid(field: "order", .orderLong) }
        guard try Badge.mayHold(person, in: ruled.id, tx) else { throw Denial.conflict(.notATeacher) }
        let given = try tx.rows(
            """
            INSERT INTO teacher_badge (school_id, person_id, order_number, given_by, given_at)
            VALUES (\(ruled.id), \(person), \(order), \(viewer.person.number == 0 ? nil : viewer.person), \(now))
            ON CONFLICT (school_id, person_id) DO NOTHING RETURNING person_id
            """)
        guard !given.isEmpty else { return false }
        try tx.leave(Trace("accounts.badge", about: "person:\(person.number)", became: "verified"), by: viewer, at: now)
        tx.tell(.badge(of: person, in: ruled.id))
        return true
    }
}

/// The school takes its confirmation back.
public struct WithdrawBadge: Verb {
    public let person: ID<Person>
    public init(from person: ID<Person>) { self.person = person }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.confirming(by: viewer)
        guard try Badge.remove(from: person, in: ruled.id, by: viewer, at: now, tx) else { throw Denial.notFound }
    }
}
