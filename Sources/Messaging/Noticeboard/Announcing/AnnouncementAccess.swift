import Accounts
import Kernel
import Storage

/// Announcements: who makes them, to whom they are addressed, who sees who has acknowledged them.
extension MessagingAccess {
    // MARK: Making

    /// Who manages the chat and may write in it. Not between two people: there everything is read.
    static func announceable(_ id: ID<Chat>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> AnnounceableChat {
        let postable = try postable(id, by: viewer, at: now, in: tx)
        guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx), mayAnnounce(in: chat) else { throw Denial.forbidden(.onlyManagersAnnounce) }
        return AnnounceableChat(chat: postable)
    }
    static func mayAnnounce(in chat: Chat) -> Bool { chat.mayPost && chat.manages && chat.kind != .direct }

    /// An answer in the chat itself: not to an announcement that is not open for talk, unless by its author.
    static func allowsTalk(about seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT a.seq FROM announcement a JOIN message m ON m.chat_id = a.chat_id AND m.seq = a.seq
            WHERE a.chat_id = \(chat) AND a.seq = \(seq) AND a.is_open = 0 AND m.author_id <> \(viewer.person)
            """) == nil
    }

    // MARK: To whom it is addressed

    /// A condition on a member `who` of chat `c`, for announcement `a` with message `m`: in a class's and a course's chat the pupils are
    /// asked, in the families' chat the families, elsewhere everyone but the author, as far as they see the message.
    static func isAddressed(_ who: SQL) -> SQL {
        """
        \(who).chat_id = a.chat_id AND \(who).present = 1 AND \(who).since_seq < a.seq AND \(who).person_id <> m.author_id
        AND (c.kind NOT IN ('class', 'course', 'family') OR \(who).side = CASE c.kind WHEN 'family' THEN 'family' ELSE 'pupil' END)
        """
    }
    /// A condition on a guardian's row `g`: through this child the member `who` belongs to the chat `c`.
    static func isChild(_ g: SQL, of who: SQL) -> SQL {
        """
        \(who).side = 'family' AND \(g).guardian_id = \(who).person_id AND \(g).school_id = \(who).school_id
        AND EXISTS (SELECT e.id FROM enrolment e WHERE e.pupil_id = \(g).pupil_id AND e.until IS NULL AND (c.class_id IS NULL OR e.class_id = c.class_id))
        """
    }
    /// A condition on a member `who`: for each of their children somebody has acknowledged announcement `a`.
    static func isCoveredByFamily(_ who: SQL) -> SQL {
        """
        EXISTS (SELECT g.pupil_id FROM guardian g WHERE \(isChild("g", of: who)))
        AND NOT EXISTS (SELECT g.pupil_id FROM guardian g WHERE \(isChild("g", of: who))
            AND NOT EXISTS (SELECT o.guardian_id FROM guardian o JOIN announcement_receipt r2 ON r2.person_id = o.guardian_id
                AND r2.chat_id = a.chat_id AND r2.seq = a.seq WHERE o.pupil_id = g.pupil_id AND o.school_id = g.school_id))
        """
    }

    // MARK: What is done with one

    /// Acknowledging: who is asked.
    static func acknowledgeable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> AskedReader {
        let seen = try seen(seq, in: chat, by: viewer, in: tx)
        let row = try tx.first(
            """
            SELECT a.seq, CASE WHEN \(isAddressed("me")) THEN 1 ELSE 0 END AS is_asked FROM announcement a JOIN message m ON m.chat_id = a.chat_id AND m.seq = a.seq
            JOIN chat c ON c.id = a.chat_id JOIN chat_member me ON \(Self.seen(by: viewer)) WHERE a.chat_id = \(chat) AND a.seq = \(seq)
            """)
        guard let row else { throw Denial.notFound }
        guard try row.bool("is_asked") else { throw Denial.forbidden(.notAddressed) }
        return AskedReader(chat: seen.chat, seq: seen.seq, person: seen.person, school: seen.school)
    }

    /// Seeing who has acknowledged it, and reminding the others: its author, and who manages the chat.
    static func overseen(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> OverseenAnnouncement {
        let row = try tx.first(
            """
            SELECT a.seq, a.reminded_at, m.author_id, me.manages FROM chat c JOIN chat_member me ON \(seen(by: viewer))
            JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq AND m.removed_at IS NULL JOIN announcement a ON a.chat_id = c.id AND a.seq = m.seq
            WHERE c.id = \(chat) AND m.seq = \(seq)
            """)
        guard let row else { throw Denial.notFound }
        let author: ID<Person> = try row.id("author_id")
        guard try row.bool("manages") || author == viewer.person else { throw Denial.forbidden(.onlyManagersSeeReceipts) }
        return OverseenAnnouncement(chat: chat, seq: seq, author: author, remindedAt: try row.optional("reminded_at", Row.moment))
    }

    /// An exchange about an announcement: between its author and one who reads it, and nobody else. `reader` is the one who is not
    /// the author; the chat goes on, and its row is locked.
    static func exchange(about seq: Int64, in chat: ID<Chat>, with reader: ID<Person>, by viewer: Viewer, in tx: Transaction) throws -> OpenExchange {
        let held = try signable(seq, in: chat, by: viewer, in: tx)
        return OpenExchange(try exchange(held.author, seq, chat, reader, viewer, tx))
    }
    /// The same for reading it.
    static func exchangeRead(about seq: Int64, in chat: ID<Chat>, with reader: ID<Person>, by viewer: Viewer, in tx: Transaction) throws -> SeenExchange {
        guard let message = try MessagingStore.message(seq, of: chat, seenBy: viewer, tx) else { throw Denial.notFound }
        return try exchange(message.author.id, seq, chat, reader, viewer, tx)
    }
    private static func exchange(
        _ author: ID<Person>, _ seq: Int64, _ chat: ID<Chat>, _ reader: ID<Person>, _ viewer: Viewer, _ tx: Transaction
    ) throws -> SeenExchange {
        let row = try tx.first(
            """
            SELECT a.seq FROM announcement a JOIN message m ON m.chat_id = a.chat_id AND m.seq = a.seq JOIN chat_member x ON x.chat_id = a.chat_id
            WHERE a.chat_id = \(chat) AND a.seq = \(seq) AND x.person_id = \(reader) AND x.present = 1 AND x.since_seq < a.seq AND m.removed_at IS NULL
            """)
        guard row != nil, reader != author, viewer.person == author || viewer.person == reader else { throw Denial.notFound }
        return SeenExchange(chat: chat, seq: seq, author: author, reader: reader, viewer: viewer)
    }

    /// Opening it for talk, and closing: its author.
    static func openable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> HeldMessage {
        let held = try signable(seq, in: chat, by: viewer, in: tx)
        guard try tx.first("SELECT seq FROM announcement WHERE chat_id = \(chat) AND seq = \(seq)") != nil else { throw Denial.notFound }
        guard held.author == viewer.person else { throw Denial.forbidden(.notYourMessage) }
        return held
    }
}

/// Proof that `MessagingAccess` let this author make announcements in this chat, whose row is locked.
struct AnnounceableChat: Sendable {
    let chat: PostableChat
    fileprivate init(chat: PostableChat) { self.chat = chat }
}

/// Proof that the announcement asks this person.
struct AskedReader: Sendable {
    let chat: ID<Chat>
    let seq: Int64
    let person: ID<Person>
    let school: ID<School>
    fileprivate init(chat: ID<Chat>, seq: Int64, person: ID<Person>, school: ID<School>) {
        self.chat = chat
        self.seq = seq
        self.person = person
        self.school = school
    }
}

/// Proof that the viewer may know who has acknowledged this announcement.
struct OverseenAnnouncement: Sendable {
    let chat: ID<Chat>
    let seq: Int64
    let author: ID<Person>
    let remindedAt: Moment?
    fileprivate init(chat: ID<Chat>, seq: Int64, author: ID<Person>, remindedAt: Moment?) {
        self.chat = chat
        self.seq = seq
        self.author = author
        self.remindedAt = remindedAt
    }
}

/// Proof that the viewer is one of the two of this exchange.
struct SeenExchange: Sendable {
    let chat: ID<Chat>
    let seq: Int64
    let author: ID<Person>
    let reader: ID<Person>
    let viewer: Viewer
    fileprivate init(chat: ID<Chat>, seq: Int64, author: ID<Person>, reader: ID<Person>, viewer: Viewer) {
        self.chat = chat
        self.seq = seq
        self.author = author
        self.reader = reader
        self.viewer = viewer
    }
}

/// Proof that the viewer may write in it as well.
struct OpenExchange: Sendable {
    let exchange: SeenExchange
    fileprivate init(_ exchange: SeenExchange) { self.exchange = exchange }
}
