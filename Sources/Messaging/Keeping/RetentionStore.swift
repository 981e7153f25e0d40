import Kernel
import Storage

/// The SQL of keeping messages for a time. `chat.expired_seq` is the last message that was forgotten: those before it are not asked again.
enum RetentionStore {
    static func days(in school: ID<School>, _ tx: Transaction) throws -> [Chat.Kind: Int] {
        try tx.rows("SELECT kind, days FROM chat_retention WHERE school_id = \(school)").reduce(into: [:]) { days, row in
            days[try MessagingStore.kind(row)] = Int(try row.int("days"))
        }
    }

    static func set(_ kind: Chat.Kind, days: Int, in school: ArrangedSchool, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM chat_retention WHERE school_id = \(school.id) AND kind = \(kind.rawValue)")
        guard days > 0 else { return }
        try tx.rows("INSERT INTO chat_retention (school_id, kind, days) VALUES (\(school.id), \(kind.rawValue), \(days))")
    }

    struct OldChat {
        let id: ID<Chat>
        let school: ID<School>
        let before: Moment
        let after: Int64
    }

    /// A chat whose oldest message that is still there is older than the school keeps; its row is locked.
    static func nextChat(at now: Moment, _ tx: Transaction) throws -> OldChat? {
        let found = try tx.first(
            """
            SELECT c.id, c.school_id, t.days FROM chat_retention t JOIN chat c ON c.school_id = t.school_id AND c.kind = t.kind
            JOIN message m ON m.chat_id = c.id AND m.seq = c.expired_seq + 1 AND m.posted_at < \(now.milliseconds) - t.days * 86400000 ORDER BY c.id LIMIT 1
            """)
        guard let found else { return nil }
        let id: ID<Chat> = try found.id("id"), seq = try tx.one("SELECT expired_seq FROM chat WHERE id = \(id) \(tx.dialect.rowLock)").int("expired_seq")
        return OldChat(id: id, school: try found.id("school_id"), before: now - Int(try found.int("days")) * 86_400, after: seq)
    }

    /// The words go with all that hangs on them; the places stay, so that the count has no gap. Open pages find it among the changes.
    static func forget(_ chat: OldChat, most: Int, at now: Moment, _ tx: Transaction) throws -> [Int64] {
        let seqs = try tx.rows(
            "SELECT seq FROM message WHERE chat_id = \(chat.id) AND seq > \(chat.after) AND posted_at < \(chat.before) ORDER BY seq LIMIT \(most)"
        ).map { try $0.int("seq") }
        for seq in seqs {
            let change = try tx.one("UPDATE chat SET last_change = last_change + 1, expired_seq = \(seq) WHERE id = \(chat.id) RETURNING last_change").int(
                "last_change")
            try tx.rows(
                """
                UPDATE message SET body = '', removed_at = COALESCE(removed_at, \(now)), pinned_at = NULL, caution = NULL, change = \(change)
                WHERE chat_id = \(chat.id) AND seq = \(seq)
                """)
            try MessageChangeStore.dropParts(of: seq, in: chat.id, at: now, tx)
            try tx.rows("DELETE FROM message_version WHERE chat_id = \(chat.id) AND seq = \(seq)")
            try tx.rows(
                "UPDATE message_report SET body = \(Message.blotted), note = '' WHERE chat_id = \(chat.id) AND seq = \(seq) AND decision_id IS NOT NULL")
        }
        return seqs
    }
}
