import Accounts
import Kernel
import Storage

/// The SQL of announcements. Writing takes a proof that `MessagingAccess` gave.
enum AnnouncementStore {
    /// So many announcements of a page are counted for those who oversee them; older ones are counted on their own page.
    static let mostCounted = 10
    /// What is older than so many seconds is no task any more.
    static let taskFor = 90 * 86_400

    // MARK: Writing

    static func note(_ seq: Int64, isOpen: Bool, in place: AnnounceableChat, _ tx: Transaction) throws {
        try tx.rows(
            "INSERT INTO announcement (chat_id, seq, school_id, is_open) VALUES (\(place.chat.id), \(seq), \(place.chat.school), \(isOpen))")
    }

    /// `false` if they had before.
    static func acknowledge(_ reader: AskedReader, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            INSERT INTO announcement_receipt (chat_id, seq, person_id, school_id, at)
            VALUES (\(reader.chat), \(reader.seq), \(reader.person), \(reader.school), \(now)) ON CONFLICT (chat_id, seq, person_id) DO NOTHING RETURNING seq
            """
        ).isEmpty
    }

    static func noteReminder(_ announcement: OverseenAnnouncement, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE announcement SET reminded_at = \(now) WHERE chat_id = \(announcement.chat) AND seq = \(announcement.seq)")
    }

    static func setOpen(_ held: HeldMessage, _ isOpen: Bool, _ tx: Transaction) throws {
        try tx.rows("UPDATE announcement SET is_open = \(isOpen) WHERE chat_id = \(held.chat) AND seq = \(held.seq)")
    }

    // MARK: One reader's view

    /// Announcements among these messages, as the viewer has them.
    static func announcements(_ places: [Int64], of chat: ID<Chat>, seenBy viewer: Viewer, _ tx: Transaction) throws -> [Announcement] {
        guard !places.isEmpty else { return [] }
        let found = try tx.rows(
            """
            SELECT a.seq, a.is_open, a.reminded_at, m.author_id, me.manages, r.at, CASE WHEN \(MessagingAccess.isAddressed("me")) THEN 1 ELSE 0 END AS is_asked,
                CASE WHEN \(MessagingAccess.isCoveredByFamily("me")) THEN 1 ELSE 0 END AS is_covered
            FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq
            JOIN announcement a ON a.chat_id = c.id AND a.seq = m.seq
            LEFT JOIN announcement_receipt r ON r.chat_id = a.chat_id AND r.seq = a.seq AND r.person_id = me.person_id
            WHERE c.id = \(chat) AND m.removed_at IS NULL AND m.seq IN \(list: places.map(Value.int)) ORDER BY a.seq DESC
            """
        ).map { try announcement($0, of: chat, for: viewer) }
        return try found.enumerated().map { place, one in
            var one = one
            if one.isOverseen && place < mostCounted { one.tallies = try tallies(of: one.seq, in: chat, tx) }
            if one.author == viewer.person { one.exchanges = try exchangeCount(of: one.seq, in: chat, tx) }
            return one
        }
    }

    private static func announcement(_ row: Row, of chat: ID<Chat>, for viewer: Viewer) throws -> Announcement {
        let author: ID<Person> = try row.id("author_id")
        let standing: Announcement.Standing =
            if let at = try row.optional("at", Row.moment) { .acknowledged(at) } else if !(try row.bool("is_asked")) {
                .notAsked
            } else if try row.bool(
                "is_covered")
            { .byFamily } else { .waits }
        return Announcement(
            chat: chat, seq: try row.int("seq"), author: author, isOpen: try row.bool("is_open"), remindedAt: try row.optional("reminded_at", Row.moment),
            standing: standing, isOverseen: try author == viewer.person || row.bool("manages"))
    }

    private static let addressees: SQL = """
        FROM announcement a JOIN message m ON m.chat_id = a.chat_id AND m.seq = a.seq JOIN chat c ON c.id = a.chat_id
        JOIN chat_member x ON \(MessagingAccess.isAddressed("x")) LEFT JOIN guardian g ON \(MessagingAccess.isChild("g", of: "x"))
        LEFT JOIN announcement_receipt r ON r.chat_id = a.chat_id AND r.seq = a.seq AND r.person_id = x.person_id
        """

    /// One parent is enough for a family: a family is a pupil whose guardian is in the chat.
    static func tallies(of seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> [Announcement.Tally] {
        try tx.rows(
            """
            SELECT u.side, COUNT(*) AS all_of_them, CAST(SUM(u.is_done) AS BIGINT) AS done FROM (
                SELECT x.side, COALESCE(g.pupil_id, x.person_id) AS unit, MAX(CASE WHEN r.at IS NULL THEN 0 ELSE 1 END) AS is_done
                \(addressees) WHERE a.chat_id = \(chat) AND a.seq = \(seq) GROUP BY x.side, COALESCE(g.pupil_id, x.person_id)) u
            GROUP BY u.side ORDER BY u.side
            """
        ).compactMap { row in
            guard let side = Side(rawValue: try row.text("side")) else { return nil }
            return Announcement.Tally(side: side, done: Int(try row.int("done")), all: Int(try row.int("all_of_them")))
        }
    }

    /// Everyone it is addressed to, those who have not acknowledged it first.
    static func addressees(of announcement: OverseenAnnouncement, _ tx: Transaction) throws -> [Addressee] {
        try tx.rows(
            """
            SELECT u.side, u.at, p.family, p.given, p.patronymic FROM (
                SELECT x.side, COALESCE(g.pupil_id, x.person_id) AS unit, MIN(r.at) AS at \(addressees)
                WHERE a.chat_id = \(announcement.chat) AND a.seq = \(announcement.seq) GROUP BY x.side, COALESCE(g.pupil_id, x.person_id)) u
            JOIN person p ON p.id = u.unit ORDER BY CASE WHEN u.at IS NULL THEN 0 ELSE 1 END, u.side, p.name_key, p.id
            """
        ).compactMap { row in
            guard let side = Side(rawValue: try row.text("side")) else { return nil }
            return Addressee(side: side, name: try AccountsStore.name(row), acknowledgedAt: try row.optional("at", Row.moment))
        }
    }

    /// Whom a reminder reaches: who has not acknowledged it, and whose family has not.
    static func waiting(for announcement: OverseenAnnouncement, _ tx: Transaction) throws -> [ID<Person>] {
        try tx.rows(
            """
            SELECT x.person_id FROM announcement a JOIN message m ON m.chat_id = a.chat_id AND m.seq = a.seq JOIN chat c ON c.id = a.chat_id
            JOIN chat_member x ON \(MessagingAccess.isAddressed("x"))
            LEFT JOIN announcement_receipt r ON r.chat_id = a.chat_id AND r.seq = a.seq AND r.person_id = x.person_id
            WHERE a.chat_id = \(announcement.chat) AND a.seq = \(announcement.seq) AND r.at IS NULL AND NOT (\(MessagingAccess.isCoveredByFamily("x")))
            ORDER BY x.person_id
            """
        ).map { try $0.id("person_id") }
    }

    /// What the viewer has not acknowledged, the newest first.
    static func waiting(for viewer: Viewer, at now: Moment, limit: Int = 20, _ tx: Transaction) throws -> [WaitingAnnouncement] {
        let places = try tx.rows(
            """
            SELECT c.id, a.seq, a.reminded_at FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer))
            JOIN announcement a ON a.chat_id = c.id JOIN message m ON m.chat_id = a.chat_id AND m.seq = a.seq
            LEFT JOIN announcement_receipt r ON r.chat_id = a.chat_id AND r.seq = a.seq AND r.person_id = me.person_id
            WHERE c.archived_at IS NULL AND m.removed_at IS NULL AND m.posted_at > \(now - taskFor) AND r.at IS NULL AND \(MessagingAccess.isAddressed("me"))
            AND NOT (\(MessagingAccess.isCoveredByFamily("me"))) ORDER BY m.posted_at DESC, a.seq DESC LIMIT \(limit)
            """)
        return try places.compactMap { row in
            let id: ID<Chat> = try row.id("id")
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx),
                let message = try MessagingStore.message(row.int("seq"), of: id, seenBy: viewer, tx)
            else { return nil }
            return WaitingAnnouncement(chat: chat, message: message, isReminded: try row.optional("reminded_at", Row.moment) != nil)
        }
    }

    /// Who oversees the chat's announcements and hears how many have acknowledged them.
    static func overseers(of chat: ID<Chat>, _ tx: Transaction) throws -> [ID<Person>] {
        try tx.rows("SELECT person_id FROM chat_member WHERE chat_id = \(chat) AND present = 1 AND manages = 1").map { try $0.id("person_id") }
    }

    static func author(of seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> ID<Person> {
        try tx.one("SELECT author_id FROM message WHERE chat_id = \(chat) AND seq = \(seq)").id("author_id")
    }
}
