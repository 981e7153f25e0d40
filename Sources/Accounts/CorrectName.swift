import Kernel
import Storage

/// A person's name is put right, e.g. after a change of family name.
public struct CorrectName: Verb {
    public let person: ID<Person>
    public let name: PersonName
    public init(of person: ID<Person>, to name: PersonName) {
        self.person = person
        self.name = name
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer), name = try name.checked()
        guard let was = try AccountsStore.name(of: person, in: ruled, tx) else { throw Denial.notFound }
        guard try !AccountsStore.belongsElsewhere(person, than: ruled, tx) else { throw Denial.forbidden(.belongsElsewhere) }
        guard try !AccountsStore.isErased(person, tx) else { throw Denial.forbidden(.isErased) }
        try AccountsStore.setName(name, of: person, tx)
        try tx.leave(Trace("accounts.name", about: "person:\(person.number)", was: was.full, became: name.full), by: viewer, at: now)
    }
}
