import Kernel
import Storage

/// Wherever a person is signed in to the school, they are signed in no longer: a phone was lost, a password was seen.
public struct EndSignIns: Verb {
    public let person: ID<Person>
    public init(of person: ID<Person>) { self.person = person }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard try AccountsStore.name(of: person, in: ruled, tx) != nil else { throw Denial.notFound }
        let ended = try tx.rows("DELETE FROM sign_in WHERE person_id = \(person) AND school_id = \(ruled.id) RETURNING id")
        guard !ended.isEmpty else { return }
        try tx.leave(Trace("accounts.sign-ins", about: "person:\(person.number)", was: String(ended.count)), by: viewer, at: now)
        tx.end(person)
    }
}

/// A role that was ended by mistake goes on as if it had not been.
public struct RestoreRole: Verb {
    public let person: ID<Person>
    public let role: Role
    public init(_ role: Role, of person: ID<Person>) {
        self.role = role
        self.person = person
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer, giving: role)
        guard try !AccountsStore.isMember(person, as: role, in: ruled, tx), try AccountsStore.reopenMembership(of: person, as: role, in: ruled, tx) else {
            throw Denial.notFound
        }
        try tx.leave(Trace("accounts.role", about: "person:\(person.number)", became: role.rawValue), by: viewer, at: now)
        if role.side == .staff { tx.tell(.staff(of: ruled.id)) }
        tx.tell(.person(person, in: ruled.id))
        tx.end(person)
    }
}
