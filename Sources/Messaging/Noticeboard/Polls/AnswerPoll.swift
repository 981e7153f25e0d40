import Kernel
import Storage

/// A person answers a poll: once, whichever of its chats they do it in. A named answer may be changed until the poll is closed.
public struct AnswerPoll: Verb {
    /// The poll's row is locked first: two answers of one person at once are one.
    public static let isolation = Isolation.rowLock
    public let poll: ID<Poll>
    public let ballot: Ballot
    /// They were asked about their words and answer so all the same.
    public let isSure: Bool
    public init(_ poll: ID<Poll>, _ ballot: Ballot, isSure: Bool = false) {
        self.isSure = isSure
        self.poll = poll
        self.ballot = ballot
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let answerable = try MessagingAccess.answerable(poll, by: viewer, at: now, in: tx)
        let checked = try ballot.checked(for: answerable)
        if case .words(let words) = checked { try MessagingAccess.judgeAtOnce([words], by: viewer, isSure: isSure, tx) }
        try PollStore.answer(answerable, checked, tx)
        for place in try PollStore.places(of: poll, tx) { tx.emit(.partChanged(place.seq, in: place.chat, for: .topic(.chat(place.chat)))) }
    }
}

/// Its author, or who manages a chat in which it stands, closes a poll before its time.
public struct ClosePoll: Verb {
    public let poll: ID<Poll>
    public init(_ poll: ID<Poll>) { self.poll = poll }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try PollStore.close(MessagingAccess.overseenPoll(poll, by: viewer, in: tx), at: now, tx)
        for place in try PollStore.places(of: poll, tx) { tx.emit(.partChanged(place.seq, in: place.chat, for: .topic(.chat(place.chat)))) }
    }
}
