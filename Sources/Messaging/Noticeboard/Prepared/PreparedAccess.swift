import Accounts
import Files
import Kernel
import Storage

/// Posts for a later hour: their author's alone until then.
extension MessagingAccess {
    /// Preparing one: who may write in the chat now, announcements who may announce. Judged again at its hour.
    static func preparable(_ chat: ID<Chat>, isAnnouncement: Bool, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> PostableChat {
        try isAnnouncement ? announceable(chat, by: viewer, at: now, in: tx).chat : postable(chat, by: viewer, at: now, in: tx)
    }

    /// Changing or cancelling one: its author, as long as it was not made; its row is locked.
    static func changeable(_ id: ID<PreparedPost>, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ChangeablePost {
        guard
            let row = try tx.first(
                """
                SELECT posted_seq, is_announcement FROM prepared_post
                WHERE id = \(id) AND chat_id = \(chat) AND author_id = \(viewer.person) AND school_id = \(viewer.school) \(tx.dialect.rowLock)
                """)
        else { throw Denial.notFound }
        guard try row.optional("posted_seq", Row.int) == nil else { throw Denial.conflict(.alreadyPosted) }
        return ChangeablePost(id: id, isAnnouncement: try row.bool("is_announcement"))
    }

    /// The post at its hour, locked, with its author as they are in the school now; `nil` if another node has made it or nobody is there to say it.
    static func due(_ id: ID<PreparedPost>, at now: Moment, in tx: Transaction) throws -> DuePost? {
        let row = try tx.first(
            """
            SELECT school_id, chat_id, author_id, side, body, is_announcement FROM prepared_post
            WHERE id = \(id) AND posted_seq IS NULL AND failed IS NULL AND due_at <= \(now) \(tx.dialect.rowLock)
            """)
        guard let row, let side = Side(rawValue: try row.text("side")) else { return nil }
        let school: ID<School> = try row.id("school_id"), person: ID<Person> = try row.id("author_id")
        guard let viewer = try AccountsStore.viewer(person, side: side, tx),
            let hat = ([viewer.hat] + viewer.otherHats).first(where: { $0.side == side && $0.school.id == school })
        else { throw Denial.notFound }
        return DuePost(
            id: id, chat: try row.id("chat_id"), body: try Message.Body(row.text("body")), isAnnouncement: try row.bool("is_announcement"),
            files: try FilesAccess.further(AttachedStore.ids(of: .prepared(id), tx), tx), author: Viewer(person: person, name: viewer.name, hat: hat))
    }
}

/// Proof that the viewer may change or cancel this post.
struct ChangeablePost: Sendable {
    let id: ID<PreparedPost>
    let isAnnouncement: Bool
    fileprivate init(id: ID<PreparedPost>, isAnnouncement: Bool) {
        self.id = id
        self.isAnnouncement = isAnnouncement
    }
}

/// A post whose hour has come, and who says it.
struct DuePost: Sendable {
    let id: ID<PreparedPost>
    let chat: ID<Chat>
    let body: Message.Body
    let isAnnouncement: Bool
    /// Also those that were not taken meanwhile: the message says so in their place.
    let files: [SendableFile]
    let author: Viewer
    fileprivate init(id: ID<PreparedPost>, chat: ID<Chat>, body: Message.Body, isAnnouncement: Bool, files: [SendableFile], author: Viewer) {
        self.files = files
        self.id = id
        self.chat = chat
        self.body = body
        self.isAnnouncement = isAnnouncement
        self.author = author
    }
}
