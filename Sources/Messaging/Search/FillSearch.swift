import Kernel
import Storage

/// Takes messages into the index that were posted before there was one, a part at a time: it may end at any moment and goes on from
/// there, and of several nodes one works at a time.
public struct FillSearch: Sendable {
    static let part = 500
    public init() {}

    /// Whether there is more to do. Runs with `Isolation.rowLock`.
    public func run(in tx: Transaction) throws -> Bool {
        let filling = try tx.one("SELECT chat_id, seq, is_done FROM message_search_filling WHERE id = 1 \(tx.dialect.rowLock)")
        guard try !filling.bool("is_done") else { return false }
        // The messages' rows are held: what is taken back meanwhile must not come into the index after it has left it.
        let rows = try tx.rows(
            """
            SELECT chat_id, seq, body, posted_at, removed_at FROM message
            WHERE (chat_id, seq) > (\(try filling.int("chat_id")), \(try filling.int("seq"))) ORDER BY chat_id, seq LIMIT \(Self.part) \(tx.dialect.rowLock)
            """)
        guard let last = rows.last else {
            try tx.rows("UPDATE message_search_filling SET is_done = 1 WHERE id = 1")
            return false
        }
        for row in rows where try row.optional("removed_at", Row.moment) == nil && row.text("body") != "" && row.text("body") != Message.blotted {
            let chat: ID<Chat> = try row.id("chat_id")
            try SearchStore.add(
                SearchStore.words(of: row.text("body"), in: chat), seq: row.int("seq"), in: chat, at: row.moment("posted_at"), tx)
        }
        try tx.rows("UPDATE message_search_filling SET chat_id = \(try last.int("chat_id")), seq = \(try last.int("seq")) WHERE id = 1")
        return true
    }
}
