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
        guard let ruled = try grantable(by: viewer, in: tx) else { return }
        try AccountsStore.addMembership(of: person, as: role, since: since, in: ruled, tx)
        try tx.leave(Trace("accounts.role", about: "person:\(person.number)", became: role.rawValue), by: viewer, at: now)
        if role.side == .staff { tx.tell(.staff(of: ruled.id)) }
        tx.tell(.person(person, in: ruled.id))
        tx.end(person)
    }

    /// Whether the viewer might, without doing it: for what is planned for a later day.
    public func check(by viewer: Viewer, in tx: Transaction) throws { _ = try grantable(by: viewer, in: tx) }

    /// `nil` where the person has the role already.
    private func grantable(by viewer: Viewer, in tx: Transaction) throws -> RuledSchool? {
        let ruled = try AccountsAccess.ruled(by: viewer, giving: role)
        // A person of another school is unknown here.
        guard try AccountsStore.name(of: person, in: ruled, tx) != nil else { throw Denial.notFound }
        guard try !AccountsStore.isMember(person, as: role, in: ruled, tx) else { return nil }
        if AccountsAccess.choosesAmongJoined(role, by: viewer), try !AccountsStore.isJoinedTeacher(person, in: ruled, tx) {
            throw Denial.conflict(.onlyJoinedTeachers)
        }
        return ruled
    }
}
