import Accounts
import Kernel
import Storage

/// The SQL of what is said about an announcement between its author and one reader.
extension AnnouncementStore {
    static func exchangeCount(of seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(DISTINCT person_id) AS n FROM announcement_reply WHERE chat_id = \(chat) AND seq = \(seq)").int("n"))
    }

    /// Sent twice under one name it is written once: `false` if it was there.
    static func reply(_ body: Message.Body, as clientID: Message.ClientID, in open: OpenExchange, at now: Moment, _ tx: Transaction) throws -> Bool {
        let exchange = open.exchange
        return try !tx.rows(
            """
            INSERT INTO announcement_reply (school_id, chat_id, seq, person_id, author_id, client_id, body, at)
            SELECT school_id, chat_id, seq, \(exchange.reader), \(exchange.viewer.person), \(clientID.text), \(body.text), \(now) FROM announcement
            WHERE chat_id = \(exchange.chat) AND seq = \(exchange.seq) ON CONFLICT (chat_id, seq, author_id, client_id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    /// What the other has written is read. `false` if nothing was unread.
    static func markRead(_ exchange: SeenExchange, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE announcement_reply SET read_at = \(now) WHERE chat_id = \(exchange.chat) AND seq = \(exchange.seq) AND person_id = \(exchange.reader)
            AND author_id <> \(exchange.viewer.person) AND read_at IS NULL RETURNING id
            """
        ).isEmpty
    }

    static func replies(in exchange: SeenExchange, limit: Int = 200, _ tx: Transaction) throws -> [Reply] {
        try tx.rows(
            """
            SELECT y.author_id, y.body, y.at, x.role, x.verified, p.family, p.given, p.patronymic FROM announcement_reply y
            JOIN chat_member x ON x.chat_id = y.chat_id AND x.person_id = y.author_id JOIN person p ON p.id = y.author_id
            WHERE y.chat_id = \(exchange.chat) AND y.seq = \(exchange.seq) AND y.person_id = \(exchange.reader) ORDER BY y.id DESC LIMIT \(limit)
            """
        ).map { row in
            let author = Message.Author(
                id: try row.id("author_id"), name: try AccountsStore.name(row), role: Role(rawValue: try row.text("role")) ?? .pupil,
                isVerified: try row.bool("verified"))
            return Reply(author: author, body: try row.text("body"), at: try row.moment("at"))
        }.reversed()
    }

    /// The author's exchanges about one announcement, the newest first.
    static func exchanges(about announcement: OverseenAnnouncement, by viewer: Viewer, _ tx: Transaction) throws -> [Exchange] {
        guard announcement.author == viewer.person else { return [] }
        return try exchanges("y.chat_id = \(announcement.chat) AND y.seq = \(announcement.seq)", viewer, limit: 500, tx)
    }

    /// Exchanges where the other has written something the viewer has not read.
    static func unreadExchanges(of viewer: Viewer, limit: Int = 20, _ tx: Transaction) throws -> [Exchange] {
        try exchanges(
            """
            (y.person_id = \(viewer.person) OR EXISTS (SELECT m.seq FROM message m WHERE m.chat_id = y.chat_id AND m.seq = y.seq AND m.author_id = \(viewer.person)))
            AND y.read_at IS NULL AND y.author_id <> \(viewer.person) AND y.school_id = \(viewer.school)
            """, viewer, limit: limit, tx)
    }

    private static func exchanges(_ condition: SQL, _ viewer: Viewer, limit: Int, _ tx: Transaction) throws -> [Exchange] {
        let rows = try tx.rows(
            """
            SELECT l.chat_id, l.seq, l.person_id, l.author_id, l.body, l.at, l.read_at, p.family, p.given, p.patronymic FROM announcement_reply l
            JOIN person p ON p.id = CASE WHEN l.person_id = \(viewer.person) THEN l.author_id ELSE l.person_id END
            WHERE l.id IN (SELECT MAX(y.id) FROM announcement_reply y WHERE \(condition) GROUP BY y.chat_id, y.seq, y.person_id)
            ORDER BY l.id DESC LIMIT \(limit)
            """)
        return try rows.compactMap { row in
            guard let chat = try MessagingStore.chat(row.id("chat_id"), seenBy: viewer, tx) else { return nil }
            let isOwn = try row.id("author_id") == viewer.person
            return Exchange(
                chat: chat, seq: try row.int("seq"), reader: try row.id("person_id"), name: try AccountsStore.name(row),
                last: Message.beginning(of: try row.text("body"), 80), at: try row.moment("at"),
                isUnread: try !isOwn && row.optional("read_at", Row.moment) == nil)
        }
    }
}
