import Accounts
import Files
import Kernel
import Storage

/// A member of the staff proposes words for a channel where only its managers write (REQUIREMENTS C05).
public struct AskToPublish: Verb {
    public let chat: ID<Chat>
    public let body: Message.Body
    /// The author's own, in their order.
    public let files: [ID<StoredFile>]
    public init(_ body: Message.Body, in chat: ID<Chat>, with files: [ID<StoredFile>] = []) {
        self.files = files
        self.chat = chat
        self.body = body
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<PublishRequest> {
        let proposable = try MessagingAccess.proposable(chat, by: viewer, in: tx)
        guard try RequestStore.waitingCount(in: proposable, tx) < PublishRequest.mostWaiting else { throw Denial.forbidden(.tooManyWait) }
        let sent = try MessagingAccess.attachable(files, by: viewer, in: tx), id = try RequestStore.ask(body, in: proposable, at: now, tx)
        try AttachedStore.attach(sent, to: .proposed(id), at: now, tx)
        try OrderTelling.proposed(in: chat, of: viewer.school, except: viewer.person, at: now, tx)
        tx.emit(.requestChanged(in: chat, Set(try AnnouncementStore.overseers(of: chat, tx) + [viewer.person])))
        return id
    }
}

/// Who manages the channel publishes the words under the name of who wrote them, as they are or corrected; of their files those that were taken.
public struct PublishRequested: Verb {
    public static let isolation = Isolation.rowLock
    public let request: ID<PublishRequest>
    public let chat: ID<Chat>
    /// Other words than were proposed, if they were corrected.
    public let body: Message.Body?
    public init(_ request: ID<PublishRequest>, in chat: ID<Chat>, corrected body: Message.Body? = nil) {
        self.request = request
        self.chat = chat
        self.body = body
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Posted {
        let decidable = try MessagingAccess.decidable(request, in: chat, by: viewer, at: now, in: tx)
        let words = Words(body ?? decidable.body, of: decidable.author, with: decidable.files), name = try Message.ClientID("request-\(request.number)")
        let message = try MessagingStore.append(words, name, to: decidable.chat, at: now, tx)
        try AttachedStore.drop(of: .proposed(request), at: now, tx)
        try RequestStore.notePublished(decidable, as: message.seq, by: viewer, at: now, tx)
        try OrderTelling.judged(in: chat, of: viewer.school, to: decidable.author, by: viewer.person, at: now, tx)
        try tx.leave(Trace("messaging.published", about: "chat:\(chat.number)/message:\(message.seq)/request:\(request.number)"), by: viewer, at: now)
        let posted = Posted(message, in: decidable.chat)
        tx.emit(.posted(posted))
        tx.emit(.requestChanged(in: chat, Set(try AnnouncementStore.overseers(of: chat, tx) + [decidable.author])))
        return posted
    }
}

/// Who manages the channel returns the words with a reason.
public struct ReturnRequest: Verb {
    public static let isolation = Isolation.rowLock
    public let request: ID<PublishRequest>
    public let chat: ID<Chat>
    public let reason: Message.Body
    public init(_ request: ID<PublishRequest>, in chat: ID<Chat>, reason: Message.Body) {
        self.request = request
        self.chat = chat
        self.reason = reason
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let decidable = try MessagingAccess.decidable(request, in: chat, by: viewer, at: now, in: tx)
        try AttachedStore.drop(of: .proposed(request), at: now, tx)
        try RequestStore.noteReturned(decidable, reason.text, by: viewer, at: now, tx)
        try OrderTelling.judged(in: chat, of: viewer.school, to: decidable.author, by: viewer.person, at: now, tx)
        try tx.leave(Trace("messaging.returned", about: "chat:\(chat.number)/request:\(request.number)"), by: viewer, at: now)
        tx.emit(.requestChanged(in: chat, Set(try AnnouncementStore.overseers(of: chat, tx) + [decidable.author])))
    }
}

/// Its author takes a request back before it is decided.
public struct WithdrawRequest: Verb {
    public static let isolation = Isolation.rowLock
    public let request: ID<PublishRequest>
    public let chat: ID<Chat>
    public init(_ request: ID<PublishRequest>, in chat: ID<Chat>) {
        self.request = request
        self.chat = chat
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let withdrawable = try MessagingAccess.withdrawable(request, in: chat, by: viewer, in: tx)
        try AttachedStore.drop(of: .proposed(request), at: now, tx)
        try RequestStore.withdraw(withdrawable, tx)
        tx.emit(.requestChanged(in: chat, Set(try AnnouncementStore.overseers(of: chat, tx) + [viewer.person])))
    }
}
