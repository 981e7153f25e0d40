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
            "SELECT id, told_seq, last_seq FROM chat WHERE last_seq > told_seq ORDER BY last_at LIMIT \(atOnce) \(tx.dialect.rowLock)")
        for chat in chats { try tell(chat, at: now, tx) }
        return chats.count
    }

    private static func tell(_ chat: Row, at now: Moment, _ tx: Transaction) throws {
        let id: ID<Chat> = try chat.id("id"), told = try chat.int("told_seq"), last = try chat.int("last_seq")
        try tx.rows("UPDATE chat SET told_seq = \(last) WHERE id = \(id)")
        let mentioned: [ID<Person>] = try tx.rows("SELECT DISTINCT person_id FROM mention WHERE chat_id = \(id) AND seq > \(told)").map {
            try $0.id("person_id")
        }
        let unread = try tx.rows(
            """
            SELECT person_id, school_id FROM chat_member WHERE chat_id = \(id) AND present = 1 AND read_seq < \(last) AND since_seq < \(last)
            AND (is_muted = 0 OR person_id IN \(list: mentioned))
            """)
        let asked = try asked(in: id, after: told, upTo: last, tx)
        // Each is judged in the school of their own membership: a joint chat has members of several.
        for (school, people) in try grouped(asked) {
            let notice = Notice(.announcement, school: school, to: people, about: .chat(id), mentioning: Set(mentioned))
            try Notices.tell(notice, by: nil, at: now, in: tx)
        }
        let isAsked = Set(try asked.map { try $0.id("person_id", of: Person.self) })
        for (school, people) in try grouped(unread) {
            let notice = Notice(.message, school: school, to: people.subtracting(isAsked), about: .chat(id), mentioning: Set(mentioned))
            try Notices.tell(notice, by: nil, at: now, in: tx)
        }
    }

    /// By school, from columns `person_id` and `school_id`; in one order, so that two writers wait for each other.
    private static func grouped(_ rows: [Row]) throws -> [(key: ID<School>, value: Set<ID<Person>>)] {
        try rows.reduce(into: [ID<School>: Set<ID<Person>>]()) { $0[try $1.id("school_id"), default: []].insert(try $1.id("person_id")) }
            .sorted { $0.key.number < $1.key.number }
    }

    /// Of whom something new asks an acknowledgement or an answer. A chat whose talk somebody has muted still may ask something of them.
    private static func asked(in chat: ID<Chat>, after told: Int64, upTo last: Int64, _ tx: Transaction) throws -> [Row] {
        let isAny = try tx.first(
            """
            SELECT seq FROM announcement WHERE chat_id = \(chat) AND seq > \(told)
            UNION ALL SELECT seq FROM poll_place WHERE chat_id = \(chat) AND seq > \(told) LIMIT 1
            """)
        guard isAny != nil else { return [] }
        return try tx.rows(
            """
            SELECT DISTINCT x.person_id, x.school_id FROM chat c JOIN message m ON m.chat_id = c.id AND m.seq > \(told) AND m.seq <= \(last) AND m.removed_at IS NULL
            JOIN chat_member x ON x.chat_id = c.id AND x.present = 1 AND x.since_seq < m.seq AND x.read_seq < m.seq AND x.person_id <> m.author_id
            LEFT JOIN announcement a ON a.chat_id = m.chat_id AND a.seq = m.seq LEFT JOIN poll_place l ON l.chat_id = m.chat_id AND l.seq = m.seq
            WHERE c.id = \(chat) AND (\(MessagingAccess.isAddressed("x")) OR (l.poll_id IS NOT NULL
                AND NOT EXISTS (SELECT v.poll_id FROM poll_voter v WHERE v.poll_id = l.poll_id AND v.person_id = x.person_id)))
            """)
    }
}
