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

/// A question to put in one chat or in several: one poll, answered once by a person.
public struct NewPollInfo: Codable, Sendable {
    public let question: String
    /// `single`, `multiple` or `open`.
    public let kind: String
    /// 2 to 12 answers to choose from; none for the open kind.
    public let options: [String]
    public let isAnonymous: Bool
    /// Whether results are shown to those who have not answered.
    public let showsBefore: Bool
    /// Milliseconds since 1970, UTC.
    public let closesAt: Int64?
    /// The numbers of the chats.
    public let chats: [Int64]
    public let clientID: String
    /// They were asked about their words and put them all the same.
    public let isSure: Bool?
    /// Numbers of the author's own files, at most ten.
    public let files: [Int64]?
    public init(
        question: String, kind: String, options: [String], isAnonymous: Bool, showsBefore: Bool, closesAt: Int64?, chats: [Int64], clientID: String,
        isSure: Bool? = nil, files: [Int64]? = nil
    ) {
        self.files = files
        self.isSure = isSure
        self.question = question
        self.kind = kind
        self.options = options
        self.isAnonymous = isAnonymous
        self.showsBefore = showsBefore
        self.closesAt = closesAt
        self.chats = chats
        self.clientID = clientID
    }
}

/// A poll as the person sees it.
public struct PollInfo: Codable, Sendable {
    public let id: Int64
    public let question: String
    public let kind: String
    public let isAnonymous: Bool
    /// Milliseconds since 1970, UTC.
    public let closesAt: Int64?
    public let hasAnswered: Bool
    public let options: [OptionInfo]
    public let coverage: [CoverageInfo]
    /// Answers in people's own words, for those who see all of the poll.
    public let answers: [String]
    public init(
        id: Int64, question: String, kind: String, isAnonymous: Bool, closesAt: Int64?, hasAnswered: Bool, options: [OptionInfo], coverage: [CoverageInfo],
        answers: [String]
    ) {
        self.id = id
        self.question = question
        self.kind = kind
        self.isAnonymous = isAnonymous
        self.closesAt = closesAt
        self.hasAnswered = hasAnswered
        self.options = options
        self.coverage = coverage
        self.answers = answers
    }
}

public struct OptionInfo: Codable, Sendable {
    public let number: Int
    public let words: String
    /// Missing while the person does not see the results.
    public let votes: Int?
    public let isOwn: Bool
    public init(number: Int, words: String, votes: Int?, isOwn: Bool) {
        self.number = number
        self.words = words
        self.votes = votes
        self.isOwn = isOwn
    }
}

/// How many of one side have answered, of how many were asked.
public struct CoverageInfo: Codable, Sendable {
    /// `staff`, `pupil` or `family`.
    public let side: String
    public let answered: Int
    public let asked: Int
    public init(side: String, answered: Int, asked: Int) {
        self.side = side
        self.answered = answered
        self.asked = asked
    }
}

/// A person's answer: numbers of options, or words where the poll is of the open kind.
public struct NewAnswer: Codable, Sendable {
    public let options: [Int]?
    public let words: String?
    /// They were asked about their words and answer so all the same.
    public let isSure: Bool?
    public init(options: [Int]? = nil, words: String? = nil, isSure: Bool? = nil) {
        self.isSure = isSure
        self.options = options
        self.words = words
    }
}

/// Who has answered what to a named poll; empty for an anonymous one.
public struct BallotList: Codable, Sendable {
    public let ballots: [BallotInfo]
    public init(ballots: [BallotInfo]) { self.ballots = ballots }
}

public struct BallotInfo: Codable, Sendable {
    public let name: String
    public let side: String
    public let options: [Int]
    public let words: String?
    public init(name: String, side: String, options: [Int], words: String?) {
        self.name = name
        self.side = side
        self.options = options
        self.words = words
    }
}

/// The number of a poll that was put.
public struct PollPut: Codable, Sendable {
    public let poll: Int64
    public init(poll: Int64) { self.poll = poll }
}

/// A post that is made by itself at its hour.
public struct NewLater: Codable, Sendable {
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let dueAt: Int64
    public let isAnnouncement: Bool?
    /// Numbers of the author's own files, at most ten. In a change: all that it has from now on; missing, they stay as they are.
    public let files: [Int64]?
    /// They were asked about their words and leave them all the same.
    public let isSure: Bool?
    public init(body: String, dueAt: Int64, isAnnouncement: Bool? = nil, files: [Int64]? = nil, isSure: Bool? = nil) {
        self.isSure = isSure
        self.files = files
        self.body = body
        self.dueAt = dueAt
        self.isAnnouncement = isAnnouncement
    }
}

