import Accounts
import Kernel
import Storage

/// A person begins with an authenticator app: a secret is made, and nothing asks for it until it has been confirmed.
struct BeginAuthenticator: Verb {
    let secret: [UInt8]
    let keys: IdentityKeys

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try IdentityAccess.mayHaveFactors(viewer)
        guard try FactorStore.begin(secret, of: viewer.person, keys, tx) else { throw Denial.conflict(.authenticatorKnown) }
    }
}

/// The first digits of the app show that it has the secret; from now on they are asked for after the password. With the first factor
/// come recovery codes.
struct ConfirmAuthenticator: Verb {
    let digits: String
    let recoveryCodes: [String]
    let keys: IdentityKeys

    /// The recovery codes that hold from now on; none if there were some already.
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [String] {
        try IdentityAccess.mayHaveFactors(viewer)
        guard let begun = try FactorStore.authenticator(of: viewer.person, isConfirmed: false, keys, tx) else { throw Denial.notFound }
        guard let step = begun.code.step(of: digits.filter { !$0.isWhitespace }, at: now, after: begun.last) else {
            throw Denial.invalid(field: "code", .wrongCode)
        }
        _ = try FactorStore.use(step: step, of: viewer.person, tx)
        try FactorStore.confirm(of: viewer.person, at: now, tx)
        try tx.leaveEverywhere(
            Trace("identity.factor", about: "person:\(viewer.person.number)", became: "authenticator"), of: viewer.person, by: viewer.person, at: now)
        try Safety.newFactors(of: viewer.person, in: viewer.school, at: now, tx)
        return try tx.giveRecoveryCodes(recoveryCodes, to: viewer.person, keys)
    }
}

/// A person adds a passkey that their browser has made.
struct AddPasskey: Verb {
    let made: PasskeyRegistration
    let challenge: PasskeyChallenge
    let name: String
    let recoveryCodes: [String]
    let keys: IdentityKeys

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [String] {
        try IdentityAccess.mayHaveFactors(viewer)
        guard try challenge.ticket.spend(at: now, keys, tx), try FactorStore.addPasskey(made, named: name, of: viewer.person, at: now, tx) else {
            throw Denial.conflict(.passkeyKnown)
        }
        try tx.leaveEverywhere(
            Trace("identity.factor", about: "person:\(viewer.person.number)", became: "passkey"), of: viewer.person, by: viewer.person, at: now)
        try Safety.newFactors(of: viewer.person, in: viewer.school, at: now, tx)
        return try tx.giveRecoveryCodes(recoveryCodes, to: viewer.person, keys)
    }
}

/// A person gives one of their second factors up. With the last one the recovery codes go too.
struct RemoveFactor: Verb {
    enum Which: Sendable { case authenticator, passkey(ID<Passkey>) }
    let which: Which

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let (isRemoved, word) =
            switch which {
            case .authenticator: (try FactorStore.removeAuthenticator(of: viewer.person, tx), "authenticator")
            case .passkey(let id): (try FactorStore.removePasskey(id, of: viewer.person, tx), "passkey")
            }
        guard isRemoved else { throw Denial.notFound }
        if try FactorStore.factors(of: viewer.person, tx).isEmpty { try FactorStore.removeAll(of: viewer.person, tx) }
        try tx.leaveEverywhere(Trace("identity.factor", about: "person:\(viewer.person.number)", was: word), of: viewer.person, by: viewer.person, at: now)
        try Safety.newFactors(of: viewer.person, in: viewer.school, at: now, tx)
    }
}

/// New recovery codes; the old ones are void.
struct RenewRecoveryCodes: Verb {
    let codes: [String]
    let keys: IdentityKeys

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try !FactorStore.factors(of: viewer.person, tx).isEmpty else { throw Denial.notFound }
        try FactorStore.setRecoveryCodes(codes, of: viewer.person, keys, tx)
        try tx.leaveEverywhere(Trace("identity.recovery-codes", about: "person:\(viewer.person.number)"), of: viewer.person, by: viewer.person, at: now)
        try Safety.newFactors(of: viewer.person, in: viewer.school, at: now, tx)
    }
}

/// The administrator takes away the second factors of one who has lost phone and paper; the password alone opens until they add one.
struct TakeFactorsAway: Verb {
    let person: ID<Person>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try IdentityAccess.ruled(person, by: viewer, in: tx)
        guard try !FactorStore.factors(of: ruled.person, tx).isEmpty else { throw Denial.notFound }
        try FactorStore.removeAll(of: ruled.person, tx)
        try SignInStore.endAll(of: ruled.person, but: nil, tx)
        try tx.leave(Trace("identity.factor", about: "person:\(person.number)", was: "all"), by: viewer, at: now)
        try Safety.newFactors(of: person, in: viewer.school, at: now, tx)
        tx.end(person)
    }
}

extension Transaction {
    /// Recovery codes for one who has none; those of one who has some stay.
    fileprivate func giveRecoveryCodes(_ codes: [String], to person: ID<Person>, _ keys: IdentityKeys) throws -> [String] {
        guard try FactorStore.factors(of: person, self).recoveryCodes == 0 else { return [] }
        try FactorStore.setRecoveryCodes(codes, of: person, keys, self)
        return codes
    }
}
