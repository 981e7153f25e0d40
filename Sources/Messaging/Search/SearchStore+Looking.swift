import Kernel
import Storage

extension SearchStore {
    /// What the viewer sees of what they look for. The chats' words only make it quick; whether it is seen is asked of `MessagingAccess`.
    /// `reach`: so many of the newest messages are looked through where the index knows no order.
    static func find(_ search: Search, seenBy viewer: Viewer, reach: Int = 6_000, _ tx: Transaction) throws -> Found {
        let chats = try MessagingAccess.chats(of: viewer, in: tx).filter { search.chat == nil || search.chat == $0 }
        guard !search.stems.isEmpty, !chats.isEmpty else { return Found(list: [], hasMore: false) }
        var hits: [FoundMessage] = []
        for way in try ways(SoughtPlaces(search, in: chats, viewer.zone), reach, tx) where hits.count <= Search.page {
            hits = try seen(search, at: way, by: viewer, tx)
        }
        let files = try AttachedStore.files(of: hits.map(\.message), tx)
        let list = hits.map { FoundMessage(chat: $0.chat, message: $0.message.with(files), place: $0.place) }
        return Found(list: Array(list.prefix(Search.page)), hasMore: list.count > Search.page)
    }

    private static func seen(_ search: Search, at hits: SQL, by viewer: Viewer, _ tx: Transaction) throws -> [FoundMessage] {
        try tx.rows(
            """
            SELECT hit.id AS place, \(MessagingStore.chatColumns), 0 AS members, \(MessagingStore.messageColumns)
            FROM \(hits) hit
            CROSS JOIN message m CROSS JOIN chat c CROSS JOIN chat_member me \(MessagingStore.messageJoins)
            WHERE m.chat_id = hit.chat_id AND m.seq = hit.seq AND c.id = m.chat_id AND \(MessagingAccess.seen(by: viewer)) AND m.seq > me.since_seq
            AND m.removed_at IS NULL AND (CAST(\(search.author) AS BIGINT) IS NULL OR m.author_id = \(search.author))
            ORDER BY hit.id DESC LIMIT \(Search.page + 1)
            """
        ).map { FoundMessage(chat: try MessagingStore.chat($0), message: try MessagingStore.message($0), place: try $0.int("place")) }
    }

    /// How the index is asked for the places that hold all the words, one way after the other until a page is full.
    private static func ways(_ sought: SoughtPlaces, _ reach: Int, _ tx: Transaction) throws -> [SQL] {
        switch tx.dialect {
        case .sqlite: [walked(sought, try beginning(sought, tx))]
        case .postgres: [newest(sought, max(50, reach / sought.chats.count)), gathered(sought)]
        }
    }

    // MARK: SQLite

    /// SQLite goes along its index from the newest place and stops where the page is full.
    private static func walked(_ sought: SoughtPlaces, _ beginning: String?) -> SQL {
        """
        (SELECT f.rowid AS id, h.chat_id, h.seq FROM message_word f CROSS JOIN message_search h ON h.id = f.rowid
        WHERE f.message_word MATCH \(sought.match(beginning)) AND f.rowid >= \(sought.from) AND f.rowid < \(sought.end))
        """
    }

    /// The words that begin so, as a choice of whole words: for a beginning SQLite reads all places of each of them before it gives the
    /// newest, a hundred thousand for a word like «урок». Where very many words begin so, each is rare, and the beginning stays one.
    private static func beginning(_ sought: SoughtPlaces, _ tx: Transaction) throws -> String? {
        guard let last = sought.beginning else { return nil }
        let most = 64, end = last + "\u{10FFFF}"
        let words = try tx.rows(
            """
            WITH RECURSIVE known (word) AS (
                SELECT (SELECT term FROM message_term WHERE term >= \(last) AND term < \(end) ORDER BY term LIMIT 1)
                UNION ALL
                SELECT (SELECT term FROM message_term WHERE term >= known.word || char(1) AND term < \(end) ORDER BY term LIMIT 1)
                FROM known WHERE known.word IS NOT NULL LIMIT \(most + 1)
            ) SELECT word FROM known WHERE word IS NOT NULL
            """
        ).map { "\"\(try $0.text("word"))\"" }
        return words.isEmpty || words.count > most ? "\"\(last)\" *" : "(" + words.joined(separator: " OR ") + ")"
    }

    // MARK: PostgreSQL

    /// PostgreSQL's index knows no order: for a common word it gathers all its places. So the newest messages of each chat are looked
    /// through first, as far back as all of them reach; what is found there is the newest of all.
    private static func newest(_ sought: SoughtPlaces, _ each: Int) -> SQL {
        """
        (WITH near AS MATERIALIZED (SELECT one.* FROM (SELECT id FROM chat WHERE id IN \(list: sought.chats)) mine CROSS JOIN LATERAL
            (SELECT id, chat_id, seq, lexemes @@ CAST(\(sought.words) AS TSQUERY) AS is_hit, ROW_NUMBER() OVER (ORDER BY id DESC) AS back
            FROM message_search WHERE chat_id = mine.id AND id >= \(sought.from) AND id < \(sought.end) ORDER BY id DESC LIMIT \(each)) one)
        SELECT id, chat_id, seq FROM near WHERE is_hit AND id >= (SELECT COALESCE(MAX(id), 0) FROM near WHERE back = \(each))
        ORDER BY id DESC LIMIT \(2 * Search.page))
        """
    }

    /// The time is looked at afterwards: with an index of its own PostgreSQL would gather all of it first.
    private static func gathered(_ sought: SoughtPlaces) -> SQL {
        """
        (WITH found AS MATERIALIZED (SELECT id, chat_id, seq FROM message_search WHERE lexemes @@ CAST(\(sought.query) AS TSQUERY))
        SELECT id, chat_id, seq FROM found WHERE id >= \(sought.from) AND id < \(sought.end))
        """
    }
}

/// Which places of the index are looked for: those of some chats, in some time, with some words.
private struct SoughtPlaces {
    let chats: [ID<Chat>]
    /// The first place, and the one after the last.
    let from, end: Int64
    /// Stems are letters and digits, so that quoting them is enough.
    private let whole: [String]
    let beginning: String?

    init(_ search: Search, in chats: [ID<Chat>], _ zone: Zone) {
        self.chats = chats
        from = search.from.map { SearchStore.place(of: zone.moment($0, minute: 0)) } ?? 0
        let until = search.until.map { SearchStore.place(of: zone.moment($0 + 1, minute: 0)) } ?? .max
        end = min(until, search.before ?? .max)
        whole = search.lastIsBeginning ? search.stems.dropLast() : search.stems
        beginning = search.lastIsBeginning ? search.stems.last : nil
    }

    /// In SQLite's words; how the beginning is looked for is given.
    func match(_ beginning: String?) -> String {
        let places = chats.map { "\"\(SearchStore.word(of: $0))\"" }.joined(separator: " OR ")
        return (["(\(places))"] + whole.map { "\"\($0)\"" } + (beginning.map { [$0] } ?? [])).joined(separator: " AND ")
    }

    /// In PostgreSQL's words: all that stands in the text.
    var words: String { (whole.map { "'\($0)'" } + (beginning.map { ["'\($0)':*"] } ?? [])).joined(separator: " & ") }
    /// The same with the chats.
    var query: String { "(" + chats.map { "'\(SearchStore.word(of: $0))'" }.joined(separator: " | ") + ") & " + words }
}
