import Accounts
import Kernel
import Storage

/// A person parts from an outside account, or takes back the wish to be linked.
struct EndOwnLink: Verb {
    let account: ID<OutsideAccount>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let school = try LinkingStore.unlink(account, from: viewer.person, tx) ?? LinkingStore.takeBack(account, viewer.person, tx) else {
            throw Denial.notFound
        }
        let trace = Trace("linking.link", about: "person:\(viewer.person.number)", was: "account:\(account.number)")
        try tx.leave(trace, in: school, by: viewer.person, at: now)
    }
}

/// The school parts an account from the person it was linked with.
struct EndLink: Verb {
    let account: ID<OutsideAccount>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try LinkingAccess.office(of: viewer)
        guard try LinkingStore.account(account, of: office, tx) != nil, let person = try LinkingStore.holder(of: account, tx) else { throw Denial.notFound }
        _ = try LinkingStore.unlink(account, from: person, tx)
        try tx.leave(Trace("linking.link", about: "person:\(person.number)", was: "account:\(account.number)"), by: viewer, at: now)
    }
}
