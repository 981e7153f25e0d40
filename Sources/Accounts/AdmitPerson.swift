import Kernel
import Storage

/// A person of the installation gets a role in one more school. Only whoever runs the installation knows people across schools.
public struct AdmitPerson: Verb {
    public let person: ID<Person>
    public let role: Role
    public let since: Day
    public init(_ person: ID<Person>, as role: Role, since: Day) {
        self.person = person
        self.role = role
        self.since = since
    }

    /// False if they have the role already.
    @discardableResult
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Bool {
        let ruled = try AccountsAccess.ruled(by: viewer, giving: role)
        guard viewer.has(.platformOperator), try tx.first("SELECT id FROM person WHERE id = \(person)") != nil else { throw Denial.notFound }
        guard try !AccountsStore.isMember(person, as: role, in: ruled, tx) else { return false }
        try AccountsStore.addMembership(of: person, as: role, since: since, in: ruled, tx)
        try tx.leave(Trace("accounts.role", about: "person:\(person.number)", became: role.rawValue), by: viewer, at: now)
        if role.side == .staff { tx.tell(.staff(of: ruled.id)) }
        tx.tell(.person(person, in: ruled.id))
        tx.end(person)
        return true
    }
}
