import Files
import Kernel
import Storage

/// A member posts a message. Sent twice under the same name, by a phone that did not hear the answer, it is posted once.
public struct PostMessage: Verb {
    /// Everyone in a lively chat writes its counter: they queue for its row instead of failing and repeating.
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let clientID: Message.ClientID
    public let body: Message.Body
    /// The message it answers, if it answers one.
    public let replySeq: Int64?
    /// They were asked about their words and send them all the same.
    public let isSure: Bool
    /// The sender's own, in their order. Without them the body is not empty.
    public let files: [ID<StoredFile>]
    /// Files that have waited with the words and were judged when they were chosen.
    private var waited: [SendableFile] = []
    public init(
        _ body: Message.Body, as clientID: Message.ClientID, in chat: ID<Chat>, answering replySeq: Int64? = nil, isSure: Bool = false,
        with files: [ID<StoredFile>] = []
    ) {
        self.files = files
        self.isSure = isSure
        self.chat = chat
        self.clientID = clientID
        self.body = body
        self.replySeq = replySeq
    }

    func with(_ waited: [SendableFile]) -> PostMessage {
        var message = self
        message.waited = waited
        return message
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Posted {
        let postable = try MessagingAccess.postable(chat, by: viewer, at: now, in: tx)
        if let known = try MessagingStore.posted(clientID, in: postable, tx) { return Posted(known, in: postable) }
        if let replySeq {
            _ = try MessagingAccess.seen(replySeq, in: chat, by: viewer, in: tx)
            guard try MessagingAccess.allowsTalk(about: replySeq, in: chat, by: viewer, in: tx) else { throw Denial.forbidden(.answersGoToAuthor) }
        }
        let words = try MessagingAccess.judged(said(by: viewer, in: tx), in: postable, isSure: isSure, tx)
        let message = try MessagingStore.append(words, clientID, to: postable, at: now, tx)
        // What was begun and is said now is no draft any more, on none of the person's devices.
        try PreparedStore.drop(body.text, in: chat, of: viewer, at: now, tx)
        let posted = Posted(message, in: postable)
        tx.emit(.posted(posted))
        return posted
    }

    /// What is said. Throws `Denial` where it is nothing, or what may not be sent.
    func said(by viewer: Viewer, in tx: Transaction) throws -> Words {
        guard !body.text.isEmpty || !files.isEmpty else { throw Denial.invalid(field: "body", .bodyLength) }
        return Words(body, answering: replySeq, with: try waited + MessagingAccess.attachable(files, by: viewer, in: tx))
    }
}

/// A message as it was posted, with what its markup depends on: the same for all its readers.
public struct Posted: Sendable {
    public let message: Message
    let kind: Chat.Kind
    let zone: Zone
    init(_ message: Message, kind: Chat.Kind, zone: Zone) {
        self.message = message
        self.kind = kind
        self.zone = zone
    }
    init(_ message: Message, in chat: PostableChat) { self.init(message, kind: chat.kind, zone: chat.zone) }
}

/// A message as it stands after a change.
public struct Changed: Sendable {
    public let message: Message
    /// Whether all who hear the chat see the message: who came later does not see what was said before.
    var isSeenByAll = false
    let kind: Chat.Kind
    let zone: Zone
    init(_ message: Message, kind: Chat.Kind, zone: Zone) {
        self.message = message
        self.kind = kind
        self.zone = zone
    }
}
