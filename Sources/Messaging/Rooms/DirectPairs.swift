import Kernel
import Storage

/// The names of chats of two when a person's row becomes another's: everywhere, or in one school.
struct DirectPairs {
    let from: ID<Person>
    let into: ID<Person>
    var school: ID<School>?
    let tx: Transaction

    /// Chats of two are found by who the two are. Where both have one with the same person, or one with each other, the one that would
    /// have its name twice is over and can still be read.
    func rename() throws {
        let rows = try tx.rows(
            """
            SELECT c.id, c.school_id, c.pair, c.last_at FROM chat c JOIN chat_member m ON m.chat_id = c.id AND m.person_id = \(from)
            WHERE c.kind = 'direct' AND (\(school?.number ?? 0) = 0 OR c.school_id = \(school?.number ?? 0)) ORDER BY c.id
            """)
        for row in rows {
            let id = try row.int("id"), pair = try row.text("pair")
            let keys = pair.split(separator: "/").prefix(2).compactMap { PeerKey(sent: String($0)) }.map { $0.person == from ? PeerKey(into, $0.side) : $0 }
            guard keys.count == 2 else { continue }
            let new = PeerKey.pair(keys[0], keys[1])
            let isTaken = try tx.first("SELECT id FROM chat WHERE school_id = \(try row.int("school_id")) AND pair = \(new) AND id <> \(id)") != nil
            guard isTaken || keys[0].person == keys[1].person else {
                try tx.rows("UPDATE chat SET pair = \(new) WHERE id = \(id)")
                continue
            }
            try tx.rows("UPDATE chat SET pair = \("\(new)/\(id)"), archived_at = COALESCE(archived_at, \(try row.int("last_at"))) WHERE id = \(id)")
        }
    }
}
