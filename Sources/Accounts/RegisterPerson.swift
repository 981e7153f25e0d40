import Kernel
import Storage

/// A person is entered into a school with a role. They cannot sign in until they are given a credential.
public struct RegisterPerson: Verb {
    public let name: PersonName
    public let role: Role
    public let since: Day
    public let sex: Sex?
    public let bornOn: Day?

    public init(_ name: PersonName, as role: Role, since: Day, sex: Sex? = nil, bornOn: Day? = nil) {
        self.name = name
        self.role = role
        self.since = since
        self.sex = sex
        self.bornOn = bornOn
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Person> {
        let ruled = try AccountsAccess.ruled(by: viewer, giving: role)
        // Whoever is entered only now has not joined yet.
        guard !AccountsAccess.choosesAmongJoined(role, by: viewer) else { throw Denial.conflict(.onlyJoinedTeachers) }
        let name = try name.checked()
        let person = try AccountsStore.addPerson(name, sex: sex, bornOn: bornOn, tx)
        try AccountsStore.addMembership(of: person, named: name, as: role, since: since, in: ruled, tx)
        try tx.leave(Trace("accounts.role", about: "person:\(person.number)", became: role.rawValue), by: viewer, at: now)
        if role.side == .staff { tx.tell(.staff(of: ruled.id)) }
        tx.tell(.person(person, in: ruled.id))
        return person
    }
}

public enum Sex: String, Sendable, CaseIterable, Codable { case female, male }
