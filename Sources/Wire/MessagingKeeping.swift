/// For how long messages are kept.
public struct RetentionList: Codable, Sendable {
    public let terms: [RetentionTerm]
    public init(terms: [RetentionTerm]) { self.terms = terms }
}

/// The term of one kind of chats.
public struct RetentionTerm: Codable, Sendable {
    /// `class`, `family`, `staff`, …
    public let kind: String
    public let days: Int
    public init(kind: String, days: Int) {
        self.kind = kind
        self.days = days
    }
}

/// Archives of conversations the person has asked for.
public struct ExportList: Codable, Sendable {
    public let exports: [ExportInfo]
    public init(exports: [ExportInfo]) { self.exports = exports }
}

/// One archive: `state` is `waiting`, `ready` or `failed`.
public struct ExportInfo: Codable, Sendable {
    public let id: Int64
    /// Missing for one's own messages.
    public let chat: Int64?
    public let state: String
    /// Milliseconds since 1970, UTC; `until` is when a ready one goes.
    public let askedAt: Int64
    public let until: Int64?
    /// Bytes.
    public let size: Int?
    /// Where a ready one is; asked for with the same sign-in.
    public let content: String?
    public init(id: Int64, chat: Int64?, state: String, askedAt: Int64, until: Int64?, size: Int?, content: String?) {
        self.id = id
        self.chat = chat
        self.state = state
        self.askedAt = askedAt
        self.until = until
        self.size = size
        self.content = content
    }
}
