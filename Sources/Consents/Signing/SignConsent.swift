import Kernel
import Storage

/// A person says yes or no to one purpose, for themselves or for their child, on a page of ours. A no after a yes takes it back.
public struct SignConsent: Verb {
    public let person: ID<Person>
    public let purpose: Purpose
    public let agrees: Bool
    /// The version of the text that was read.
    public let version: Int
    public init(for person: ID<Person>, _ purpose: Purpose, agrees: Bool, version: Int) {
        self.person = person
        self.purpose = purpose
        self.agrees = agrees
        self.version = version
    }

    /// Whether anything has changed by it.
    @discardableResult
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Bool {
        let right = try ConsentsAccess.signed(person, purpose, by: viewer, at: now, in: tx)
        let wording = try TextStore.current(purpose, in: right.school, tx)
        // One cannot agree to what one has not read; a no needs no text.
        guard !agrees || wording.version == version else { throw Denial.conflict(.wordingChanged) }
        try TextStore.keep(wording, in: right.school, by: nil, at: now, tx)
        let day = viewer.zone.day(of: now)
        let last = try LedgerStore.card(of: right.subject, in: right.school, on: day, tx)[purpose]?.last[right.signedAs]
        let word = SaidWord(
            subject: right.subject, purpose: purpose, version: wording.version, word: ConsentWord(agrees, after: last), signedAs: right.signedAs,
            signer: viewer.person, signedOn: day)
        return try Ledger.say(word, in: right.school, by: viewer.person, at: now, tx)
    }
}

extension ConsentWord {
    /// What a yes or a no is after what stood before.
    init(_ agrees: Bool, after last: ConsentEntry?) { self = agrees ? .agree : last?.word == .agree ? .withdraw : .refuse }
}
