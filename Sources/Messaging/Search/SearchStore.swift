import Kernel
import Stems
import Storage

/// The index of messages: what they are looked for by follows what they say in the same transaction.
enum SearchStore {
    /// Puts a message in, or anew after a correction.
    static func put(_ body: String, seq: Int64, in chat: ID<Chat>, at posted: Moment, _ tx: Transaction) throws {
        let words = words(of: body, try AttachedStore.names(of: seq, in: chat, tx), in: chat)
        let known = try tx.rows("UPDATE message_search SET words = \(words) WHERE chat_id = \(chat) AND seq = \(seq) RETURNING id")
        guard known.isEmpty else { return }
        try add(words, seq: seq, in: chat, at: posted, tx)
    }

    /// Two messages of one millisecond stand in neighbouring places. What is there already stays as it is.
    static func add(_ words: String, seq: Int64, in chat: ID<Chat>, at posted: Moment, _ tx: Transaction) throws {
        var place = place(of: posted) + (chat.number &* 31 &+ seq) & 1023
        while try tx.rows(
            "INSERT INTO message_search (id, chat_id, seq, words) VALUES (\(place), \(chat), \(seq), \(words)) ON CONFLICT DO NOTHING RETURNING id"
        ).isEmpty {
            guard try tx.first("SELECT id FROM message_search WHERE chat_id = \(chat) AND seq = \(seq)") == nil else { return }
            place += 1
        }
    }

    /// A message is found by what it says and by the names of its files: «Смета_лагерь.xlsx» by «смета».
    static func words(of body: String, _ files: [String] = [], in chat: ID<Chat>) -> String {
        let names = files.map { $0.replacing(/[._-]/, with: " ") }
        return ([word(of: chat)] + Stems.of(body) + names.flatMap(Stems.of)).joined(separator: " ")
    }

    static func remove(_ seq: Int64, of chat: ID<Chat>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM message_search WHERE chat_id = \(chat) AND seq = \(seq)")
    }

    /// What the person has said is found no more, nor where others have passed it on. SQLite's index writes what it forgets beside what it
    /// knows until it is put together anew.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        let gone = try tx.rows(
            """
            DELETE FROM message_search WHERE EXISTS (SELECT m.seq FROM message m WHERE m.chat_id = message_search.chat_id AND m.seq = message_search.seq
                AND (m.author_id = \(person) OR m.words_of = \(person))) RETURNING id
            """)
        if tx.dialect == .sqlite, !gone.isEmpty { try tx.rows("INSERT INTO message_word (message_word) VALUES ('optimize')") }
    }

    /// The first place of a moment.
    static func place(of moment: Moment) -> Int64 { moment.milliseconds << 10 }
    /// A word that stands in no text.
    static func word(of chat: ID<Chat>) -> String { "c:\(chat.number)" }
}
