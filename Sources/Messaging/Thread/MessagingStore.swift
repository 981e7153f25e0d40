import Accounts
import Files
import Kernel
import Storage

/// The chats' SQL for those who read and write in them, in the words both databases know.
enum MessagingStore {
    // MARK: Chats

    static let chatColumns: SQL = """
        c.id AS chat_id, c.kind, \(title(besides: "me.person_id")), c.last_seq, c.last_change, c.last_at, c.posting, c.archived_at, c.owner_id, c.about,
        me.read_seq, me.manages, me.first_at, me.is_muted,
        (SELECT COUNT(*) FROM mention n WHERE n.person_id = me.person_id AND n.chat_id = c.id AND n.seq > me.read_seq) AS named
        """

    /// A chat of two is called after the other one.
    static func title(besides reader: SQL) -> SQL { "\(called(besides: reader)) AS title" }
    static func called(besides reader: SQL) -> SQL {
        """
        CASE c.kind WHEN 'direct' THEN COALESCE((SELECT op.family || ' ' || op.given || ' ' || op.patronymic FROM chat_member o JOIN person op ON op.id = o.person_id
            WHERE o.chat_id = c.id AND o.person_id <> \(reader) LIMIT 1), '') ELSE c.title END
        """
    }

    /// One statement for the whole list: the newest first, each with its last message.
    static func chats(seenBy viewer: Viewer, unreadOnly: Bool = false, limit: Int = 500, _ tx: Transaction) throws -> [ChatLine] {
        let lines = try tx.rows(
            """
            SELECT \(chatColumns), 0 AS members, m.seq, m.author_id, m.client_id, m.body, m.posted_at, m.removed_at, m.removed_by, a.role, a.verified,
                   p.family, p.given, p.patronymic, NULL AS previous_author, NULL AS previous_at, NULL AS reply_seq, NULL AS words_of, NULL AS edited_at,
                   NULL AS pinned_at, 0 AS change, COALESCE(m.has_parts, 0) AS has_parts, NULL AS announced_open, NULL AS poll_id, NULL AS caution
            FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer))
            LEFT JOIN message m ON m.chat_id = c.id AND m.seq = c.last_seq AND m.seq > me.since_seq
            LEFT JOIN chat_member a ON a.chat_id = m.chat_id AND a.person_id = m.author_id
            LEFT JOIN person p ON p.id = m.author_id
            WHERE (\(unreadOnly) = 0 OR c.last_seq > me.read_seq)
            ORDER BY CASE WHEN me.first_at IS NULL THEN 1 ELSE 0 END, c.last_at DESC, c.id DESC LIMIT \(limit)
            """
        ).map { ChatLine(chat: try chat($0), last: try $0.optional("seq", Row.int) == nil ? nil : try message($0)) }
        // A message without words is called by its files.
        let files = try AttachedStore.files(of: lines.compactMap(\.last).filter(\.body.isEmpty), tx)
        return files.isEmpty ? lines : lines.map { ChatLine(chat: $0.chat, last: $0.last?.with(files)) }
    }

