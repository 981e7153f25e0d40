import Kernel
import Storage

/// A member writes a post that is made by itself at its hour.
public struct PreparePost: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let body: Message.Body
    public let isAnnouncement: Bool
    public let dueAt: Moment
    public init(_ body: Message.Body, in chat: ID<Chat>, at dueAt: Moment, isAnnouncement: Bool = false) {
        self.chat = chat
        self.body = body
        self.isAnnouncement = isAnnouncement
        self.dueAt = dueAt
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<PreparedPost> {
        let postable = try MessagingAccess.preparable(chat, isAnnouncement: isAnnouncement, by: viewer, at: now, in: tx)
        guard dueAt > now else { throw Denial.invalid(field: "due", .closesInThePast) }
        guard try PreparedStore.waiting(in: chat, by: viewer, tx).count < PreparedPost.mostWaiting else { throw Denial.forbidden(.tooManyWait) }
        return try PreparedStore.prepare(body, isAnnouncement: isAnnouncement, dueAt: dueAt, in: postable, by: viewer, tx)
    }
}

/// Its author gives it other words or another hour.
public struct ChangePreparedPost: Verb {
    public static let isolation = Isolation.rowLock
    public let post: ID<PreparedPost>
    public let chat: ID<Chat>
    public let body: Message.Body
    public let dueAt: Moment
    public init(_ post: ID<PreparedPost>, in chat: ID<Chat>, to body: Message.Body, at dueAt: Moment) {
        self.post = post
        self.chat = chat
        self.body = body
        self.dueAt = dueAt
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let changeable = try MessagingAccess.changeable(post, in: chat, by: viewer, in: tx)
        guard dueAt > now else { throw Denial.invalid(field: "due", .closesInThePast) }
        try PreparedStore.change(changeable, to: body, dueAt: dueAt, tx)
    }
}

/// Its author takes it back before its hour.
public struct CancelPreparedPost: Verb {
    public static let isolation = Isolation.rowLock
    public let post: ID<PreparedPost>
    public let chat: ID<Chat>
    public init(_ post: ID<PreparedPost>, in chat: ID<Chat>) {
        self.post = post
        self.chat = chat
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try PreparedStore.cancel(MessagingAccess.changeable(post, in: chat, by: viewer, in: tx), tx)
    }
}

/// What a person has begun to write, saved for their other devices.
public struct SaveDraft: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let body: String
    /// When it was written, as the device has it; a clock that runs ahead is set to the server's.
    public let writtenAt: Moment
    public init(_ body: String, in chat: ID<Chat>, writtenAt: Moment) {
        self.chat = chat
        self.body = body
        self.writtenAt = writtenAt
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try MessagingStore.chat(chat, seenBy: viewer, tx) != nil else { throw Denial.notFound }
        let kept = body.isEmpty ? "" : try Message.Body(body).text
        try PreparedStore.save(kept, writtenAt: min(writtenAt, now), in: chat, of: viewer, tx)
    }
}
