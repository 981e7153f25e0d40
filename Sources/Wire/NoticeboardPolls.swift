import Kernel

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
