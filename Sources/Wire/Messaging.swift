/// The person's chats.
public struct ChatList: Codable, Sendable {
    public let chats: [ChatInfo]
    public init(chats: [ChatInfo]) { self.chats = chats }
}

/// One chat, as the list shows it.
public struct ChatInfo: Codable, Sendable {
    public let id: Int64
    /// `class`, `family`, `staff` or `group`.
    public let kind: String
    /// In the person's language.
    public let title: String
    /// The number of the last message; 0 where there is none.
    public let lastSeq: Int64
    public let unread: Int
    /// Milliseconds since 1970, UTC.
    public let lastAt: Int64?
    public let lastAuthor: String?
    /// The beginning of the last message, at most 80 characters on one line.
    public let lastText: String?
    public init(id: Int64, kind: String, title: String, lastSeq: Int64, unread: Int, lastAt: Int64?, lastAuthor: String?, lastText: String?) {
        self.id = id
        self.kind = kind
        self.title = title
        self.lastSeq = lastSeq
        self.unread = unread
        self.lastAt = lastAt
        self.lastAuthor = lastAuthor
        self.lastText = lastText
    }
}

/// Messages that follow one another, the oldest first.
public struct MessageList: Codable, Sendable {
    public let messages: [MessageInfo]
    /// Whether there are some before these.
    public let hasOlder: Bool
    public init(messages: [MessageInfo], hasOlder: Bool) {
        self.messages = messages
        self.hasOlder = hasOlder
    }
}

/// One message.
public struct MessageInfo: Codable, Sendable {
    /// Its number in the chat: 1, 2, 3, … without a gap.
    public let seq: Int64
    public let author: Int64
    public let authorName: String
    /// The author's role in the chat: `classTeacher`, `pupil`, …
    public let role: String
    /// Whether the school has confirmed the author as its teacher.
    public let isVerified: Bool
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let postedAt: Int64
    /// The name its sender gave it.
    public let clientID: String
    public init(seq: Int64, author: Int64, authorName: String, role: String, isVerified: Bool = false, body: String, postedAt: Int64, clientID: String) {
        self.seq = seq
        self.author = author
        self.authorName = authorName
        self.role = role
        self.isVerified = isVerified
        self.body = body
        self.postedAt = postedAt
        self.clientID = clientID
    }
}

/// A message to post. The sender's own name for it, 8 to 64 printable ASCII signs, makes a repeat harmless.
public struct NewMessage: Codable, Sendable {
    public let body: String
    /// May be left out where the header `Idempotency-Key` has it.
    public let clientID: String?
    public init(body: String, clientID: String?) {
        self.body = body
        self.clientID = clientID
    }
}

/// Up to which message a chat has been read.
public struct ReadMark: Codable, Sendable {
    public let seq: Int64
    public init(seq: Int64) { self.seq = seq }
}