public struct LaterNumber: Codable, Sendable {
    public let post: Int64
    public init(post: Int64) { self.post = post }
}

/// Posts that wait for their hour, the next first.
public struct LaterList: Codable, Sendable {
    public let posts: [LaterInfo]
    public init(posts: [LaterInfo]) { self.posts = posts }
}

public struct LaterInfo: Codable, Sendable {
    public let id: Int64
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let dueAt: Int64
    public let isAnnouncement: Bool
    /// It could not be made at its hour: the person may no longer write there.
    public let hasFailed: Bool
    public let files: [AttachedInfo]
    public init(id: Int64, body: String, dueAt: Int64, isAnnouncement: Bool, hasFailed: Bool, files: [AttachedInfo]) {
        self.files = files
        self.id = id
        self.body = body
        self.dueAt = dueAt
        self.isAnnouncement = isAnnouncement
        self.hasFailed = hasFailed
    }
}

/// What a person has begun to write in a chat; empty if nothing.
public struct DraftInfo: Codable, Sendable {
    public let body: String
    /// Milliseconds since 1970, UTC; 0 if there is none.
    public let writtenAt: Int64
    public init(body: String, writtenAt: Int64) {
        self.body = body
        self.writtenAt = writtenAt
    }
}

/// Words proposed for a channel.
public struct ProposalList: Codable, Sendable {
    public let proposals: [ProposalInfo]
    public init(proposals: [ProposalInfo]) { self.proposals = proposals }
}

/// Words proposed for a channel.
public struct NewProposal: Codable, Sendable {
    public let body: String
    /// Numbers of the author's own files, at most ten.
    public let files: [Int64]?
    public init(body: String, files: [Int64]? = nil) {
        self.body = body
        self.files = files
    }
}

public struct ProposalInfo: Codable, Sendable {
    public let id: Int64
    public let authorName: String
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let askedAt: Int64
    /// `waiting`, `published` or `returned`.
    public let state: String
    /// Why it was returned; else empty.
    public let reason: String
    /// The message it has become.
    public let seq: Int64?
    /// As long as it waits.
    public let files: [AttachedInfo]
    public init(
        id: Int64, authorName: String, body: String, askedAt: Int64, state: String, reason: String, seq: Int64?, files: [AttachedInfo]
    ) {
        self.files = files
        self.id = id
        self.authorName = authorName
        self.body = body
        self.askedAt = askedAt
        self.state = state
        self.reason = reason
        self.seq = seq
    }
}

public struct ProposalNumber: Codable, Sendable {
    public let proposal: Int64
    public init(proposal: Int64) { self.proposal = proposal }
}

/// Why proposed words are returned.
public struct ProposalReason: Codable, Sendable {
    public let reason: String
    public init(reason: String) { self.reason = reason }
}

/// Ready posts.
public struct StockList: Codable, Sendable {
    public let posts: [StockInfo]
    public init(posts: [StockInfo]) { self.posts = posts }
}

public struct StockInfo: Codable, Sendable {
    public let id: Int64
    public let title: String
    public let body: String
    public let validFrom: Day
    public let validUntil: Day
    /// `class`, `family` or `both`.
    public let audience: String
    /// How many schools and chats have used it.
    public let schools: Int
    public let chats: Int
    public init(id: Int64, title: String, body: String, validFrom: Day, validUntil: Day, audience: String, schools: Int, chats: Int) {
        self.id = id
        self.title = title
        self.body = body
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.audience = audience
        self.schools = schools
        self.chats = chats
    }
}

public struct NewStockInfo: Codable, Sendable {
    public let title: String
    public let body: String
    public let validFrom: Day
    public let validUntil: Day
    /// `class`, `family` or `both`.
    public let audience: String
    public init(title: String, body: String, validFrom: Day, validUntil: Day, audience: String) {
        self.title = title
        self.body = body
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.audience = audience
    }
}

public struct StockNumber: Codable, Sendable {
    public let post: Int64
    public init(post: Int64) { self.post = post }
}

/// A ready post to send on, in its own or other words.
public struct NewStockUse: Codable, Sendable {
    public let chat: Int64
    public let body: String
    public let clientID: String
    /// Numbers of the sender's own files, at most ten.
    public let files: [Int64]?
    public init(chat: Int64, body: String, clientID: String, files: [Int64]? = nil) {
        self.files = files
        self.chat = chat
        self.body = body
        self.clientID = clientID
    }
}