    static func chat(_ id: ID<Chat>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Chat? {
        try tx.first(
            """
            SELECT \(chatColumns), (SELECT COUNT(*) FROM chat_member WHERE chat_id = c.id AND present = 1) AS members
            FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) WHERE c.id = \(id)
            """
        ).map(chat)
    }

    /// How many messages the viewer has not read, in all their chats.
    static func unread(of viewer: Viewer, _ tx: Transaction) throws -> Int {
        Int(
            try tx.one(
                """
                SELECT CAST(COALESCE(SUM(c.last_seq - me.read_seq), 0) AS BIGINT) AS unread
                FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer))
                """
            ).int("unread"))
    }

    // MARK: Messages

    static let messageColumns: SQL = """
        m.chat_id, m.seq, m.author_id, m.client_id, m.body, m.posted_at, m.edited_at, m.removed_at, m.removed_by, m.pinned_at, m.change, m.caution, m.has_parts,
        a.role, a.verified, p.family, p.given, p.patronymic, v.author_id AS previous_author, v.posted_at AS previous_at,
        q.seq AS reply_seq, q.body AS reply_body, qa.role AS reply_role, qp.family AS reply_family, qp.given AS reply_given, qp.patronymic AS reply_patronymic,
        CASE WHEN q.has_parts = 1 THEN (SELECT f.name FROM message_file h JOIN stored_file f ON f.id = h.file_id
            WHERE h.chat_id = q.chat_id AND h.seq = q.seq ORDER BY h.place LIMIT 1) END AS reply_file,
        m.words_of, w.family AS words_family, w.given AS words_given, w.patronymic AS words_patronymic,
        n.is_open AS announced_open, l.poll_id
        """
    /// `me` is whoever reads: what came before they joined is not shown to them. An answer says the beginning of what it answers again.
    static let messageJoins: SQL = """
        JOIN chat_member a ON a.chat_id = m.chat_id AND a.person_id = m.author_id JOIN person p ON p.id = m.author_id
        LEFT JOIN message v ON v.chat_id = m.chat_id AND v.seq = m.seq - 1 AND v.seq > me.since_seq
        LEFT JOIN message q ON q.chat_id = m.chat_id AND q.seq = m.reply_seq
        LEFT JOIN chat_member qa ON qa.chat_id = q.chat_id AND qa.person_id = q.author_id LEFT JOIN person qp ON qp.id = q.author_id
        LEFT JOIN person w ON w.id = m.words_of
        LEFT JOIN announcement n ON n.chat_id = m.chat_id AND n.seq = m.seq LEFT JOIN poll_place l ON l.chat_id = m.chat_id AND l.seq = m.seq
        """

    /// The messages of a span, as far as the viewer may see them. One more than asked for tells whether there are others.
    static func messages(of chat: ID<Chat>, _ span: Span, seenBy viewer: Viewer, _ tx: Transaction) throws -> Messages {
        let most = span.limit + 1
        switch span.place {
        case .around(let seq):
            let list = try messages(of: chat, where: "m.seq > \(seq - Int64(span.limit / 2))", seenBy: viewer, order: "ORDER BY m.seq LIMIT \(span.limit)", tx)
            return Messages(list: list, hasOlder: list.first?.previous != nil)
        case .after(let seq):
            let list = try messages(of: chat, where: "m.seq > \(seq)", seenBy: viewer, order: "ORDER BY m.seq LIMIT \(span.limit)", tx)
            return Messages(list: list, hasOlder: list.first?.previous != nil)
        case .newest, .before:
            let limit: SQL = if case .before(let seq) = span.place { "m.seq < \(seq)" } else { "1 = 1" }
            let list = try messages(of: chat, where: limit, seenBy: viewer, order: "ORDER BY m.seq DESC LIMIT \(most)", tx)
            return Messages(list: list.prefix(span.limit).reversed(), hasOlder: list.count == most)
        }
    }

    /// `since` is what the reader sees: since they joined. With a plus sign it is no bound of an index, so that another index is used.
    private static func messages(
        of chat: ID<Chat>, where condition: SQL, since: SQL = "m.seq > me.since_seq", seenBy viewer: Viewer, order: SQL, _ tx: Transaction
    ) throws -> [Message] {
        try tx.rows(
            """
            SELECT \(messageColumns) FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer))
            JOIN message m ON m.chat_id = c.id AND \(since) \(messageJoins)
            WHERE c.id = \(chat) AND \(condition) \(order)
            """
        ).map(message).withParts(of: chat, tx)
    }

    /// Messages up to `seq` that have changed after the page's count, in the order of their changes.
    static func changes(after change: Int64, upTo seq: Int64, in chat: ID<Chat>, seenBy viewer: Viewer, _ tx: Transaction) throws -> [Message] {
        try messages(
            of: chat, where: "m.change > 0 AND m.change > \(change) AND +m.seq <= \(seq)", since: "+m.seq > me.since_seq", seenBy: viewer,
            order: "ORDER BY m.change LIMIT \(Span.most)", tx)
    }

    static func message(_ seq: Int64, of chat: ID<Chat>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Message? {
        try messages(of: chat, where: "m.seq = \(seq)", seenBy: viewer, order: "LIMIT 1", tx).first
    }

    /// What stands at the head of the chat, the newest pin first.
    static func pinned(in chat: ID<Chat>, limit: Int, seenBy viewer: Viewer, _ tx: Transaction) throws -> [Message] {
        try messages(
            of: chat, where: "m.pinned_at IS NOT NULL", since: "+m.seq > me.since_seq", seenBy: viewer,
            order: "ORDER BY m.pinned_at DESC, m.seq DESC LIMIT \(limit)", tx)
    }

    /// A message as all readers see it: for the news of its change. Its author has seen what stands before it.
    static func message(_ seq: Int64, of chat: ID<Chat>, _ tx: Transaction) throws -> Message {
        let found = try tx.rows(
            """
            SELECT \(messageColumns) FROM message m JOIN chat_member me ON me.chat_id = m.chat_id AND me.person_id = m.author_id \(messageJoins)
            WHERE m.chat_id = \(chat) AND m.seq = \(seq)
            """
        ).map(message).withParts(of: chat, tx)
        guard let message = found.first else { throw Denial.notFound }
        return message
    }

    /// The messages the person keeps, the newest bookmark first, as far as they still see them.
    static func kept(by viewer: Viewer, limit: Int, _ tx: Transaction) throws -> [KeptMessage] {
        let kept = try tx.rows(
            """
            SELECT \(chatColumns), 0 AS members, \(messageColumns) FROM bookmark b JOIN chat c ON c.id = b.chat_id
            JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) JOIN message m ON m.chat_id = c.id AND m.seq = b.seq AND m.seq > me.since_seq
            \(messageJoins) WHERE b.person_id = \(viewer.person) AND b.school_id = \(viewer.school) ORDER BY b.at DESC, b.seq DESC LIMIT \(limit)
            """
        ).map { KeptMessage(chat: try chat($0), message: try message($0)) }
        return try kept.withFiles(tx)
    }
    static func isKept(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT seq FROM bookmark WHERE person_id = \(viewer.person) AND chat_id = \(chat) AND seq = \(seq)") != nil
    }

    /// What this author has already posted under this name.
    static func posted(_ clientID: Message.ClientID, in chat: PostableChat, _ tx: Transaction) throws -> Message? {
        try tx.first(
            """
            SELECT \(messageColumns) FROM message m JOIN chat_member me ON me.chat_id = m.chat_id AND me.person_id = m.author_id \(messageJoins)
            WHERE m.chat_id = \(chat.id) AND m.author_id = \(chat.author.id) AND m.client_id = \(clientID.text)
            """
        ).map { try [message($0)].withFiles(tx)[0] }
    }

    /// The author has read what they answer.
    static func append(_ words: Words, _ clientID: Message.ClientID, to chat: PostableChat, at now: Moment, _ tx: Transaction) throws -> Message {
        let seq = chat.lastSeq + 1, concerns = try words.concerns ?? WordRulesStore.rules(of: chat.school, tx).concerns(in: words.body.text)
        let caution = Message.Caution(concerns)
        try tx.rows("UPDATE chat SET last_seq = \(seq), last_at = \(now) WHERE id = \(chat.id)")
        try tx.rows(
            """
            INSERT INTO message (chat_id, seq, school_id, author_id, client_id, body, has_parts, reply_seq, words_of, caution, posted_at)
            VALUES (\(chat.id), \(seq), \(chat.school), \(chat.author.id), \(clientID.text), \(words.body.text), \(!words.files.isEmpty), \(words.replySeq),
                \(words.speaker), \(caution?.rawValue), \(now))
            """)
        try AttachedStore.attach(words.files, to: seq, in: chat.id, at: now, tx)
        try tx.rows("UPDATE chat_member SET read_seq = \(seq), posted_at = \(now) WHERE chat_id = \(chat.id) AND person_id = \(chat.author.id)")
        try SearchStore.add(SearchStore.words(of: words.body.text, words.files.map(\.file.name), in: chat.id), seq: seq, in: chat.id, at: now, tx)
        let mentions = try MentionStore.note(words.body, seq: seq, in: chat.id, tx)
        guard words.isPlain else { return try message(seq, of: chat.id, tx) }
        var message = Message(
            chat: chat.id, seq: seq, author: chat.author, clientID: clientID, body: words.body.text, postedAt: now, previous: chat.previous)
        message.mentions = mentions
        message.caution = caution
        return message
    }

    /// Moves what the viewer has read forward, never back and never past the last message. `false` if nothing moved.
    static func moveRead(in chat: ID<Chat>, to seq: Int64, by viewer: Viewer, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE chat_member
            SET read_seq = (SELECT CASE WHEN c.last_seq < \(seq) THEN c.last_seq ELSE \(seq) END FROM chat c WHERE c.id = chat_member.chat_id)
            WHERE chat_id = \(chat) AND person_id = \(viewer.person) AND school_id = \(viewer.school) AND side = \(viewer.side.rawValue) AND present = 1
            AND read_seq < \(seq) AND read_seq < (SELECT c.last_seq FROM chat c WHERE c.id = chat_member.chat_id) RETURNING chat_id
            """
        ).isEmpty
    }

    // MARK: Rows

    static func chat(_ row: Row) throws -> Chat {
        var chat = Chat(
            id: try row.id("chat_id"), kind: try kind(row), title: try row.text("title").trimmed, lastSeq: try row.int("last_seq"),
            lastAt: try row.moment("last_at"),
            readSeq: try row.int("read_seq"), members: Int(try row.int("members")))
        chat.lastChange = try row.int("last_change")
        chat.manages = try row.bool("manages")
        chat.isForManagersToPost = try row.text("posting") == "managers"
        chat.isArchived = try row.optional("archived_at", Row.moment) != nil
        chat.owner = try row.optionalID("owner_id")
        chat.about = try row.text("about")
        chat.isFirst = try row.optional("first_at", Row.moment) != nil
        chat.isMuted = try row.bool("is_muted")
        chat.isNamed = try row.int("named") > 0
        return chat
    }

    static func kind(_ row: Row) throws -> Chat.Kind { Chat.Kind(rawValue: try row.text("kind")) ?? .group }

    static func previous(_ row: Row) throws -> Message.Previous? {
        try row.optionalID("previous_author").map { Message.Previous(author: $0, postedAt: try row.moment("previous_at")) }
    }

    static func message(_ row: Row) throws -> Message {
        let author = Message.Author(
            id: try row.id("author_id"), name: try AccountsStore.name(row), role: Role(rawValue: try row.text("role")) ?? .pupil,
            isVerified: try row.optional("verified", Row.bool) ?? false)
        var message = Message(
            chat: try row.id("chat_id"), seq: try row.int("seq"), author: author, clientID: Message.ClientID(stored: try row.text("client_id")),
            body: try row.text("body"), postedAt: try row.moment("posted_at"), previous: try previous(row))
        message.reply = try quote(row)
        message.wordsOf = try row.optional("words_of", Row.int) == nil ? nil : name(row, "words").list
        message.editedAt = try row.optional("edited_at", Row.moment)
        if try row.optional("removed_at", Row.moment) != nil {
            message.removal = try row.optionalID("removed_by").map { $0 == author.id ? .byAuthor : .byManager } ?? .expired
        }
        message.isPinned = try row.optional("pinned_at", Row.moment) != nil
        message.change = try row.int("change")
        message.part = message.removal == nil ? try MessagePart(row) : nil
        message.caution = try row.optional("caution", Row.text).flatMap(Message.Caution.init)
        message.hasFiles = try row.bool("has_parts")
        return message
    }

    private static func quote(_ row: Row) throws -> Message.Quote? {
        guard let seq = try row.optional("reply_seq", Row.int) else { return nil }
        let role = Role(rawValue: try row.text("reply_role")) ?? .pupil
        let author = Message.Author(id: ID(0), name: try name(row, "reply"), role: role, isVerified: false)
        let body = try row.text("reply_body"), beginning = try body.isEmpty ? row.optional("reply_file", Row.text) ?? "" : body
        return Message.Quote(seq: seq, author: author.words, beginning: Message.beginning(of: beginning, Message.Quote.longest))
    }

    private static func name(_ row: Row, _ whose: String) throws -> PersonName {
        PersonName(family: try row.text(whose + "_family"), given: try row.text(whose + "_given"), patronymic: try row.text(whose + "_patronymic"))
    }
}

/// What is said in one message, before it has a place in the chat.
struct Words: Sendable {
    let body: Message.Body
    /// The message of the same chat it answers.
    let replySeq: Int64?
    /// Whose words they are, if they are passed on.
    let speaker: ID<Person>?
    /// What they give cause to say, if that was asked already.
    var concerns: [Concern]? = nil
    /// In their order.
    let files: [SendableFile]
    init(_ body: Message.Body, answering replySeq: Int64? = nil, of speaker: ID<Person>? = nil, with files: [SendableFile] = []) {
        self.files = files
        self.body = body
        self.replySeq = replySeq
        self.speaker = speaker
    }
    var isPlain: Bool { replySeq == nil && speaker == nil && files.isEmpty }
}

/// A message among a person's bookmarks.
struct KeptMessage: Hashable, Sendable {
    let chat: Chat
    let message: Message
}

extension Message {
    func with(_ files: [MessagePlace: [AttachedFile]]) -> Message {
        var message = self
        message.files = files[MessagePlace(chat: chat, seq: seq)] ?? []
        return message
    }
}

extension [KeptMessage] {
    func withFiles(_ tx: Transaction) throws -> [KeptMessage] {
        let files = try AttachedStore.files(of: map(\.message), tx)
        return files.isEmpty ? self : map { KeptMessage(chat: $0.chat, message: $0.message.with(files)) }
    }
}

extension [Message] {
    func withFiles(_ tx: Transaction) throws -> [Message] {
        let files = try AttachedStore.files(of: self, tx)
        return files.isEmpty ? self : map { $0.with(files) }
    }

    /// With what stands in rows of its own: signs, which only a changed message has, and who is named. A statement for each, where there are any.
    fileprivate func withParts(of chat: ID<Chat>, _ tx: Transaction) throws -> [Message] {
        let signs = try signs(of: chat, filter { $0.change > 0 && $0.removal == nil }.map(\.seq), tx)
        let mentions = try mentions(of: chat, filter { $0.body.contains("@") }.map(\.seq), tx), files = try AttachedStore.files(of: self, tx)
        guard !signs.isEmpty || !mentions.isEmpty || !files.isEmpty else { return self }
        return map { message in
            var message = message.with(files)
            let marked = signs[message.seq] ?? [:]
            message.signs = Sign.allCases.compactMap { sign in marked[sign].map { Message.Marked(sign: sign, people: $0) } }
            message.mentions = mentions[message.seq] ?? []
            return message
        }
    }

    private func signs(of chat: ID<Chat>, _ places: [Int64], _ tx: Transaction) throws -> [Int64: [Sign: [ID<Person>]]] {
        guard !places.isEmpty else { return [:] }
        var signs: [Int64: [Sign: [ID<Person>]]] = [:]
        let rows = try tx.rows(
            "SELECT seq, sign, person_id FROM message_sign WHERE chat_id = \(chat) AND seq IN \(list: places.map(Value.int)) ORDER BY at, person_id")
        for row in rows {
            guard let sign = Sign(rawValue: try row.text("sign")) else { continue }
            signs[try row.int("seq"), default: [:]][sign, default: []].append(try row.id("person_id"))
        }
        return signs
    }

    private func mentions(of chat: ID<Chat>, _ places: [Int64], _ tx: Transaction) throws -> [Int64: [Message.Mention]] {
        guard !places.isEmpty else { return [:] }
        let rows = try tx.rows(
            "SELECT seq, person_id, words FROM mention WHERE chat_id = \(chat) AND seq IN \(list: places.map(Value.int)) ORDER BY person_id")
        return try rows.reduce(into: [:]) { mentions, row in
            mentions[try row.int("seq"), default: []].append(Message.Mention(person: try row.id("person_id"), words: try row.text("words")))
        }
    }
}
