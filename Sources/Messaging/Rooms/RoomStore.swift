import Accounts
import Kernel
import Storage

/// The SQL of chats that people put together, and of who is in a chat.
enum RoomStore {
    // MARK: Making

    static func make(_ draft: ChatDraft, kind: Chat.Kind = .group, by maker: ChatMaker, at now: Moment, _ tx: Transaction) throws -> ID<Chat> {
        try make(draft, kind: kind, in: maker.school, owner: maker.own.key.person, at: now, tx)
    }
    static func make(_ draft: ChatDraft, networkOf school: NetworkedSchool, at now: Moment, _ tx: Transaction) throws -> ID<Chat> {
        try make(draft, kind: .network, in: school.id, owner: school.own.key.person, at: now, tx)
    }

    private static func make(_ draft: ChatDraft, kind: Chat.Kind, in school: ID<School>, owner: ID<Person>, at now: Moment, _ tx: Transaction) throws -> ID<
        Chat
    > {
        try tx.one(
            """
            INSERT INTO chat (school_id, kind, purpose, title, about, owner_id, last_at)
            VALUES (\(school), \(kind.rawValue), \(draft.purpose.rawValue), \(draft.title), \(draft.about), \(owner), \(now)) RETURNING id
            """
        ).id("id")
    }

    static func direct(_ pair: String, in school: ID<School>, _ tx: Transaction) throws -> ID<Chat>? {
        try tx.first("SELECT id FROM chat WHERE school_id = \(school) AND pair = \(pair) AND archived_at IS NULL")?.id("id")
    }

    static func makeDirect(_ pair: String, with other: ReachablePeer, at now: Moment, _ tx: Transaction) throws -> ID<Chat> {
        try tx.one("INSERT INTO chat (school_id, kind, pair, title, last_at) VALUES (\(other.school), 'direct', \(pair), '', \(now)) RETURNING id").id("id")
    }

    // MARK: Coming and going

    /// `false` if they are in already. Who comes back sees again what they saw.
    static func add(_ peer: ReachablePeer, to chat: ID<Chat>, since: Int64, manages: Bool, at now: Moment, _ tx: Transaction) throws -> Bool {
        let (person, side) = (peer.key.person, peer.key.side.rawValue), isStaff = peer.key.side == .staff
        guard try tx.first("SELECT side FROM chat_member WHERE chat_id = \(chat) AND person_id = \(person) AND present = 1") == nil else { return false }
        try tx.rows(
            """
            INSERT INTO chat_member (chat_id, person_id, school_id, side, role, since_seq, read_seq, present, joined_at, verified, manages)
            VALUES (\(chat), \(person), \(peer.school), \(side), \(peer.member.role.rawValue), \(since), \(since), 1, \(now),
                (SELECT COUNT(*) FROM teacher_badge b WHERE b.school_id = \(peer.school) AND b.person_id = \(person) AND \(isStaff) = 1), \(manages))
            ON CONFLICT (chat_id, person_id) DO UPDATE SET school_id = excluded.school_id, side = excluded.side, role = excluded.role, present = 1,
                joined_at = excluded.joined_at, verified = excluded.verified, manages = excluded.manages
            """)
        return true
    }

    /// The role in which they were there; `nil` if they were not. In a network each school lets its own people go.
    static func remove(_ person: ID<Person>, from chat: ManagedChat, _ tx: Transaction) throws -> String? {
        try tx.first(
            "UPDATE chat_member SET present = 0, manages = 0, first_at = NULL WHERE chat_id = \(chat.id) AND person_id = \(person) AND school_id = \(chat.school) AND present = 1 RETURNING role"
        )?.text("role")
    }

