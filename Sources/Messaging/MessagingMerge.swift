import Kernel
import Storage

/// Memberships of chats and messages of one person row become another's. In a chat where both are, they are one member who has seen
/// and read what either has.
struct MessagingMerge {
    let from: ID<Person>
    let into: ID<Person>
    let tx: Transaction
    init(_ from: ID<Person>, _ into: ID<Person>, _ tx: Transaction) {
        self.from = from
        self.into = into
        self.tx = tx
    }

    func run() throws {
        let twice = try tx.first(
            """
            SELECT f.seq FROM message f JOIN message i ON i.chat_id = f.chat_id AND i.author_id = \(into) AND i.client_id = f.client_id
            WHERE f.author_id = \(from)
            """)
        guard twice == nil else { throw Denial.conflict(.saidTwice) }
        try DirectPairs(from: from, into: into, tx: tx).rename()
        try shareMemberships()
        try tx.rows("UPDATE chat_member SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE message SET author_id = \(into) WHERE author_id = \(from)")
        try handOverActs()
        try tx.rows("UPDATE chat_export SET person_id = \(into) WHERE person_id = \(from)")
        try TypingStore.handOver(from, to: into, tx)
        try Noticeboard.merge(from, into: into, tx)
        try OrderPeople.merge(from, into: into, tx)
    }

    /// Where both have put the same sign, kept or been named, once is enough.
    private func handOverActs() throws {
        try tx.rows("UPDATE message SET words_of = \(into) WHERE words_of = \(from)")
        try tx.rows("UPDATE message SET removed_by = \(into) WHERE removed_by = \(from)")
        try tx.rows("UPDATE message_version SET ended_by = \(into) WHERE ended_by = \(from)")
        try tx.rows("UPDATE chat SET owner_id = \(into) WHERE owner_id = \(from)")
        try tx.rows("UPDATE chat_link SET made_by = \(into) WHERE made_by = \(from)")
        try tx.rows("UPDATE network_school SET settled_by = \(into) WHERE settled_by = \(from)")
        try tx.rows(
            """
            DELETE FROM message_sign WHERE person_id = \(from) AND EXISTS (SELECT i.seq FROM message_sign i WHERE i.chat_id = message_sign.chat_id
                AND i.seq = message_sign.seq AND i.sign = message_sign.sign AND i.person_id = \(into))
            """)
        try tx.rows("UPDATE message_sign SET person_id = \(into) WHERE person_id = \(from)")
        for table in ["mention", "bookmark"] as [SQL] {
            try tx.rows(
                """
                DELETE FROM \(table) WHERE person_id = \(from) AND EXISTS (SELECT i.seq FROM \(table) i WHERE i.chat_id = \(table).chat_id
                    AND i.seq = \(table).seq AND i.person_id = \(into))
                """)
            try tx.rows("UPDATE \(table) SET person_id = \(into) WHERE person_id = \(from)")
        }
    }

    /// What was decided about either row holds for both: the later end of a silence, the earlier block. What either has accepted is accepted.
    private func shareMemberships() throws {
        let blocked = try tx.rows(
            """
            SELECT f.chat_id FROM chat_member f JOIN chat_member i ON i.chat_id = f.chat_id AND i.person_id = \(into)
            WHERE f.person_id = \(from) AND f.blocked_at IS NOT NULL
            """)
        let both: SQL = "FROM chat_member b WHERE b.chat_id = chat_member.chat_id AND b.person_id IN (\(from), \(into))"
        try tx.rows(
            """
            UPDATE chat_member SET since_seq = (SELECT MIN(b.since_seq) \(both)), read_seq = (SELECT MAX(b.read_seq) \(both)),
                present = (SELECT MAX(b.present) \(both)), muted_until = (SELECT MAX(b.muted_until) \(both)), blocked_at = (SELECT MIN(b.blocked_at) \(both)),
                posted_at = (SELECT MAX(b.posted_at) \(both)), rules_accepted = (SELECT MAX(b.rules_accepted) \(both))
            WHERE person_id = \(into) AND EXISTS (SELECT f.chat_id FROM chat_member f WHERE f.chat_id = chat_member.chat_id AND f.person_id = \(from))
            """)
        try tx.rows(
            """
            DELETE FROM chat_member WHERE person_id = \(from)
            AND EXISTS (SELECT i.chat_id FROM chat_member i WHERE i.chat_id = chat_member.chat_id AND i.person_id = \(into))
            """)
        for row in blocked { tx.leave(into, .chat(try row.id("chat_id"))) }
    }
}
