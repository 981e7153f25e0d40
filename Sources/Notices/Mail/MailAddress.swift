import Accounts
import Foundation
import Kernel
import Storage

/// Where letters go.
struct MailAddress: Hashable, Sendable {
    static let channel = "mail"
    let text: String
    /// What stands in the letters' links.
    let word: String
    let confirmedAt: Moment?
    let sentAt: Moment?

    /// An address as people type it. Throws `Denial.invalid` for what no letter can be sent to.
    static func checked(_ typed: String) throws -> String {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.utf8.count <= 254, text.wholeMatch(of: /[A-Za-z0-9._%+\-]{1,64}@([A-Za-z0-9](?:[A-Za-z0-9\-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,}/) != nil
        else { throw Denial.invalid(field: "address", .badAddress) }
        return text
    }
}

/// A person names the address for their letters. Nothing is sent there before its owner has confirmed it.
struct NameAddress: Verb {
    let address: String
    init(_ typed: String) throws { address = try MailAddress.checked(typed) }

    /// A letter to confirm goes to whatever was typed: nobody makes the server write many.
    static func key(of viewer: Viewer) -> String { "person:letters-\(viewer.person.number)" }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> MailAddress {
        let key = Self.key(of: viewer), wait = try AttemptStore.wait([key], at: now, tx)
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        try AttemptStore.fail(key, at: now, tx)
        return try MailStore.set(address, word: Self.word(), of: viewer, at: now, tx)
    }

    private static func word() -> String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        var generator = SystemRandomNumberGenerator()
        return String((0..<32).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
    }
}

/// A person wants no more letters.
struct ForgetAddress: Verb {
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws { try MailStore.forget(of: viewer.person, tx) }
}

/// Whoever has a letter in their hands answers by the word in it: the address is theirs, or they want no more of them.
struct AnswerLetter: Sendable {
    enum Answer: String, Sendable { case confirm, end }
    let word: String
    let answer: Answer

    /// Words that nobody has answered in so many seconds are void.
    static let life = 3 * 24 * 3600

    func run(at now: Moment, in tx: Transaction) throws {
        guard try MailStore.address(word: word, at: now, tx) != nil else { throw Denial.notFound }
        switch answer {
        case .confirm: try MailStore.confirm(word: word, at: now, tx)
        case .end: try MailStore.end(word: word, tx)
        }
    }
}
