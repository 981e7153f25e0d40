import Accounts
import Kernel
import Storage

/// Title and description of a chat that people put together.
struct DescribeChat: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let draft: ChatDraft
    init(_ chat: ID<Chat>, as draft: ChatDraft) {
        self.chat = chat
        self.draft = draft
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.gathered(chat, by: viewer, in: tx)
        try RoomStore.describe(draft, chat, tx)
        try tx.leave(Trace("messaging.chat", about: "chat:\(chat.id.number)", became: "described"), by: viewer, at: now)
    }
}

/// Who posts in a chat: everyone in it, or only those who answer for it (REQUIREMENTS C13, C14). Between two people both do.
struct SetPosting: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let isForManagers: Bool
    init(_ chat: ID<Chat>, isForManagers: Bool) {
        self.chat = chat
        self.isForManagers = isForManagers
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.managed(chat, by: viewer, in: tx)
        guard try RoomStore.setPosting(isForManagers: isForManagers, chat, tx) else { return }
        let (was, became) = isForManagers ? ("all", "managers") : ("managers", "all")
        try tx.leave(Trace("messaging.chat", about: "chat:\(chat.id.number)", was: was, became: became), by: viewer, at: now)
    }
}

/// The owner ends a chat, or lets it go on again. Ended it can be read by those who were in it.
struct EndChat: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let isEnded: Bool
    init(_ chat: ID<Chat>, isEnded: Bool = true) {
        self.chat = chat
        self.isEnded = isEnded
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.owned(chat, by: viewer, in: tx)
        guard chat.isArchived != isEnded else { return }
        try RoomStore.end(chat, at: isEnded ? now : nil, tx)
        let (was, became) = isEnded ? ("open", "archive") : ("archive", "open")
        try tx.leave(Trace("messaging.chat", about: "chat:\(chat.id.number)", was: was, became: became), by: viewer, at: now)
    }
}
