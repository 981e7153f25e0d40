import Kernel
import Storage

/// The SQL of ready posts.
enum StockStore {
    static func add(_ post: NewStockPost, to stock: KeptStock, at now: Moment, _ tx: Transaction) throws -> ID<StockPost> {
        try tx.one(
            """
            INSERT INTO stock_post (school_id, author_id, title, body, valid_from, valid_until, audience, added_at)
            VALUES (\(stock.keeper.school), \(stock.keeper.person), \(post.title), \(post.body.text), \(post.validFrom), \(post.validUntil),
                \(post.audience.rawValue), \(now)) RETURNING id
            """
        ).id("id")
    }

    /// From the day before on it is no longer in force. `false` if the organisation has no such post.
    static func end(_ id: ID<StockPost>, in stock: KeptStock, on day: Day, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE stock_post SET valid_until = \(day - 1), valid_from = CASE WHEN valid_from > \(day - 1) THEN \(day - 1) ELSE valid_from END
            WHERE id = \(id) AND school_id = \(stock.keeper.school) RETURNING id
            """
        ).isEmpty
    }

    static func noteUse(_ stock: SendableStock, as seq: Int64, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO stock_use (stock_id, school_id, chat_id, seq, at) VALUES (\(stock.id), \(stock.chat.school), \(stock.chat.id), \(seq), \(now))
            ON CONFLICT (chat_id, seq) DO NOTHING
            """)
    }

    static func kept(in stock: KeptStock, _ tx: Transaction) throws -> [StockPost] { try posts("s.school_id = \(stock.keeper.school)", tx) }
    static func posts(for viewer: Viewer, on day: Day, _ tx: Transaction) throws -> [StockPost] {
        try posts(MessagingAccess.seesStock(viewer, on: day), tx)
    }

    private static func posts(_ condition: SQL, _ tx: Transaction) throws -> [StockPost] {
        try tx.rows(
            """
            SELECT s.id, s.title, s.body, s.valid_from, s.valid_until, s.audience,
                (SELECT COUNT(DISTINCT u.school_id) FROM stock_use u WHERE u.stock_id = s.id) AS schools,
                (SELECT COUNT(DISTINCT u.chat_id) FROM stock_use u WHERE u.stock_id = s.id) AS chats
            FROM stock_post s WHERE \(condition) ORDER BY s.valid_until DESC, s.id DESC LIMIT 200
            """
        ).map { row in
            StockPost(
                id: try row.id("id"), title: try row.text("title"), body: try row.text("body"), validFrom: try row.day("valid_from"),
                validUntil: try row.day("valid_until"), audience: StockPost.Audience(rawValue: try row.text("audience")) ?? .both,
                schools: Int(try row.int("schools")), chats: Int(try row.int("chats")))
        }
    }

    /// What a class teacher has posted lately in the chats of their classes; passed-on words are somebody else's.
    static func ownPosts(of viewer: Viewer, since: Moment, _ tx: Transaction) throws -> [WeeklyPosts.Post] {
        try tx.rows(
            """
            SELECT m.body, m.posted_at FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer)) JOIN message m ON m.chat_id = c.id
            WHERE me.role = 'classTeacher' AND c.kind IN ('class', 'family') AND m.author_id = \(viewer.person) AND m.posted_at >= \(since)
            AND m.removed_at IS NULL AND m.words_of IS NULL
            """
        ).map { WeeklyPosts.Post(body: try $0.text("body"), at: try $0.moment("posted_at")) }
    }

    /// What was kept for schools stays; it names nobody.
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE stock_post SET author_id = \(into) WHERE author_id = \(from)")
    }
}
