/// The person's chats.
public struct ChatList: Codable, Sendable {
    public let chats: [ChatInfo]
    public init(chats: [ChatInfo]) { self.chats = chats }
}

/// One chat, as the list shows it.
public struct ChatInfo: Codable, Sendable {
    public let id: Int64
    /// `class`, `family`, `staff`, `school`, `course`, `group`, `direct` or `network`.
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
    /// The person keeps it on top of their list.
    public let isFirst: Bool
    /// The person is told of nothing said there, unless they are meant by name.
    public let isMuted: Bool
    public init(
        id: Int64, kind: String, title: String, lastSeq: Int64, unread: Int, lastAt: Int64?, lastAuthor: String?, lastText: String?, isFirst: Bool,
        isMuted: Bool
    ) {
        self.isFirst = isFirst
        self.isMuted = isMuted
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

/// What others see of a person in chats.
public struct ChatMannerInfo: Codable, Sendable {
    /// That they are writing.
    public let showsTyping: Bool
    /// That they are there, in talks of two; who does not show it does not see it.
    public let showsPresence: Bool
    public init(showsTyping: Bool, showsPresence: Bool) {
        self.showsTyping = showsTyping
        self.showsPresence = showsPresence
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
    /// The number of the message it answers.
    public let replyTo: Int64?
    /// Whose words it passes on.
    public let wordsOf: String?
    /// Milliseconds since 1970, UTC; missing if it was never corrected.
    public let editedAt: Int64?
    /// Taken back: its words are gone.
    public let isRemoved: Bool?
    public let isPinned: Bool?
    /// The chat's count of changes when it last changed; 0 if it never did.
    public let change: Int64?
    public let signs: [SignInfo]?
    /// `announcement` or `poll`, if it asks something of its readers.
    public let part: String?
    /// In their order.
    public let files: [AttachedInfo]?
    public init(
        seq: Int64, author: Int64, authorName: String, role: String, isVerified: Bool = false, body: String, postedAt: Int64, clientID: String,
        replyTo: Int64? = nil, wordsOf: String? = nil, editedAt: Int64? = nil, isRemoved: Bool = false, isPinned: Bool = false, change: Int64 = 0,
        signs: [SignInfo] = [], part: String? = nil, files: [AttachedInfo] = []
    ) {
        self.files = files
        self.part = part
        self.replyTo = replyTo
        self.wordsOf = wordsOf
        self.editedAt = editedAt
        self.isRemoved = isRemoved
        self.isPinned = isPinned
        self.change = change
        self.signs = signs
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
    /// May be left out where there are files.
    public let body: String?
    /// May be left out where the header `Idempotency-Key` has it.
    public let clientID: String?
    /// The number of the message of the same chat it answers.
    public let replyTo: Int64?
    /// The sender was asked about their words (`messaging.ask-…`) and sends them all the same.
    public let isSure: Bool?
    /// Numbers of the sender's own files (`POST /files`), in their order, at most ten.
    public let files: [Int64]?
    public init(body: String?, clientID: String?, replyTo: Int64? = nil, isSure: Bool? = nil, files: [Int64]? = nil) {
        self.files = files
        self.isSure = isSure
        self.replyTo = replyTo
        self.body = body
        self.clientID = clientID
    }
}

/// Up to which message a chat has been read.
public struct ReadMark: Codable, Sendable {
    public let seq: Int64
    public init(seq: Int64) { self.seq = seq }
}

/// A sign and who has put it to a message.
public struct SignInfo: Codable, Sendable {
    public let sign: String
    public let people: [Int64]
    public init(sign: String, people: [Int64]) {
        self.sign = sign
        self.people = people
    }
}

/// A sign to put to a message or, with `isPut` false, to take away again.
public struct SignMark: Codable, Sendable {
    public let sign: String
    public let isPut: Bool
    public init(sign: String, isPut: Bool) {
        self.sign = sign
        self.isPut = isPut
    }
}

/// New words for a message.
public struct MessageWords: Codable, Sendable {
    public let body: String
    /// They were asked about their words and keep them all the same.
    public let isSure: Bool?
    public init(body: String, isSure: Bool? = nil) {
        self.body = body
        self.isSure = isSure
    }
}

/// Something that is so or not.
public struct Switch: Codable, Sendable {
    public let isOn: Bool
    public init(isOn: Bool) { self.isOn = isOn }
}

/// Where a message's words are to be said as well. The sender's own name makes a repeat harmless.
public struct NewPassing: Codable, Sendable {
    /// The number of the other chat.
    public let to: Int64
    public let clientID: String
    public init(to: Int64, clientID: String) {
        self.to = to
        self.clientID = clientID
    }
}
