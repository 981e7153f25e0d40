import Accounts
import Kernel
import Storage

/// A link by which members of the school come into a chat from one of its sides (REQUIREMENTS A22, A23, C24): nobody from outside.
struct ChatLink: Hashable, Sendable {
    /// How many days a link may hold.
    static let days = [1, 7, 30]
    let id: ID<ChatLink>
    let side: Side
    let word: String
    let expiresAt: Moment
}

/// Staff who manage a chat give a link to it.
struct MakeChatLink: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let side: Side
    let days: Int
    init(to chat: ID<Chat>, for side: Side, days: Int) {
        self.chat = chat
        self.side = side
        self.days = days
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ChatLink {
        let chat = try MessagingAccess.inviting(chat, by: viewer, in: tx)
        guard ChatLink.days.contains(days) else { throw Denial.invalid(field: "days", .unknownDays) }
        let link = try LinkStore.make(Token().text, for: side, until: now + days * 86_400, to: chat, at: now, tx)
        try tx.leave(Trace("messaging.link", about: "chat:\(chat.id.number)", became: side.rawValue), by: viewer, at: now)
        return link
    }
}

/// A link opens nothing from now on.
struct RevokeChatLink: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let link: ID<ChatLink>
    init(_ link: ID<ChatLink>, to chat: ID<Chat>) {
        self.link = link
        self.chat = chat
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.inviting(chat, by: viewer, in: tx)
        guard try LinkStore.revoke(link, to: chat, at: now, tx) else { throw Denial.notFound }
        try tx.leave(Trace("messaging.link", about: "chat:\(chat.id.number)", was: "link:\(link.number)"), by: viewer, at: now)
    }
}

/// A member of the school comes into a chat by its link.
struct JoinByLink: Verb {
    static let isolation = Isolation.rowLock
    let word: String
    init(_ word: String) { self.word = word }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let chat = try MessagingAccess.opened(by: word, for: viewer, at: now, in: tx)
        var joining = Joining(chat.id, at: now, by: viewer, tx)
        try joining.add(chat.peer, since: chat.lastSeq)
        joining.tell()
        return chat.id
    }
}

enum LinkStore {
    static func make(_ word: String, for side: Side, until: Moment, to chat: ManagedChat, at now: Moment, _ tx: Transaction) throws -> ChatLink {
        let id: ID<ChatLink> = try tx.one(
            """
            INSERT INTO chat_link (chat_id, school_id, side, word, made_by, made_at, expires_at)
            VALUES (\(chat.id), \(chat.school), \(side.rawValue), \(word), \(chat.viewer), \(now), \(until)) RETURNING id
            """
        ).id("id")
        return ChatLink(id: id, side: side, word: word, expiresAt: until)
    }

    static func revoke(_ link: ID<ChatLink>, to chat: ManagedChat, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE chat_link SET revoked_at = \(now) WHERE id = \(link) AND chat_id = \(chat.id) AND school_id = \(chat.school) AND revoked_at IS NULL
            RETURNING id
            """
        ).isEmpty
    }

    /// Title and description of the chat that a link opens to the viewer.
    static func chat(openedBy word: String, for viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> (title: String, about: String)? {
        try tx.first("SELECT c.title, c.about FROM chat_link l JOIN chat c ON c.id = l.chat_id WHERE \(MessagingAccess.opens(word, to: viewer, at: now))").map {
            (try $0.text("title"), try $0.text("about"))
        }
    }

    /// Those of the viewer's school that still open the chat.
    static func links(to chat: ID<Chat>, of school: ID<School>, at now: Moment, _ tx: Transaction) throws -> [ChatLink] {
        try tx.rows(
            """
            SELECT id, side, word, expires_at FROM chat_link
            WHERE chat_id = \(chat) AND school_id = \(school) AND revoked_at IS NULL AND expires_at > \(now) ORDER BY id
            """
        ).map { row in
            ChatLink(
                id: try row.id("id"), side: Side(rawValue: try row.text("side")) ?? .staff, word: try row.text("word"), expiresAt: try row.moment("expires_at"))
        }
    }
}
