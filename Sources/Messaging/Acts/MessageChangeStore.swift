import Kernel
import Storage

/// The SQL of what is done with messages that were posted. All of it takes a proof that `MessagingAccess` gave; the chat's row is locked.
enum MessageChangeStore {
    /// The words that stood until now are kept: who may see the trace reads them there.
    static func edit(_ held: HeldMessage, to body: Message.Body, caution: Message.Caution?, at now: Moment, _ tx: Transaction) throws {
        try keepVersion(of: held, at: now, tx)
        let posted = try tx.one(
            "UPDATE message SET body = \(body.text), caution = \(caution?.rawValue), edited_at = \(now) WHERE chat_id = \(held.chat) AND seq = \(held.seq) RETURNING posted_at"
        ).moment("posted_at")
        try SearchStore.put(body.text, seq: held.seq, in: held.chat, at: posted, tx)
    }

    static func remove(_ held: HeldMessage, at now: Moment, _ tx: Transaction) throws {
        try keepVersion(of: held, at: now, tx)
        try tx.rows(
            """
            UPDATE message SET body = '', removed_at = \(now), removed_by = \(held.person), pinned_at = NULL
            WHERE chat_id = \(held.chat) AND seq = \(held.seq)
            """)
        try dropParts(of: held.seq, in: held.chat, at: now, tx)
    }
    static func dropParts(of seq: Int64, in chat: ID<Chat>, at now: Moment, _ tx: Transaction) throws {
        try SearchStore.remove(seq, of: chat, tx)
        try AttachedStore.drop(of: seq, in: chat, at: now, tx)
        for table in Self.parts { try tx.rows("DELETE FROM \(table) WHERE chat_id = \(chat) AND seq = \(seq)") }
    }
    /// What belongs to a message that stands, and to none that was taken back.
    private static let parts: [SQL] = ["message_sign", "mention", "bookmark"]

    private static func keepVersion(of held: HeldMessage, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO message_version (chat_id, seq, body, until, ended_by)
            VALUES (\(held.chat), \(held.seq), \(held.body), \(now), \(held.person))
            """)
    }

    static func setPinned(_ held: HeldMessage, at moment: Moment?, _ tx: Transaction) throws {
        try tx.rows("UPDATE message SET pinned_at = \(moment) WHERE chat_id = \(held.chat) AND seq = \(held.seq)")
    }

    /// `false` if it was so already.
    static func put(_ sign: Sign, to held: HeldMessage, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            INSERT INTO message_sign (chat_id, seq, sign, person_id, at) VALUES (\(held.chat), \(held.seq), \(sign.rawValue), \(held.person), \(now))
            ON CONFLICT (chat_id, seq, sign, person_id) DO NOTHING RETURNING seq
            """
        ).isEmpty
    }
    static func take(_ sign: Sign, from held: HeldMessage, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            DELETE FROM message_sign WHERE chat_id = \(held.chat) AND seq = \(held.seq) AND sign = \(sign.rawValue) AND person_id = \(held.person)
            RETURNING seq
            """
        ).isEmpty
    }

    /// Bookmarks are the person's own: nobody else's page changes.
    static func keep(_ seen: SeenMessage, _ isKept: Bool, at now: Moment, _ tx: Transaction) throws {
        guard isKept else {
            try tx.rows("DELETE FROM bookmark WHERE person_id = \(seen.person) AND chat_id = \(seen.chat) AND seq = \(seen.seq)")
            return
        }
        try tx.rows(
            """
            INSERT INTO bookmark (person_id, chat_id, seq, school_id, at) VALUES (\(seen.person), \(seen.chat), \(seen.seq), \(seen.school), \(now))
            ON CONFLICT (person_id, chat_id, seq) DO NOTHING
            """)
    }

    /// Counts the change and reads the message as all its readers see it now.
    static func changed(_ held: HeldMessage, _ tx: Transaction) throws -> Changed { try changed(held.seq, in: held.chat, kind: held.kind, zone: held.zone, tx) }

    /// The same of words that were corrected or taken away, with the news of it. Messages that quote their beginning stand otherwise as well:
    /// an open page must not go on showing what was taken back.
    @discardableResult static func tellWithAnswers(_ held: HeldMessage, _ tx: Transaction) throws -> Changed {
        let changed = try changed(held, tx)
        tx.emit(.changed(changed))
        for answer in try tx.rows(answers(to: held.seq, in: held.chat)) {
            tx.emit(.changed(try Self.changed(answer.int("seq"), in: held.chat, kind: held.kind, zone: held.zone, tx)))
        }
        return changed
    }

    /// An index is kept for this question: a chat may have gone on for years since (`message_answers`).
    static func answers(to seq: Int64, in chat: ID<Chat>) -> SQL {
        "SELECT seq FROM message WHERE chat_id = \(chat) AND reply_seq = \(seq) AND seq > \(seq) AND removed_at IS NULL ORDER BY seq"
    }

    static func changed(_ seq: Int64, in chat: ID<Chat>, kind: Chat.Kind, zone: Zone, _ tx: Transaction) throws -> Changed {
        let change = try tx.one("UPDATE chat SET last_change = last_change + 1 WHERE id = \(chat) RETURNING last_change").int("last_change")
        try tx.rows("UPDATE message SET change = \(change) WHERE chat_id = \(chat) AND seq = \(seq)")
        var changed = Changed(try MessagingStore.message(seq, of: chat, tx), kind: kind, zone: zone)
        changed.isSeenByAll =
            try tx.first("SELECT chat_id FROM chat_member WHERE chat_id = \(chat) AND present = 1 AND since_seq >= \(seq) LIMIT 1") == nil
        return changed
    }
}
