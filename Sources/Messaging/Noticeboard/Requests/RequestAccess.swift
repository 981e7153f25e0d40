import Files
import Kernel
import Storage

/// Requests to publish: who proposes, who decides, who sees them.
extension MessagingAccess {
    /// Proposing: staff who are in a chat where only its managers write (REQUIREMENTS C05).
    static func proposable(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ProposableChat {
        guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
        guard mayPropose(in: chat, viewer) else { throw Denial.forbidden(.onlyStaffPropose) }
        return ProposableChat(id: id, author: viewer)
    }
    static func mayPropose(in chat: Chat, _ viewer: Viewer) -> Bool { !chat.isArchived && !chat.mayPost && viewer.side == .staff }

    /// Deciding: who manages the chat. The request waits, and its row is locked; so is the chat's.
    static func decidable(_ id: ID<PublishRequest>, in chat: ID<Chat>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> DecidableRequest {
        let postable = try postable(chat, by: viewer, at: now, in: tx)
        guard try MessagingStore.chat(chat, seenBy: viewer, tx)?.manages == true else { throw Denial.notFound }
        let row = try tx.first("SELECT author_id, body, state FROM publish_request WHERE id = \(id) AND chat_id = \(chat) \(tx.dialect.rowLock)")
        guard let row else { throw Denial.notFound }
        guard try row.text("state") == PublishRequest.State.waiting.rawValue else { throw Denial.conflict(.alreadyDecided) }
        return DecidableRequest(
            id: id, chat: postable, author: try row.id("author_id"), body: try Message.Body(row.text("body")),
            files: try FilesAccess.again(AttachedStore.ids(of: .proposed(id), tx), tx))
    }

    /// Taking it back: its author, as long as it waits.
    static func withdrawable(_ id: ID<PublishRequest>, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> WithdrawableRequest {
        let row = try tx.first(
            """
            SELECT state FROM publish_request WHERE id = \(id) AND chat_id = \(chat) AND author_id = \(viewer.person) AND school_id = \(viewer.school)
            \(tx.dialect.rowLock)
            """)
        guard let row else { throw Denial.notFound }
        guard try row.text("state") == PublishRequest.State.waiting.rawValue else { throw Denial.conflict(.alreadyDecided) }
        return WithdrawableRequest(id: id)
    }

    /// A condition on request `w` of chat `c` with the viewer's membership `me`: their own, or all where they manage the chat.
    static func seesRequest(_ viewer: Viewer) -> SQL { "(w.author_id = \(viewer.person) OR me.manages = 1)" }
}

/// Proof that the viewer may propose words for this chat.
struct ProposableChat: Sendable {
    let id: ID<Chat>
    let author: Viewer
    fileprivate init(id: ID<Chat>, author: Viewer) {
        self.id = id
        self.author = author
    }
}

/// Proof that the viewer may publish or return this request.
struct DecidableRequest: Sendable {
    let id: ID<PublishRequest>
    let chat: PostableChat
    let author: ID<Person>
    let body: Message.Body
    /// Those that were taken or are being looked into.
    let files: [SendableFile]
    fileprivate init(id: ID<PublishRequest>, chat: PostableChat, author: ID<Person>, body: Message.Body, files: [SendableFile]) {
        self.files = files
        self.id = id
        self.chat = chat
        self.author = author
        self.body = body
    }
}

/// Proof that the viewer may take this request back.
struct WithdrawableRequest: Sendable {
    let id: ID<PublishRequest>
    fileprivate init(id: ID<PublishRequest>) { self.id = id }
}