    static func setManager(_ person: ID<Person>, in chat: ManagedChat, manages: Bool, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE chat_member SET manages = \(manages) WHERE chat_id = \(chat.id) AND person_id = \(person) AND school_id = \(chat.school) AND present = 1
            AND manages <> \(manages)
            RETURNING person_id
            """
        ).isEmpty
    }

    static func isIn(_ person: ID<Person>, _ chat: ManagedChat, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT person_id FROM chat_member WHERE chat_id = \(chat.id) AND person_id = \(person) AND school_id = \(chat.school) AND present = 1")
            != nil
    }

    static func count(in chat: ManagedChat, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS n FROM chat_member WHERE chat_id = \(chat.id) AND present = 1").int("n"))
    }

    // MARK: The chat itself

    static func describe(_ draft: ChatDraft, _ chat: ManagedChat, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat SET title = \(draft.title), about = \(draft.about) WHERE id = \(chat.id)")
    }
    /// `false` if it is so already.
    static func setPosting(isForManagers: Bool, _ chat: ManagedChat, _ tx: Transaction) throws -> Bool {
        let posting = isForManagers ? "managers" : "all"
        return try !tx.rows("UPDATE chat SET posting = \(posting) WHERE id = \(chat.id) AND posting <> \(posting) RETURNING id").isEmpty
    }
    static func setOwner(_ person: ID<Person>, of chat: ManagedChat, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat SET owner_id = \(person) WHERE id = \(chat.id)")
        try tx.rows("UPDATE chat_member SET manages = 1 WHERE chat_id = \(chat.id) AND person_id = \(person)")
    }
    static func end(_ chat: ManagedChat, at moment: Moment?, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat SET archived_at = \(moment) WHERE id = \(chat.id)")
    }

    // MARK: The person's own list

    static func putFirst(_ chat: ManagedChat, at moment: Moment?, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat_member SET first_at = \(moment) WHERE chat_id = \(chat.id) AND person_id = \(chat.viewer)")
    }
    static func mute(_ chat: ManagedChat, isMuted: Bool, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat_member SET is_muted = \(isMuted) WHERE chat_id = \(chat.id) AND person_id = \(chat.viewer)")
    }

    // MARK: People

    private static func begins(_ text: String, with column: SQL, in school: SQL) -> SQL {
        let words = PersonWords.words(of: TextKey.of(text)).prefix(4)
        return words.reduce("1 = 1" as SQL) { sql, word in
            """
            \(sql) AND \(column) IN (SELECT w.person_id FROM person_word w WHERE w.school_id = \(school)
                AND w.word_key >= \(word) AND w.word_key < \(word + PersonWords.last))
            """
        }
    }

    /// Those the viewer may write to, whose names begin with these words, by name.
    static func peers(
        of viewer: Viewer, matching text: String = "", limit: Int = 10, besides chat: ID<Chat>? = nil, who person: ID<Person>? = nil, _ tx: Transaction
    ) throws -> [Peer] {
        let policy = try PolicyStore.policy(of: viewer.school, tx)
        let others: SQL =
            chat.map { " AND NOT EXISTS (SELECT o.person_id FROM chat_member o WHERE o.chat_id = \($0) AND o.person_id = m.person_id AND o.present = 1)" } ?? ""
        let one: SQL = person.map { " AND m.person_id = \($0)" } ?? ""
        let rows = try tx.rows(
            """
            SELECT m.person_id, m.role, p.family, p.given, p.patronymic, c.name AS class_name,
                (SELECT COUNT(*) FROM teacher_badge b WHERE b.school_id = m.school_id AND b.person_id = m.person_id) AS verified
            FROM membership m JOIN person p ON p.id = m.person_id
            LEFT JOIN enrolment e ON e.pupil_id = m.person_id AND e.until IS NULL AND e.school_id = m.school_id AND m.role = 'pupil'
            LEFT JOIN school_class c ON c.id = e.class_id
            WHERE m.school_id = \(viewer.school) AND m.until IS NULL AND m.person_id <> \(viewer.person) AND \(MessagingAccess.reached(by: viewer, policy))
            AND \(AccountsAccess.isOpen(to: "m.person_id", in: viewer.school)) AND \(begins(text, with: "m.person_id", in: "m.school_id"))\(others)\(one)
            ORDER BY p.name_key, m.person_id, m.role LIMIT \(limit * 2)
            """)
        return Array(try merged(rows).prefix(limit))
    }

    /// One line for each person and side.
    private static func merged(_ rows: [Row]) throws -> [Peer] {
        var peers: [Peer] = []
        for row in rows {
            guard let role = Role(rawValue: try row.text("role")) else { continue }
            let key = PeerKey(try row.id("person_id"), role.side)
            if let known = peers.firstIndex(where: { $0.key == key }) { peers[known].roles.append(role); continue }
            peers.append(
                Peer(
                    key: key, name: try AccountsStore.name(row), roles: [role], isVerified: try role.side == .staff && row.bool("verified"),
                    className: try row.optional("class_name", Row.text)))
        }
        return peers
    }

    /// Who is in a chat the viewer sees: those who answer for it first.
    static func members(of chat: Chat, seenBy viewer: Viewer, matching text: String, limit: Int, _ tx: Transaction) throws -> [RoomMember] {
        let some: SQL = MessagingAccess.seesAllMembers(of: chat, viewer) ? "1 = 1" : "(a.manages = 1 OR a.person_id = me.person_id)"
        return try tx.rows(
            """
            SELECT a.person_id, a.role, a.side, a.verified, a.manages, a.school_id, c.owner_id, p.family, p.given, p.patronymic, s.name AS school_name
            FROM chat c JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) JOIN chat_member a ON a.chat_id = c.id AND a.present = 1
            JOIN person p ON p.id = a.person_id JOIN school s ON s.id = a.school_id
            WHERE c.id = \(chat.id) AND \(some) AND \(begins(text, with: "a.person_id", in: "a.school_id"))
            ORDER BY a.manages DESC, p.name_key, a.person_id LIMIT \(limit)
            """
        ).map { row in
            let person: ID<Person> = try row.id("person_id"), school: ID<School> = try row.id("school_id")
            return RoomMember(
                key: PeerKey(person, Side(rawValue: try row.text("side")) ?? .pupil), name: try AccountsStore.name(row),
                role: Role(rawValue: try row.text("role")) ?? .pupil, isVerified: try row.bool("verified"), manages: try row.bool("manages"),
                isOwner: try row.optionalID("owner_id") == person, school: chat.kind == .network ? try row.text("school_name") : nil,
                isOfViewersSchool: school == viewer.school)
        }
    }
}

/// One the viewer may write to.
struct Peer: Hashable, Sendable {
    let key: PeerKey
    let name: PersonName
    var roles: [Role]
    let isVerified: Bool
    /// A pupil's class.
    let className: String?
}

/// One who is in a chat.
struct RoomMember: Hashable, Sendable {
    let key: PeerKey
    let name: PersonName
    let role: Role
    let isVerified: Bool
    let manages: Bool
    let isOwner: Bool
    /// Where people of several schools meet.
    let school: String?
    let isOfViewersSchool: Bool
}
