import Accounts
import Kernel
import Storage

/// Who may see, hear and do what in chats — the only file that answers that.
enum MessagingAccess {
    /// Reading: joins the viewer's own membership, as `me`, to a chat `c`. It holds for present members whose present hat has the
    /// membership's school and side: a teacher who is also a parent reads the staff room as a teacher, the families' chat as a
    /// parent (REQUIREMENTS C24: outsiders do not get in).
    static func seen(by viewer: Viewer) -> SQL {
        """
        me.chat_id = c.id AND me.person_id = \(viewer.person) AND me.school_id = \(viewer.school) AND me.side = \(viewer.side.rawValue)
        AND me.present = 1 AND c.school_id = me.school_id
        """
    }

    /// Hearing: the chats whose topics the person's open pages follow. The same condition, so who hears is who sees.
    static func chats(of viewer: Viewer, in tx: Transaction) throws -> [ID<Chat>] {
        try tx.rows("SELECT c.id FROM chat_member me JOIN chat c ON \(seen(by: viewer)) ORDER BY c.id").map { try $0.id("id") }
    }

    /// Writing: the chat, locked, if the viewer is in it. `MessagingStore.append` takes nothing else.
    static func postable(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> PostableChat {
        // The lock comes first: only what is read after it still stands when the message is written.
        let locked = try tx.first("SELECT last_seq FROM chat WHERE id = \(id) AND school_id = \(viewer.school) \(tx.dialect.rowLock)")
        guard let last = try locked?.int("last_seq") else { throw Denial.notFound }
        let row = try tx.first(
            """
            SELECT c.kind, me.role, me.verified, v.author_id AS previous_author, v.posted_at AS previous_at
            FROM chat c JOIN chat_member me ON \(seen(by: viewer)) LEFT JOIN message v ON v.chat_id = c.id AND v.seq = \(last) AND v.seq > me.since_seq
            WHERE c.id = \(id)
            """)
        guard let row, let role = Role(rawValue: try row.text("role")) else { throw Denial.notFound }
        let author = Message.Author(id: viewer.person, name: viewer.name, role: role, isVerified: try row.bool("verified"))
        return PostableChat(
            id: id, school: viewer.school, author: author, lastSeq: last, previous: try MessagingStore.previous(row), kind: try MessagingStore.kind(row),
            zone: viewer.zone)
    }

    /// Deciding who is in the school's chats: those who rule over its people.
    static func arranged(by viewer: Viewer) throws -> ArrangedSchool {
        ArrangedSchool(id: try AccountsAccess.ruled(by: viewer).id, arranger: viewer.person.number == 0 ? nil : viewer.person)
    }
    /// The same as the consequence of a change whose right was judged where it was made.
    static func following(_ fact: Fact, by person: ID<Person>?) -> ArrangedSchool { ArrangedSchool(id: fact.school, arranger: person) }
}

/// Proof that `MessagingAccess` let this author post in this chat, whose row is locked until the transaction ends.
struct PostableChat: Sendable {
    let id: ID<Chat>
    let school: ID<School>
    let author: Message.Author
    let lastSeq: Int64
    let previous: Message.Previous?
    let kind: Chat.Kind
    let zone: Zone
    fileprivate init(id: ID<Chat>, school: ID<School>, author: Message.Author, lastSeq: Int64, previous: Message.Previous?, kind: Chat.Kind, zone: Zone) {
        self.id = id
        self.school = school
        self.author = author
        self.lastSeq = lastSeq
        self.previous = previous
        self.kind = kind
        self.zone = zone
    }
}

/// Proof that `MessagingAccess` let the viewer make this school's chats and say who is in them.
struct ArrangedSchool: Sendable {
    let id: ID<School>
    /// Who has asked for it, for the trace; missing at the command line.
    let arranger: ID<Person>?
    fileprivate init(id: ID<School>, arranger: ID<Person>?) {
        self.id = id
        self.arranger = arranger
    }
}
