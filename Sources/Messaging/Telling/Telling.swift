import Kernel
import Notices
import Storage
import WebCore

/// Tells those who have no page open that a chat has news. Once a minute for all chats, not with every message: a lively chat of a thousand
/// people costs its posting nothing, and who reads along meanwhile is not disturbed. Two nodes at once tell each chat once.
enum Telling {
    /// Chats in one transaction.
    private static let atOnce = 100

    static func run(_ site: Site, at now: Moment) async throws {
        while try await site.database.write(.rowLock, { tx in try tellSome(at: now, tx) }) == atOnce {}
    }

    private static func tellSome(at now: Moment, _ tx: Transaction) throws -> Int {
        let chats = try tx.rows(
            "SELECT id, school_id, told_seq, last_seq FROM chat WHERE last_seq > told_seq ORDER BY last_at LIMIT \(atOnce) \(tx.dialect.rowLock)")
        for chat in chats { try tell(chat, at: now, tx) }
        return chats.count
    }

    private static func tell(_ chat: Row, at now: Moment, _ tx: Transaction) throws {
        let id: ID<Chat> = try chat.id("id"), told = try chat.int("told_seq"), last = try chat.int("last_seq")
        try tx.rows("UPDATE chat SET told_seq = \(last) WHERE id = \(id)")
        let mentioned: [ID<Person>] = try tx.rows("SELECT DISTINCT person_id FROM mention WHERE chat_id = \(id) AND seq > \(told)").map {
            try $0.id("person_id")
        }
        let people: [ID<Person>] = try tx.rows(
            """
            SELECT person_id FROM chat_member WHERE chat_id = \(id) AND present = 1 AND read_seq < \(last) AND since_seq < \(last)
            AND (is_muted = 0 OR person_id IN \(list: mentioned))
            """
        ).map { try $0.id("person_id") }
        let notice = Notice(.message, school: try chat.id("school_id"), to: Set(people), about: .chat(id), mentioning: Set(mentioned))
        try Notices.tell(notice, by: nil, at: now, in: tx)
    }
}
