import Accounts
import Kernel
import Storage

/// The administrator links an account with one of the school's people.
struct LinkPerson: Verb {
    let account: ID<OutsideAccount>
    let person: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try LinkingAccess.office(of: viewer)
        guard let found = try LinkingStore.account(account, of: office, tx), !found.isGone, let system = try LinkingStore.system(found.system, of: office, tx)
        else { throw Denial.notFound }
        guard try !LinkingStore.roles(of: person, in: office.school, tx).isEmpty else { throw Denial.invalid(field: "person", .noSuchPerson) }
        if let holder = try LinkingStore.holder(of: account, tx) {
            guard holder == person else { throw Denial.conflict(.accountTaken) }
            return
        }
        guard try LinkingStore.link(of: person, in: system.id, tx) == nil else { throw Denial.invalid(field: "person", .personLinked) }
        try LinkingStore.link(found, to: person, in: system, at: now, tx)
        try tx.leave(Trace("linking.link", about: "person:\(person.number)", became: "account:\(account.number)"), by: viewer, at: now)
    }
}

/// The administrator links at once all accounts whose name and role are those of exactly one person of the school.
struct LinkByNames: Verb {
    let system: ID<OutsideSystem>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int {
        let office = try LinkingAccess.office(of: viewer)
        guard let system = try LinkingStore.system(system, of: office, tx) else { throw Denial.notFound }
        let matches = try LinkingStore.matches(in: system, tx)
        for match in matches {
            try LinkingStore.link(match.account, to: match.person, in: system, at: now, tx)
            try tx.leave(Trace("linking.link", about: "person:\(match.person.number)", became: "account:\(match.account.id.number)"), by: viewer, at: now)
        }
        return matches.count
    }
}
