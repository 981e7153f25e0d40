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
    private static func word(of chat: ID<Chat>) -> String { "c:\(chat.number)" }

    // MARK: Looking

    /// What the viewer sees of what they look for. The chats' words only make it quick; whether it is seen is asked of `MessagingAccess`.
    static func find(_ search: Search, seenBy viewer: Viewer, _ tx: Transaction) throws -> Found {
        let chats = try MessagingAccess.chats(of: viewer, in: tx).filter { search.chat == nil || search.chat == $0 }
        guard !search.stems.isEmpty, !chats.isEmpty else { return Found(list: [], hasMore: false) }
        let hits = try tx.rows(
            """
            SELECT hit.id AS place, \(MessagingStore.chatColumns), 0 AS members, \(MessagingStore.messageColumns)
            FROM \(hits(search, in: chats, viewer.zone, tx.dialect)) hit
            CROSS JOIN message m CROSS JOIN chat c CROSS JOIN chat_member me \(MessagingStore.messageJoins)
            WHERE m.chat_id = hit.chat_id AND m.seq = hit.seq AND c.id = m.chat_id AND \(MessagingAccess.seen(by: viewer)) AND m.seq > me.since_seq
            AND m.removed_at IS NULL AND (CAST(\(search.author) AS BIGINT) IS NULL OR m.author_id = \(search.author))
            ORDER BY hit.id DESC LIMIT \(Search.page + 1)
            """
        ).map { FoundMessage(chat: try MessagingStore.chat($0), message: try MessagingStore.message($0), place: try $0.int("place")) }
        let files = try AttachedStore.files(of: hits.map(\.message), tx)
        let list = hits.map { FoundMessage(chat: $0.chat, message: $0.message.with(files), place: $0.place) }
        return Found(list: Array(list.prefix(Search.page)), hasMore: list.count > Search.page)
    }

    /// The places of the index that hold all the words, in the one way each database knows.
    private static func hits(_ search: Search, in chats: [ID<Chat>], _ zone: Zone, _ dialect: Dialect) -> SQL {
        let from = search.from.map { place(of: zone.moment($0, minute: 0)) } ?? 0
        let until = search.until.map { place(of: zone.moment($0 + 1, minute: 0)) } ?? .max, end = min(until, search.before ?? .max)
        let wanted = wanted(search, in: chats, dialect)
        return switch dialect {
        case .sqlite:
            """
            (SELECT f.rowid AS id, h.chat_id, h.seq FROM message_word f CROSS JOIN message_search h ON h.id = f.rowid
            WHERE f.message_word MATCH \(wanted) AND f.rowid >= \(from) AND f.rowid < \(end))
            """
        case .postgres:
            """
            (WITH found AS MATERIALIZED (SELECT id, chat_id, seq FROM message_search
            WHERE lexemes @@ CAST(\(wanted) AS TSQUERY) AND id >= \(from) AND id < \(end)) SELECT id, chat_id, seq FROM found)
            """
        }
    }

    /// Stems are letters and digits, so that quoting them is enough.
    private static func wanted(_ search: Search, in chats: [ID<Chat>], _ dialect: Dialect) -> String {
        let (quote, and, or, going) = dialect == .sqlite ? ("\"", " AND ", " OR ", " *") : ("'", " & ", " | ", ":*")
        var words = search.stems.map { quote + $0 + quote }
        if search.lastIsBeginning, let last = words.popLast() { words.append(last + going) }
        return (["(" + chats.map { quote + word(of: $0) + quote }.joined(separator: or) + ")"] + words).joined(separator: and)
    }
}
