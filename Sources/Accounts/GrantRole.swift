import Kernel
import Storage

/// A person who is known already gets one more role in the school.
public struct GrantRole: Verb {
    public let person: ID<Person>
    public let role: Role
    public let since: Day
    public init(_ role: Role, to person: ID<Person>, since: Day) {
        self.person = person
        self.role = role
        self.since = since
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer, giving: role)
        // A person of another school is unknown here.
        guard try AccountsStore.name(of: person, in: ruled, tx) != nil else { throw Denial.notFound }
        guard try !AccountsStore.isMember(person, as: role, in: ruled, tx) else { return }
        if AccountsAccess.choosesAmongJoined(role, by: viewer), try !AccountsStore.isJoinedTeacher(person, in: ruled, tx) {
            throw Denial.conflict(.onlyJoinedTeachers)
        }
        try AccountsStore.addMembership(of: person, as: role, since: since, in: ruled, tx)
        try tx.leave(Trace("accounts.role", about: "person:\(person.number)", became: role.rawValue), by: viewer, at: now)
        if role.side == .staff { tx.tell(.staff(of: ruled.id)) }
        tx.tell(.person(person, in: ruled.id))
        tx.end(person)
    }
}
