import Accounts
import Kernel
import Storage

/// The administrator decides on a wish to be linked. Confirming lets the person in with what the account proves, where they are not
/// in the school in that role yet (REQUIREMENTS B03).
struct AnswerRequest: Verb {
    let request: ID<LinkRequest>
    let isConfirmed: Bool

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let office = try LinkingAccess.office(of: viewer)
        guard let request = try LinkingStore.request(request, of: office, tx), let system = try LinkingStore.system(request.account.system, of: office, tx)
        else { throw Denial.notFound }
        if isConfirmed { try confirm(request, system, by: viewer, at: now, tx) }
        _ = try LinkingStore.takeBack(request.account.id, request.person, tx)
        let trace = Trace(
            "linking.answered", about: "person:\(request.person.number)", was: "account:\(request.account.id.number)",
            became: isConfirmed ? "confirmed" : "refused")
        try tx.leave(trace, by: viewer, at: now)
    }

    private func confirm(_ request: LinkRequest, _ system: OutsideSystem, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        guard try LinkingStore.holder(of: request.account.id, tx) == nil else { throw Denial.conflict(.accountTaken) }
        guard try LinkingStore.link(of: request.person, in: system.id, tx) == nil else { throw Denial.conflict(.personLinked) }
        let joining = try Joining(
            person: request.person, name: request.name, account: request.account, system: system, on: viewer.zone.day(of: now), tx: tx)
        if !joining.isMember { try joining.admit(at: now) }
        try LinkingStore.link(request.account, to: request.person, in: system, at: now, tx)
    }
}
