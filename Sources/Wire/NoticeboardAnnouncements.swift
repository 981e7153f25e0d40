import Kernel

/// A message that asks to be acknowledged.
public struct NewAnnouncement: Codable, Sendable {
    public let body: String
    /// The sender's own name for it, 8 to 64 printable ASCII signs: a repeat is harmless.
    public let clientID: String
    /// Whether it may be talked about in the chat; else answers go to its author.
    public let isOpen: Bool
    /// Numbers of the author's own files, at most ten.
    public let files: [Int64]?
    public init(body: String, clientID: String, isOpen: Bool = false, files: [Int64]? = nil) {
        self.files = files
        self.body = body
        self.clientID = clientID
        self.isOpen = isOpen
    }
}

/// Announcements the person has not acknowledged, the newest first.
public struct WaitingList: Codable, Sendable {
    public let announcements: [WaitingInfo]
    public init(announcements: [WaitingInfo]) { self.announcements = announcements }
}

public struct WaitingInfo: Codable, Sendable {
    public let chat: Int64
    public let seq: Int64
    public let chatTitle: String
    public let authorName: String
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let postedAt: Int64
    public let isReminded: Bool
    public init(chat: Int64, seq: Int64, chatTitle: String, authorName: String, body: String, postedAt: Int64, isReminded: Bool) {
        self.chat = chat
        self.seq = seq
        self.chatTitle = chatTitle
        self.authorName = authorName
        self.body = body
        self.postedAt = postedAt
        self.isReminded = isReminded
    }
}

/// Who has acknowledged an announcement.
public struct ReceiptList: Codable, Sendable {
    public let addressees: [AddresseeInfo]
    public init(addressees: [AddresseeInfo]) { self.addressees = addressees }
}

/// A pupil, a member of the staff, or a pupil's family under the pupil's name; one parent is enough.
public struct AddresseeInfo: Codable, Sendable {
    /// `staff`, `pupil` or `family`.
    public let side: String
    public let name: String
    /// Milliseconds since 1970, UTC; missing if they have not.
    public let acknowledgedAt: Int64?
    public init(side: String, name: String, acknowledgedAt: Int64?) {
        self.side = side
        self.name = name
        self.acknowledgedAt = acknowledgedAt
    }
}

/// How many were reminded.
public struct ReminderInfo: Codable, Sendable {
    public let reminded: Int
    public init(reminded: Int) { self.reminded = reminded }
}

/// An answer to an announcement, which only its author and the reader see.
public struct NewReply: Codable, Sendable {
    public let body: String
    public let clientID: String
    /// They were asked about their words and send them all the same.
    public let isSure: Bool?
    public init(body: String, clientID: String, isSure: Bool? = nil) {
        self.isSure = isSure
        self.body = body
        self.clientID = clientID
    }
}

/// What was said between an announcement's author and one reader, the oldest first.
public struct ReplyList: Codable, Sendable {
    public let replies: [ReplyInfo]
    public init(replies: [ReplyInfo]) { self.replies = replies }
}

public struct ReplyInfo: Codable, Sendable {
    public let author: Int64
    public let authorName: String
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let at: Int64
    public init(author: Int64, authorName: String, body: String, at: Int64) {
        self.author = author
        self.authorName = authorName
        self.body = body
        self.at = at
    }
}

/// The author's exchanges about an announcement, the newest first.
public struct ExchangeList: Codable, Sendable {
    public let exchanges: [ExchangeInfo]
    public init(exchanges: [ExchangeInfo]) { self.exchanges = exchanges }
}

public struct ExchangeInfo: Codable, Sendable {
    /// The reader who has answered.
    public let person: Int64
    public let name: String
    public let last: String
    public let isUnread: Bool
    public init(person: Int64, name: String, last: String, isUnread: Bool) {
        self.person = person
        self.name = name
        self.last = last
        self.isUnread = isUnread
    }
}
