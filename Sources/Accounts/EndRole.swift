import Kernel
import Storage

/// A person no longer has a role in the school. With the last one they lose the school: their sign-ins there find nothing.
public struct EndRole: Verb {
    public let person: ID<Person>
    public let role: Role
    public let on: Day
    public init(_ role: Role, of person: ID<Person>, on day: Day) {
        self.person = person
        self.role = role
        self.on = day
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer, giving: role)
        if AccountsAccess.indispensable.contains(role), !viewer.has(.platformOperator), try AccountsStore.isLast(person, as: role, in: ruled, tx) {
            throw Denial.conflict(.lastOfRole)
        }
        guard try AccountsStore.endMembership(of: person, as: role, on: on, in: ruled, tx) else { throw Denial.notFound }
        try tx.leave(Trace("accounts.role", about: "person:\(person.number)", was: role.rawValue), by: viewer, at: now)
        if role.side == .staff { tx.tell(.staff(of: ruled.id)) }
        tx.tell(.person(person, in: ruled.id))
        if try !Badge.mayHold(person, in: ruled.id, tx) { _ = try Badge.remove(from: person, in: ruled.id, by: viewer, at: now, tx) }
        tx.end(person)
    }
}
