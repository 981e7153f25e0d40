import Accounts
import Files
import Kernel
import Storage

/// The SQL of files in messages. Each row here is one hold on a file (`FilesStore.hold`): what goes in holds it, what goes lets it go.
enum AttachedStore {
    // MARK: Into messages and out of them

    /// The message's row says `has_parts` already.
    static func attach(_ files: [SendableFile], to seq: Int64, in chat: ID<Chat>, at now: Moment, _ tx: Transaction) throws {
        for (index, file) in files.enumerated() {
            try tx.rows("INSERT INTO message_file (chat_id, seq, place, file_id) VALUES (\(chat), \(seq), \(index + 1), \(file.file.id))")
            try FilesStore.hold(file, at: now, tx)
        }
    }

    /// The message's words are gone or blotted out: its files go too.
    static func drop(of seq: Int64, in chat: ID<Chat>, at now: Moment, _ tx: Transaction) throws {
        let gone = try tx.rows("DELETE FROM message_file WHERE chat_id = \(chat) AND seq = \(seq) RETURNING file_id")
        guard !gone.isEmpty else { return }
        try tx.rows("UPDATE message SET has_parts = 0 WHERE chat_id = \(chat) AND seq = \(seq)")
        for row in gone { try FilesStore.release(row.id("file_id"), at: now, tx) }
    }

    /// What the person has sent, and what others have passed on of it; their words are blotted out already.
    static func erase(_ person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        let places = try tx.rows("SELECT chat_id, seq FROM message WHERE has_parts = 1 AND (author_id = \(person) OR words_of = \(person))")
        for place in places { try drop(of: place.int("seq"), in: place.id("chat_id"), at: now, tx) }
        for unsent in try unsent(of: person, tx) { try drop(of: unsent, at: now, tx) }
    }

    static func ids(of seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> [ID<StoredFile>] {
        try tx.rows("SELECT file_id FROM message_file WHERE chat_id = \(chat) AND seq = \(seq) ORDER BY place").map { try $0.id("file_id") }
    }
    /// For the index: what a message with files is looked for by besides its words.
    static func names(of seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> [String] {
        try FilesStore.referred(ids(of: seq, in: chat, tx), tx).map(\.name)
    }

    // MARK: Reading

    /// The files of messages the reader sees, by chat and number: two statements, and none where no message has any.
    static func files(of messages: [Message], _ tx: Transaction) throws -> [MessagePlace: [AttachedFile]] {
        let having = messages.filter { $0.hasFiles && $0.removal == nil }
        guard !having.isEmpty else { return [:] }
        let rows = try tx.rows(
            """
            SELECT chat_id, seq, place, file_id FROM message_file
            WHERE chat_id IN \(list: Set(having.map(\.chat))) AND seq IN \(list: Set(having.map(\.seq)).map(Value.int)) ORDER BY chat_id, seq, place
            """)
        let files = try known(rows, tx)
        return try rows.reduce(into: [:]) { found, row in
            guard let file = files[try row.id("file_id")] else { return }
            found[MessagePlace(chat: try row.id("chat_id"), seq: try row.int("seq")), default: []].append(
                AttachedFile(place: Int(try row.int("place")), file: file))
        }
    }

    static func known(_ rows: [Row], _ tx: Transaction) throws -> [ID<StoredFile>: StoredFile] {
        let ids: Set<ID<StoredFile>> = Set(try rows.map { try $0.id("file_id") })
        return Dictionary(try FilesStore.referred(Array(ids), tx).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The files of a chat as far as the viewer sees their messages, the newest first, from before a place; one more than asked for tells
    /// whether there are others.
    static func shelf(_ shelf: AttachedFile.Shelf, of chat: ID<Chat>, before place: ShelfPlace?, limit: Int, seenBy viewer: Viewer, _ tx: Transaction) throws
        -> [ShelvedFile]
    {
        let (seq, number) = (place?.seq ?? .max, Int64(place?.place ?? 0))
        let rows = try tx.rows(
            """
            SELECT h.seq, h.place, h.file_id, m.posted_at, p.family, p.given, p.patronymic FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer))
            JOIN message_file h ON h.chat_id = c.id AND h.seq > me.since_seq JOIN message m ON m.chat_id = h.chat_id AND m.seq = h.seq AND m.removed_at IS NULL
            JOIN stored_file f ON f.id = h.file_id AND f.state = 'ready' AND f.kind IN \(list: shelf.kinds.map { Value.text($0.rawValue) })
            JOIN person p ON p.id = m.author_id
            WHERE c.id = \(chat) AND (h.seq < \(seq) OR h.seq = \(seq) AND h.place > \(number)) ORDER BY h.seq DESC, h.place LIMIT \(limit + 1)
            """)
        let files = try known(rows, tx)
        return try rows.compactMap { row in
            guard let file = files[try row.id("file_id")] else { return nil }
            return ShelvedFile(
                seq: try row.int("seq"), attached: AttachedFile(place: Int(try row.int("place")), file: file), author: try AccountsStore.name(row),
                postedAt: try row.moment("posted_at"))
        }
    }

    // MARK: A file has been looked into

    /// Every message that shows it stands otherwise now: open pages are told.
    static func renew(_ file: ID<StoredFile>, _ tx: Transaction) throws {
        let places = try tx.rows(
            """
            SELECT h.chat_id, h.seq, c.kind, s.zone FROM message_file h JOIN chat c ON c.id = h.chat_id JOIN school s ON s.id = c.school_id
            WHERE h.file_id = \(file) ORDER BY h.chat_id, h.seq
            """)
        for place in places {
            let changed = try MessageChangeStore.changed(
                place.int("seq"), in: place.id("chat_id"), kind: MessagingStore.kind(place), zone: place.zone("zone"), tx)
            tx.emit(.changed(changed))
        }
    }
}

/// Where a message stands.
struct MessagePlace: Hashable, Sendable {
    let chat: ID<Chat>
    let seq: Int64
}

/// Where a page of a chat's files ended.
struct ShelfPlace: Hashable, Sendable {
    let seq: Int64
    let place: Int
}
