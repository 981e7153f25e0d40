import Kernel
import Storage

/// A reader answers an announcement to its author alone, or the author answers that reader. Sent twice under one name it is written once.
public struct ReplyToAnnouncement: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    /// The reader in whose exchange with the author it stands.
    public let reader: ID<Person>
    public let body: Message.Body
    public let clientID: Message.ClientID
    /// They were asked about their words and send them all the same.
    public let isSure: Bool
    public init(
        _ body: Message.Body, as clientID: Message.ClientID, to seq: Int64, in chat: ID<Chat>, with reader: ID<Person>, isSure: Bool = false
    ) {
        self.isSure = isSure
        self.chat = chat
        self.seq = seq
        self.reader = reader
        self.body = body
        self.clientID = clientID
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let open = try MessagingAccess.exchange(about: seq, in: chat, with: reader, by: viewer, in: tx)
        try MessagingAccess.judgeAtOnce([body.text], by: viewer, isSure: isSure, tx)
        _ = try AnnouncementStore.markRead(open.exchange, at: now, tx)
        guard try AnnouncementStore.reply(body, as: clientID, in: open, at: now, tx) else { return }
        tx.emit(.replied(in: open.exchange))
    }
}

/// One of the two of an exchange has read what the other has written.
public struct ReadReplies: Verb {
    public let chat: ID<Chat>
    public let seq: Int64
    public let reader: ID<Person>
    public init(about seq: Int64, in chat: ID<Chat>, with reader: ID<Person>) {
        self.chat = chat
        self.seq = seq
        self.reader = reader
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let exchange = try MessagingAccess.exchangeRead(about: seq, in: chat, with: reader, by: viewer, in: tx)
        guard try AnnouncementStore.markRead(exchange, at: now, tx) else { return }
        tx.emit(.repliesRead(in: exchange))
    }
}
