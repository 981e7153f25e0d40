import Accounts
import Kernel
import Storage

/// Whose account a provider's person is (REQUIREMENTS B05, B06): by the link of an earlier sign-in, else by SNILS, else by e-mail — and
/// whatever found the account, both must be equal to the school's data every time. No account is ever made here.
struct RecogniseOutside: Sendable {
    enum Outcome: Equatable, Sendable {
        case known(ID<Person>)
        /// Told to the person in the same words, whatever differs and whether anyone was found.
        case different
    }
    let outside: OutsidePerson
    let provider: Provider
    let keys: IdentityKeys
    /// A family may share one address: so many of its people are told apart by the administrator.
    private static let mostByEmail = 5

    func run(at now: Moment, in tx: Transaction) throws -> Outcome {
        for person in try candidates(tx) {
            let fields = try differences(from: person, tx)
            guard fields.isEmpty else {
                try OutsideStore.queue(fields, of: person, at: provider, at: now, tx)
                continue
            }
            try OutsideStore.settle(person, at: provider, tx)
            if try OutsideStore.linked(outside.subject, at: provider, tx) == nil {
                try OutsideStore.link(outside.subject, at: provider, to: person, at: now, tx)
                try tx.leaveEverywhere(Trace("identity.linked", about: "person:\(person.number)", became: provider.key), of: person, by: person, at: now)
            }
            return .known(person)
        }
        return .different
    }

    /// Who it may be. A link leaves no choice.
    private func candidates(_ tx: Transaction) throws -> [ID<Person>] {
        if let person = try OutsideStore.linked(outside.subject, at: provider, tx) { return [person] }
        if provider.match.contains(.snils), let snils = outside.snils, let person = try CardStore.owner(of: snils, keys, tx) { return [person] }
        guard let email = outside.email else { return [] }
        let people = try CardStore.people(with: email, limit: Self.mostByEmail, tx)
        // By e-mail alone an address that several share names nobody.
        return provider.match == [.email] && people.count != 1 ? [] : people
    }

    private func differences(from person: ID<Person>, _ tx: Transaction) throws -> [DifferentField] {
        let card = try CardStore.card(of: person, keys, tx)
        var fields: [DifferentField] = []
        if provider.match.contains(.snils) {
            if outside.snils == nil {
                fields.append(.snilsNotGiven)
            } else if card.snils == nil {
                fields.append(.snilsMissing)
            } else if card.snils != outside.snils {
                fields.append(.snils)
            }
        }
        if provider.match.contains(.email) {
            if outside.email == nil {
                fields.append(.emailNotGiven)
            } else if card.email == nil {
                fields.append(.emailMissing)
            } else if card.email?.key != outside.email?.key {
                fields.append(.email)
            }
        }
        if let known = try OutsideStore.subject(of: person, at: provider, tx), known != outside.subject { fields.append(.account) }
        return fields
    }
}

/// The administrator has put the data right, or knows that nothing is to be done: the entry leaves the queue (REQUIREMENTS B07).
struct CloseMismatch: Verb {
    let mismatch: ID<Mismatch>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard let person = try OutsideStore.remove(mismatch, in: ruled, tx) else { throw Denial.notFound }
        try tx.leave(Trace("identity.mismatch", about: "person:\(person.number)", became: "closed"), by: viewer, at: now)
    }
}

/// The administrator undoes the link with outside accounts, e.g. after a person's account there was changed for another. The next sign-in
/// that fits links anew.
struct UnlinkOutside: Verb {
    let person: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try IdentityAccess.ruled(person, by: viewer, in: tx)
        guard try OutsideStore.unlink(ruled.person, tx) else { throw Denial.notFound }
        try tx.leave(Trace("identity.linked", about: "person:\(person.number)", was: "all"), by: viewer, at: now)
    }
}
