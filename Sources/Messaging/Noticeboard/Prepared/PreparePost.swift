import Files
import Kernel
import Storage

/// A member writes a post that is made by itself at its hour.
public struct PreparePost: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let body: Message.Body
    public let isAnnouncement: Bool
    public let dueAt: Moment
    /// The author's own, in their order.
    public let files: [ID<StoredFile>]
    /// They were asked about their words and leave them all the same.
    public let isSure: Bool
    public init(
        _ body: Message.Body, in chat: ID<Chat>, at dueAt: Moment, isAnnouncement: Bool = false, isSure: Bool = false, with files: [ID<StoredFile>] = []
    ) {
        self.isSure = isSure
        self.files = files
        self.chat = chat
        self.body = body
        self.isAnnouncement = isAnnouncement
        self.dueAt = dueAt
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<PreparedPost> {
        let postable = try MessagingAccess.preparable(chat, isAnnouncement: isAnnouncement, by: viewer, at: now, in: tx)
        guard dueAt > now else { throw Denial.invalid(field: "due", .closesInThePast) }
        guard try PreparedStore.waiting(in: chat, by: viewer, tx).count < PreparedPost.mostWaiting else { throw Denial.forbidden(.tooManyWait) }
        let sent = try MessagingAccess.attachable(files, by: viewer, in: tx)
        try MessagingAccess.askBefore([body.text] + sent.map(\.file.name), by: viewer, isSure: isSure, tx)
        let id = try PreparedStore.prepare(body, isAnnouncement: isAnnouncement, dueAt: dueAt, in: postable, by: viewer, tx)
        try AttachedStore.attach(sent, to: .prepared(id), at: now, tx)
        return id
    }
}

/// Its author gives it other words, other files or another hour.
public struct ChangePreparedPost: Verb {
    public static let isolation = Isolation.rowLock
    public let post: ID<PreparedPost>
    public let chat: ID<Chat>
    public let body: Message.Body
    public let dueAt: Moment
    /// Those it has from now on, its own among them; missing where they stay as they are.
    public let files: [ID<StoredFile>]?
    /// As in `PreparePost`.
    public let isSure: Bool
    public init(
        _ post: ID<PreparedPost>, in chat: ID<Chat>, to body: Message.Body, at dueAt: Moment, isSure: Bool = false, with files: [ID<StoredFile>]? = nil
    ) {
        self.isSure = isSure
        self.files = files
        self.post = post
        self.chat = chat
        self.body = body
        self.dueAt = dueAt
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let changeable = try MessagingAccess.changeable(post, in: chat, by: viewer, in: tx)
        guard dueAt > now else { throw Denial.invalid(field: "due", .closesInThePast) }
        try MessagingAccess.askBefore([body.text], by: viewer, isSure: isSure, tx)
        try PreparedStore.change(changeable, to: body, dueAt: dueAt, tx)
        if let files { try put(files, by: viewer, at: now, tx) }
    }

    private func put(_ files: [ID<StoredFile>], by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        guard files.count <= AttachedFile.most else { throw Denial.invalid(field: "files", .tooManyFiles(AttachedFile.most)) }
        let known = try Set(AttachedStore.ids(of: .prepared(post), tx))
        let fresh = try MessagingAccess.attachable(files.filter { !known.contains($0) }, by: viewer, in: tx)
        let kept = try FilesAccess.further(files.filter(known.contains), tx)
        let all = Dictionary((fresh + kept).map { ($0.file.id, $0) }, uniquingKeysWith: { first, _ in first })
        guard all.count == files.count else { throw Denial.invalid(field: "files", .tooManyFiles(AttachedFile.most)) }
        // What it keeps is held anew before it is let go: it is unheld at no moment.
        let before = try AttachedStore.take(.prepared(post), tx)
        try AttachedStore.attach(files.compactMap { all[$0] }, to: .prepared(post), at: now, tx)
        for file in before { try FilesStore.release(file, at: now, tx) }
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
        let changeable = try MessagingAccess.changeable(post, in: chat, by: viewer, in: tx)
        try AttachedStore.drop(of: .prepared(post), at: now, tx)
        try PreparedStore.cancel(changeable, tx)
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
