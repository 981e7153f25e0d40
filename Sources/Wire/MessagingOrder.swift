/// Reports to decide on.
public struct MessageReports: Codable, Sendable {
    public let reports: [MessageReport]
    public init(reports: [MessageReport]) {
        self.reports = reports
    }
}

/// A reported message, its words as they stood then.
public struct MessageReport: Codable, Sendable {
    public let id: Int64
    public let chat: Int64
    /// Its number in the chat.
    public let message: Int64
    public let author: String
    public let body: String
    /// `insult`, `obscene`, `personal`, `fraud`, `spam` or `other`.
    public let cause: String
    public let note: String
    /// Milliseconds since 1970, UTC.
    public let at: Int64
    public init(id: Int64, chat: Int64, message: Int64, author: String, body: String, cause: String, note: String, at: Int64) {
        self.id = id
        self.chat = chat
        self.message = message
        self.author = author
        self.body = body
        self.cause = cause
        self.note = note
        self.at = at
    }
}

/// What is done about a reported message.
public struct NewDecision: Codable, Sendable {
    /// `nothing`, `warn`, `remove`, `mute` or `block`.
    public let measure: String
    /// The author and whoever reported it are told.
    public let reason: String
    /// For `mute`; 24 if not said.
    public let hours: Int?
    public init(measure: String, reason: String, hours: Int? = nil) {
        self.measure = measure
        self.reason = reason
        self.hours = hours
    }
}

/// Messages that wait for a look.
public struct HeldList: Codable, Sendable {
    public let messages: [HeldInfo]
    public init(messages: [HeldInfo]) {
        self.messages = messages
    }
}

/// A message that waits.
public struct HeldInfo: Codable, Sendable {
    public let id: Int64
    public let chat: Int64
    public let author: String
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let at: Int64
    public init(id: Int64, chat: Int64, author: String, body: String, at: Int64) {
        self.id = id
        self.chat = chat
        self.author = author
        self.body = body
        self.at = at
    }
}

/// What becomes of a message that waits.
public struct Judgement: Codable, Sendable {
    public let isPublished: Bool
    /// Why it is refused.
    public let reason: String?
    public init(isPublished: Bool, reason: String? = nil) {
        self.isPublished = isPublished
        self.reason = reason
    }
}

/// Decisions about the person's own messages, the newest first.
public struct DecisionList: Codable, Sendable {
    public let decisions: [DecisionInfo]
    public init(decisions: [DecisionInfo]) {
        self.decisions = decisions
    }
}

/// One decision.
public struct DecisionInfo: Codable, Sendable {
    public let id: Int64
    public let measure: String
    /// Milliseconds since 1970, UTC: until when the author may not write.
    public let until: Int64?
    public let reason: String
    public let at: Int64
    public let appeal: String?
    public let answer: String?
    public let isLifted: Bool
    public init(id: Int64, measure: String, until: Int64? = nil, reason: String, at: Int64, appeal: String? = nil, answer: String? = nil, isLifted: Bool) {
        self.id = id
        self.measure = measure
        self.until = until
        self.reason = reason
        self.at = at
        self.appeal = appeal
        self.answer = answer
        self.isLifted = isLifted
    }
}

/// Why the author objects.
public struct Appealing: Codable, Sendable {
    public let text: String
    public init(text: String) {
        self.text = text
    }
}

/// The answer to an appeal.
public struct AppealAnswer: Codable, Sendable {
    public let text: String
    /// Whether the decision is lifted.
    public let lifts: Bool
    public init(text: String, lifts: Bool) {
        self.text = text
        self.lifts = lifts
    }
}

/// The school's own list.
public struct ListedWords: Codable, Sendable {
    public let words: [ListedWordInfo]
    public init(words: [ListedWordInfo]) {
        self.words = words
    }
}

/// A word or an address of the list.
public struct ListedWordInfo: Codable, Sendable {
    public let id: Int64
    /// `word` or `host`.
    public let kind: String
    public let words: String
    public init(id: Int64, kind: String, words: String) {
        self.id = id
        self.kind = kind
        self.words = words
    }
}

/// A word or an address to add.
public struct NewListedWord: Codable, Sendable {
    /// `word` or `host`.
    public let kind: String
    public let words: String
    public init(kind: String, words: String) {
        self.kind = kind
        self.words = words
    }
}

/// The order of a chat.
public struct ChatOrderInfo: Codable, Sendable {
    /// How long one waits after a message; 0 without limit.
    public let slowSeconds: Int
    /// Pupils' messages are looked at first.
    public let isPremoderated: Bool
    public let rulesVersion: Int64?
    public let rules: String?
    public init(slowSeconds: Int, isPremoderated: Bool, rulesVersion: Int64? = nil, rules: String? = nil) {
        self.slowSeconds = slowSeconds
        self.isPremoderated = isPremoderated
        self.rulesVersion = rulesVersion
        self.rules = rules
    }
}

/// The order of a chat as it shall be.
public struct NewChatOrder: Codable, Sendable {
    public let slowSeconds: Int
    public let isPremoderated: Bool
    public init(slowSeconds: Int, isPremoderated: Bool) {
        self.slowSeconds = slowSeconds
        self.isPremoderated = isPremoderated
    }
}

/// The rules of behaviour in a chat.
public struct NewChatRules: Codable, Sendable {
    public let rules: String
    public init(rules: String) {
        self.rules = rules
    }
}

/// Which version of the rules.
public struct ChatRulesVersion: Codable, Sendable {
    public let version: Int64
    public init(version: Int64) {
        self.version = version
    }
}

/// Why a message is reported.
public struct NewReport: Codable, Sendable {
    /// `insult`, `obscene`, `personal`, `fraud`, `spam` or `other`.
    public let cause: String
    public let note: String?
    public init(cause: String, note: String? = nil) {
        self.cause = cause
        self.note = note
    }
}
