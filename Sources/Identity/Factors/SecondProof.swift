import Accounts
import Kernel
import Storage

/// What a person gives to confirm a first proof, or to prove themselves once more.
enum SecondProof: Sendable {
    /// Six digits of the authenticator, or a recovery code: told apart by their form.
    case code(String)
    case passkey(PasskeyAssertion, PasskeyChallenge)

    /// Whether it is right; a failure is counted, and past an allowance `Denial.wait` is the answer. Returned and not thrown: what was
    /// counted must be kept.
    func refusal(of person: ID<Person>, at now: Moment, _ keys: IdentityKeys, in tx: Transaction) throws -> Denial? {
        let key = "person:factor-\(person.number)"
        let wait = try AttemptStore.wait([key], at: now, tx)
        guard wait == 0 else { return .wait(seconds: wait) }
        if try isRight(of: person, at: now, keys, tx) {
            try AttemptStore.forget(key, tx)
            return nil
        }
        try AttemptStore.fail(key, at: now, tx)
        return .invalid(field: "code", .wrongCode)
    }

    private func isRight(of person: ID<Person>, at now: Moment, _ keys: IdentityKeys, _ tx: Transaction) throws -> Bool {
        switch self {
        case .code(let typed):
            let digits = typed.filter { !$0.isWhitespace }
            if digits.utf8.count == 6, digits.utf8.allSatisfy({ (48...57).contains($0) }) { return try isCode(digits, of: person, at: now, keys, tx) }
            guard typed.utf8.count <= 40, try FactorStore.useRecoveryCode(typed, of: person, keys, tx) else { return false }
            try tx.leaveEverywhere(Trace("identity.recovery-code-used", about: "person:\(person.number)"), of: person, by: person, at: now)
            return true
        case .passkey(let assertion, let challenge):
            guard try challenge.ticket.spend(at: now, keys, tx), let known = try FactorStore.passkey(assertion.credentialID, of: person, tx),
                let counter = assertion.counter(
                    challenge: challenge.ticket.contents.challenge, of: challenge.site, publicKey: known.publicKey, last: known.counter)
            else { return false }
            try FactorStore.use(passkey: known.id, counter: counter, at: now, tx)
            return true
        }
    }

    private func isCode(_ digits: String, of person: ID<Person>, at now: Moment, _ keys: IdentityKeys, _ tx: Transaction) throws -> Bool {
        guard let known = try FactorStore.authenticator(of: person, isConfirmed: true, keys, tx),
            let step = known.code.step(of: digits, at: now, after: known.last)
        else { return false }
        return try FactorStore.use(step: step, of: person, tx)
    }
}

/// A question put to a passkey: good once, for one person and one purpose.
struct PasskeyChallenge: Sendable {
    struct Contents: Codable, Sendable {
        let challenge: [UInt8]
        let person: Int64
        let purpose: String
    }
    let ticket: Ticket<Contents>
    let site: PasskeySite

    static func make(for person: ID<Person>, _ purpose: String, at now: Moment, _ keys: IdentityKeys) throws -> (challenge: [UInt8], ticket: String) {
        let challenge = [UInt8].random(32)
        let contents = Contents(challenge: challenge, person: person.number, purpose: purpose)
        return (challenge, try Ticket.make(contents, for: "passkey", seconds: 300, at: now, keys))
    }

    init?(_ text: String, for person: ID<Person>, _ purpose: String, of site: PasskeySite, at now: Moment, _ keys: IdentityKeys) {
        guard let ticket = Ticket<Contents>.open(text, for: "passkey", at: now, keys), ticket.contents.person == person.number,
            ticket.contents.purpose == purpose
        else { return nil }
        self.ticket = ticket
        self.site = site
    }
}

extension Transaction {
    /// A trace in every school the person belongs to: who signs in as them matters to each.
    func leaveEverywhere(_ trace: Trace, of person: ID<Person>, by: ID<Person>?, at now: Moment) throws {
        for row in try rows("SELECT DISTINCT school_id FROM membership WHERE person_id = \(person) AND until IS NULL ORDER BY school_id") {
            try leave(trace, in: try row.id("school_id"), by: by, at: now)
        }
    }
}
