import Kernel

/// A question put to the people of one or several chats (REQUIREMENTS C16, C17), as one reader has it.
public struct Poll: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case single, multiple, open }
    static let mostOptions = 12
    static let longestOption = 120
    static let longestQuestion = 500
    static let longestAnswer = 500
    /// Fewer answers than these to an anonymous poll are not shown: they would say who gave them.
    static let fewestShown = 3

    public let id: ID<Poll>
    let author: ID<Person>
    let question: String
    let kind: Kind
    let isAnonymous: Bool
    /// Whether results are shown to those who have not answered yet.
    let showsBefore: Bool
    let closesAt: Moment?
    let options: [Option]
    /// Answers of the open kind, as far as the reader sees them.
    var answers: [String] = []
    let hasAnswered: Bool
    /// The reader's own answer to a named poll.
    let ownChoices: Set<Int>
    let ownWords: String?
    /// How many people have answered, by side, of how many it was put to.
    let coverage: [Coverage]
    /// Whether the reader may see the whole results and close it: its author, and who manages a chat in which it stands.
    let isOverseen: Bool

    func isClosed(at now: Moment) -> Bool { closesAt.map { $0 <= now } ?? false }
    var voters: Int { coverage.reduce(0) { $0 + $1.done } }
    var isShownAnswered: Bool { !isAnonymous || voters >= Self.fewestShown }
    /// Whether this reader sees the results now.
    func showsResults(at now: Moment) -> Bool { isShownAnswered && (showsBefore || hasAnswered || isOverseen || isClosed(at: now)) }
    /// Anonymous answers cannot be found again, so they cannot be changed.
    func mayAnswer(at now: Moment) -> Bool { !isClosed(at: now) && (!hasAnswered || !isAnonymous) }

    struct Option: Hashable, Sendable {
        let number: Int
        let words: String
        let votes: Int
    }

    /// How many of one side have answered. Half of the pupils is what the ministry asks for (POLL_COVERAGE).
    struct Coverage: Hashable, Sendable {
        let side: Side
        let done: Int
        let all: Int
        var percent: Int { all == 0 ? 0 : done * 100 / all }
        var missingToHalf: Int { max(0, (all + 1) / 2 - done) }
    }
}

/// A question as it is put.
public struct NewPoll: Hashable, Sendable {
    public let question: String
    public let options: [String]
    public let kind: Poll.Kind
    public let isAnonymous: Bool
    public let showsBefore: Bool
    public let closesAt: Moment?

    /// Throws `Denial.invalid` for the fields `body`, `options` and `closes`.
    public init(_ question: String, options: [String], kind: Poll.Kind, isAnonymous: Bool, showsBefore: Bool, closesAt: Moment?, at now: Moment) throws {
        self.question = try Message.Body(question).text
        guard self.question.unicodeScalars.count <= Poll.longestQuestion else { throw Denial.invalid(field: "body", .questionLength) }
        let words = options.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
        let isRight = words.allSatisfy { $0.unicodeScalars.count <= Poll.longestOption && !$0.contains("\0") } && Set(words).count == words.count
        guard kind == .open ? words.isEmpty : (2...Poll.mostOptions).contains(words.count) && isRight else {
            throw Denial.invalid(field: "options", .pollOptions)
        }
        if let closesAt, closesAt <= now { throw Denial.invalid(field: "closes", .closesInThePast) }
        self.options = words
        self.kind = kind
        self.isAnonymous = isAnonymous
        self.showsBefore = showsBefore
        self.closesAt = closesAt
    }
}

/// One person's answer.
public enum Ballot: Hashable, Sendable {
    case choices(Set<Int>)
    case words(String)

    /// Throws `Denial.invalid` where the answer does not fit the poll.
    func checked(for poll: AnswerablePoll) throws -> Ballot {
        switch self {
        case .choices(let numbers):
            let isRightCount = poll.kind == .single ? numbers.count == 1 : !numbers.isEmpty
            guard poll.kind != .open, isRightCount, numbers.isSubset(of: 1...max(1, poll.options)) else { throw Denial.invalid(field: "option", .chooseOne) }
            return self
        case .words(let words):
            guard poll.kind == .open else { throw Denial.invalid(field: "option", .chooseOne) }
            let body = try Message.Body(words)
            guard body.text.unicodeScalars.count <= Poll.longestAnswer else { throw Denial.invalid(field: "words", .answerLength) }
            return .words(body.text)
        }
    }
}
