import Accounts
import Kernel
import Storage

/// The chats' SQL for those who read and write in them, in the words both databases know.
enum MessagingStore {
    // MARK: Chats

    private static let chatColumns: SQL = "c.id AS chat_id, c.kind, c.title, c.last_seq, c.last_at, me.read_seq"

    /// One statement for the whole list: the newest first, each with its last message.
    static func chats(seenBy viewer: Viewer, unreadOnly: Bool = false, limit: Int = 500, _ tx: Transaction) throws -> [ChatLine] {
        try tx.rows(
            """
            SELECT \(chatColumns), 0 AS members, m.seq, m.author_id, m.client_id, m.body, m.posted_at, a.role, a.verified, p.family, p.given, p.patronymic,
                   NULL AS previous_author, NULL AS previous_at
            FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer))
            LEFT JOIN message m ON m.chat_id = c.id AND m.seq = c.last_seq AND m.seq > me.since_seq
            LEFT JOIN chat_member a ON a.chat_id = m.chat_id AND a.person_id = m.author_id
            LEFT JOIN person p ON p.id = m.author_id
            WHERE (\(unreadOnly) = 0 OR c.last_seq > me.read_seq)
            ORDER BY c.last_at DESC, c.id DESC LIMIT \(limit)
            """
        ).map { ChatLine(chat: try chat($0), last: try $0.optional("seq", Row.int) == nil ? nil : try message($0)) }
    }

    static func chat(_ id: ID<Chat>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Chat? {
        try tx.first(
            """
            SELECT \(chatColumns), (SELECT COUNT(*) FROM chat_member WHERE chat_id = c.id AND present = 1) AS members
            FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) WHERE c.id = \(id)
            """
        ).map(chat)
    }

    /// How many messages the viewer has not read, in all their chats.
    static func unread(of viewer: Viewer, _ tx: Transaction) throws -> Int {
        Int(
            try tx.one(
                """
                SELECT CAST(COALESCE(SUM(c.last_seq - me.read_seq), 0) AS BIGINT) AS unread
                FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer))
                """
            ).int("unread"))
    }

    // MARK: Messages

    private static let messageColumns: SQL = """
        m.chat_id, m.seq, m.author_id, m.client_id, m.body, m.posted_at, a.role, a.verified, p.family, p.given, p.patronymic,
        v.author_id AS previous_author, v.posted_at AS previous_at
        """
    private static let messageJoins: SQL = """
        JOIN chat_member a ON a.chat_id = m.chat_id AND a.person_id = m.author_id JOIN person p ON p.id = m.author_id
        LEFT JOIN message v ON v.chat_id = m.chat_id AND v.seq = m.seq - 1 AND v.seq > me.since_seq
        """

    /// The messages of a span, as far as the viewer may see them. One more than asked for tells whether there are others.
    static func messages(of chat: ID<Chat>, _ span: Span, seenBy viewer: Viewer, _ tx: Transaction) throws -> Messages {
        let most = span.limit + 1
        switch span.place {
        case .after(let seq):
            let list = try messages(of: chat, where: "m.seq > \(seq)", seenBy: viewer, order: "ORDER BY m.seq LIMIT \(span.limit)", tx)
            return Messages(list: list, hasOlder: list.first?.previous != nil)
        case .newest, .before:
            let limit: SQL = if case .before(let seq) = span.place { "m.seq < \(seq)" } else { "1 = 1" }
            let list = try messages(of: chat, where: limit, seenBy: viewer, order: "ORDER BY m.seq DESC LIMIT \(most)", tx)
            return Messages(list: list.prefix(span.limit).reversed(), hasOlder: list.count == most)
        }
    }

    private static func messages(of chat: ID<Chat>, where condition: SQL, seenBy viewer: Viewer, order: SQL, _ tx: Transaction) throws -> [Message] {
        try tx.rows(
            """
            SELECT \(messageColumns) FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer))
            JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq \(messageJoins)
            WHERE c.id = \(chat) AND \(condition) \(order)
            """
        ).map(message)
    }

    /// What this author has already posted under this name.
    static func posted(_ clientID: Message.ClientID, in chat: PostableChat, _ tx: Transaction) throws -> Message? {
        try tx.first(
            """
            SELECT \(messageColumns) FROM message m JOIN chat_member me ON me.chat_id = m.chat_id AND me.person_id = m.author_id \(messageJoins)
            WHERE m.chat_id = \(chat.id) AND m.author_id = \(chat.author.id) AND m.client_id = \(clientID.text)
            """
        ).map(message)
    }

    /// The author has read what they answer.
    static func append(_ body: Message.Body, _ clientID: Message.ClientID, to chat: PostableChat, at now: Moment, _ tx: Transaction) throws -> Message {
        let seq = chat.lastSeq + 1
        try tx.rows("UPDATE chat SET last_seq = \(seq), last_at = \(now) WHERE id = \(chat.id)")
        try tx.rows(
            """
            INSERT INTO message (chat_id, seq, school_id, author_id, client_id, body, posted_at)
            VALUES (\(chat.id), \(seq), \(chat.school), \(chat.author.id), \(clientID.text), \(body.text), \(now))
            """)
        try tx.rows("UPDATE chat_member SET read_seq = \(seq) WHERE chat_id = \(chat.id) AND person_id = \(chat.author.id)")
        return Message(chat: chat.id, seq: seq, author: chat.author, clientID: clientID, body: body.text, postedAt: now, previous: chat.previous)
    }

    /// Moves what the viewer has read forward, never back and never past the last message. `false` if nothing moved.
    static func moveRead(in chat: ID<Chat>, to seq: Int64, by viewer: Viewer, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE chat_member
            SET read_seq = (SELECT CASE WHEN c.last_seq < \(seq) THEN c.last_seq ELSE \(seq) END FROM chat c WHERE c.id = chat_member.chat_id)
            WHERE chat_id = \(chat) AND person_id = \(viewer.person) AND school_id = \(viewer.school) AND side = \(viewer.side.rawValue) AND present = 1
            AND read_seq < \(seq) AND read_seq < (SELECT c.last_seq FROM chat c WHERE c.id = chat_member.chat_id) RETURNING chat_id
            """
        ).isEmpty
    }

    // MARK: Rows

    private static func chat(_ row: Row) throws -> Chat {
        Chat(
            id: try row.id("chat_id"), kind: try kind(row), title: try row.text("title"), lastSeq: try row.int("last_seq"), lastAt: try row.moment("last_at"),
            readSeq: try row.int("read_seq"), members: Int(try row.int("members")))
    }

    static func kind(_ row: Row) throws -> Chat.Kind { Chat.Kind(rawValue: try row.text("kind")) ?? .group }

    static func previous(_ row: Row) throws -> Message.Previous? {
        try row.optionalID("previous_author").map { Message.Previous(author: $0, postedAt: try row.moment("previous_at")) }
    }

    private static func message(_ row: Row) throws -> Message {
        let role = Role(rawValue: try row.text("role")) ?? .pupil
        return Message(
            chat: try row.id("chat_id"), seq: try row.int("seq"),
            author: Message.Author(
                id: try row.id("author_id"), name: try AccountsStore.name(row), role: role, isVerified: try row.optional("verified", Row.bool) ?? false),
            clientID: Message.ClientID(stored: try row.text("client_id")), body: try row.text("body"), postedAt: try row.moment("posted_at"),
            previous: try previous(row))
    }
}
