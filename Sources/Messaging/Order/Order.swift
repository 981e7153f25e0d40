import Kernel

/// Why a message is reported.
enum ReportCause: String, Hashable, Sendable, CaseIterable { case insult, obscene, personal, fraud, spam, other }

/// What is decided about a message that was reported. To forbid writing and to block take the message away as well.
enum Measure: String, Hashable, Sendable, CaseIterable {
    case nothing, warn, remove, mute, block
    var removes: Bool { self == .remove || self == .mute || self == .block }
}

/// A few words somebody writes to explain themselves.
struct Explanation: Hashable, Sendable {
    static let longest = 500
    let text: String
    /// Throws `Denial.invalid` for the field if it must be there and is not, or is too long.
    init(_ text: String, field: String, isRequired: Bool = true) throws {
        let plain = text.replacing("\0", with: "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard plain.unicodeScalars.count <= Self.longest, !(isRequired && plain.isEmpty) else { throw Denial.invalid(field: field, .explanation) }
        self.text = plain
    }
}

/// A reported message, as those who decide see it. Several reports of one message are one case.
struct ReportCase: Hashable, Sendable {
    let report: ID<Report>
    let chat: Chat
    let seq: Int64
    let author: PersonName
    /// As it stood when it was reported.
    let body: String
    let cause: ReportCause
    let note: String
    let at: Moment
}
/// Only to tell numbers apart.
enum Report {}

/// A message that waits for a look before others see it, or was refused.
struct WaitingMessage: Hashable, Sendable {
    let id: ID<WaitingMessage>
    let chat: ID<Chat>
    let chatTitle: String
    let chatKind: Chat.Kind
    let author: PersonName
    let body: String
    let at: Moment
    /// Why it was refused.
    let refusal: String?
    var files: [AttachedFile] = []
}

/// What was decided, as the author of the message and whoever answers an appeal see it.
struct Decision: Hashable, Sendable {
    let id: ID<Decision>
    let chatTitle: String
    let chatKind: Chat.Kind
    let author: PersonName
    let measure: Measure
    let until: Moment?
    let reason: String
    let at: Moment
    let appeal: String?
    let answer: String?
    let isLifted: Bool
}

/// The order of one chat, as its manager has set it.
struct ChatOrder: Hashable, Sendable {
    static let slowest = 3_600
    let slowSeconds: Int
    let isPremoderated: Bool
    let rules: Rules?

    struct Rules: Hashable, Sendable {
        static let longest = 4_000
        let version: Int64
        let text: String
    }
}

/// A word or an address of the school's own list.
struct ListedWord: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable { case word, host }
    let id: ID<ListedWord>
    let kind: Kind
    let words: String
}
