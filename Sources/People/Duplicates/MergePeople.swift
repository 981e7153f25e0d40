import Accounts
import Kernel
import Storage
import WebCore

/// Two rows of one human being become one: every feature hands over what it keeps of `from`, in one transaction, or nothing is done.
/// Of two logins the one chosen stays. It cannot be undone: nothing would tell afterwards what was whose.
struct MergePeople: Verb {
    enum KeptLogin: String, Hashable, Sendable { case ofInto, ofFrom }
    let from: ID<Person>
    let into: ID<Person>
    let login: KeptLogin
    /// All the site's; each knows its own tables.
    let features: [any Feature.Type]

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try PeopleAccess.ruled(by: viewer)
        let known = try DuplicateStore.known([from, into], ruled, tx)
        guard from != into, let one = known.first(where: { $0.id == from }), let other = known.first(where: { $0.id == into }) else { throw Denial.notFound }
        guard from != viewer.person, into != viewer.person else { throw Denial.conflict(.mergesOneself) }
        guard one.isChild == other.isChild else { throw Denial.conflict(.childAndAdult) }
        for person in [from, into] where try DuplicateStore.belongsElsewhere(person, ruled, tx) { throw Denial.conflict(.mergesElsewhere) }
        for role in one.roles.union(other.roles) { _ = try AccountsAccess.ruled(by: viewer, giving: role) }
        if login == .ofFrom { try AccountsStore.forgetCredential(of: into, ifHas: from, tx) }
        for feature in features { try feature.merge(from, into: into, in: tx) }
        try tx.leave(Trace("people.merge", about: "person:\(into.number)", was: "person:\(from.number)"), by: viewer, at: now)
    }
}

/// Two who look like one are two: the list does not name them again.
struct KeepApart: Verb {
    let one: ID<Person>
    let other: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try PeopleAccess.ruled(by: viewer)
        guard one != other, try DuplicateStore.known([one, other], ruled, tx).count == 2 else { throw Denial.notFound }
        try DuplicateStore.dismiss(one, other, ruled, tx)
    }
}

/// What a merge would do, found by doing it in a transaction that is then rolled back: nothing tells it better.
struct MergePreview: Sendable {
    let from: Known
    let into: Known
    let logins: (from: String?, into: String?)
    /// Why it cannot be done; `nil` where it can.
    let refusal: Denial?

    private struct RolledBack: Error {}

    static func of(_ from: ID<Person>, into: ID<Person>, by viewer: Viewer, at now: Moment, on site: Site) async throws -> MergePreview {
        let ruled = try PeopleAccess.ruled(by: viewer)
        let (known, logins) = try await site.read { tx in
            (
                try DuplicateStore.known([from, into], ruled, tx),
                (from: try DuplicateStore.login(of: from, ruled, tx), into: try DuplicateStore.login(of: into, ruled, tx))
            )
        }
        guard let one = known.first(where: { $0.id == from }), let other = known.first(where: { $0.id == into }) else { throw Denial.notFound }
        let refusal = try await refusal(MergePeople(from: from, into: into, login: .ofInto, features: site.features), by: viewer, at: now, on: site)
        return MergePreview(from: one, into: other, logins: logins, refusal: refusal)
    }

    private static func refusal(_ merge: MergePeople, by viewer: Viewer, at now: Moment, on site: Site) async throws -> Denial? {
        do {
            try await site.database.write { tx in
                try site.perform(merge, by: viewer, at: now, in: tx)
                throw RolledBack()
            }
            return nil
        } catch is RolledBack { return nil } catch let denial as Denial { return denial }
    }
}
