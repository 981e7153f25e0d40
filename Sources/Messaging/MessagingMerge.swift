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
        try shareMemberships()
        try tx.rows("UPDATE chat_member SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE message SET author_id = \(into) WHERE author_id = \(from)")
    }

    private func shareMemberships() throws {
        let shared = try tx.rows(
            """
            SELECT f.chat_id, f.since_seq, f.read_seq, f.present FROM chat_member f JOIN chat_member i ON i.chat_id = f.chat_id AND i.person_id = \(into)
            WHERE f.person_id = \(from)
            """)
        for row in shared {
            let (chat, since, read, present) = (try row.int("chat_id"), try row.int("since_seq"), try row.int("read_seq"), try row.int("present"))
            try tx.rows(
                """
                UPDATE chat_member SET since_seq = CASE WHEN since_seq < \(since) THEN since_seq ELSE \(since) END,
                    read_seq = CASE WHEN read_seq > \(read) THEN read_seq ELSE \(read) END, present = CASE WHEN present > \(present) THEN present ELSE \(present) END
                WHERE chat_id = \(chat) AND person_id = \(into)
                """)
            try tx.rows("DELETE FROM chat_member WHERE chat_id = \(chat) AND person_id = \(from)")
        }
    }
}
