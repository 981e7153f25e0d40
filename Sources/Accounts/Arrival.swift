import Kernel
import Storage
import WebCore

/// From where a person signs in, as far as the request tells.
public struct SignInPlace: Sendable {
    public let address: String
    /// What the browser says of itself.
    public let device: String
    /// The hash of the word by which this very browser is known again; programs have none.
    public let deviceHash: [UInt8]?
    public init(address: String, device: String?, deviceHash: [UInt8]? = nil) {
        self.address = String(address.prefix(100))
        self.device = String((device ?? "").filter { !$0.isNewline && $0 != "\0" }.prefix(200))
        self.deviceHash = deviceHash
    }
}

/// One who has given a first proof of who they are, on the way in.
public struct Arrival: Sendable {
    public enum Proof: String, Sendable { case password, provider }
    public let person: ID<Person>
    public let proof: Proof
    public let place: SignInPlace
    /// Where they want to go, unchecked.
    public let next: String?
    /// A program's second proof, given along with the first.
    public let code: String?
    /// Programs cannot be sent to a page.
    public let isProgram: Bool

    public init(_ person: ID<Person>, by proof: Proof, from place: SignInPlace, next: String? = nil, code: String? = nil, isProgram: Bool = false) {
        self.person = person
        self.proof = proof
        self.place = place
        self.next = next
        self.code = code
        self.isProgram = isProgram
    }
}

/// How an arrival goes on. A refusal is a value: what was noted about it (a failure counted) is to be kept.
public enum Passage: Sendable {
    case open
    case refused(Denial)
    /// The person proves more at `/sign-in/confirm`, known there by a word in a cookie of that name.
    case confirm(cookie: String, word: String)
}

/// What stands between a first proof and a sign-in, and the other ways in. Accounts asks; whoever knows of second factors answers.
public protocol Threshold: Sendable {
    /// The ways to sign in beside login and password, below the form.
    func ways(_ language: Language) -> [Door]
    func passage(of arrival: Arrival, at now: Moment, in tx: Transaction) throws -> Passage
}

/// Login and password are all.
public struct OpenThreshold: Threshold {
    public init() {}
    public func ways(_ language: Language) -> [Door] { [] }
    public func passage(of arrival: Arrival, at now: Moment, in tx: Transaction) -> Passage { .open }
}

/// How an arrival ended.
public enum Arrived: Sendable {
    case signedIn(Token)
    case refused(Denial)
    case confirm(cookie: String, word: String)
}

extension Arrival {
    /// Signs the person in, or says what is still asked of them.
    public func enter(by threshold: any Threshold, of features: [any Feature.Type], at now: Moment, in tx: Transaction) throws -> Arrived {
        switch try threshold.passage(of: self, at: now, in: tx) {
        case .open: .signedIn(try begin(of: features, at: now, in: tx))
        case .refused(let denial): .refused(denial)
        case .confirm(let cookie, let word): .confirm(cookie: cookie, word: word)
        }
    }

    /// Signs the person in, after all that was asked of them. Throws `Denial.forbidden` for one who belongs to no school any more.
    public func begin(of features: [any Feature.Type], at now: Moment, in tx: Transaction) throws -> Token {
        guard let hat = try AccountsStore.hats(of: person, tx).first else {
            throw Denial.forbidden(try AccessStore.isClosed(to: person, tx) ? .accessClosed : .noSchool)
        }
        let token = Token()
        try SignInStore.removeExpired(at: now, tx)
        let session = try SignInStore.begin(token, formToken: Token().text, of: person, as: hat, from: place, at: now, tx)
        tx.tell(.signedIn(session, in: hat.school.id))
        try Site.settle(features, by: person, at: now, in: tx)
        return token
    }
}
