import Accounts
import Kernel
import Storage

/// Who may write to whom, make chats, and say who is in them.
extension MessagingAccess {
    // MARK: Rules

    static func mayRuleChats(_ viewer: Viewer) -> Bool { viewer.hasAny(of: [.director, .deputy, .administrator, .platformOperator]) }
    /// The heads of a school set its rules.
    static func ruledChats(by viewer: Viewer) throws -> ChatRuledSchool {
        guard mayRuleChats(viewer) else { throw Denial.forbidden(.onlyHeadsRule) }
        return ChatRuledSchool(id: viewer.school)
    }

    /// A condition on a membership `m` of the viewer's school: the viewer may write to this person on this side.
    static func reached(by viewer: Viewer, _ policy: ChatPolicy) -> SQL {
        """
        (m.role = 'pupil' AND \(reached(by: viewer, .pupil, policy)) OR m.role = 'guardian' AND \(reached(by: viewer, .family, policy))
        OR m.role NOT IN ('pupil', 'guardian') AND \(reached(by: viewer, .staff, policy)))
        """
    }

    private static func reached(by viewer: Viewer, _ side: Side, _ policy: ChatPolicy) -> SQL {
        switch policy[.between(viewer.side, side)] {
        case .none: return "1 = 0"
        case .school: return "1 = 1"
        case .near: break
        }
        if viewer.side == .staff && viewer.hasAny(of: Role.heads) { return "1 = 1" }
        switch (viewer.side, side) {
        case (.pupil, .family): return "m.person_id IN (SELECT guardian_id FROM guardian WHERE pupil_id = \(viewer.person) AND school_id = \(viewer.school))"
        case (.family, .pupil): return "m.person_id IN (SELECT pupil_id FROM guardian WHERE guardian_id = \(viewer.person) AND school_id = \(viewer.school))"
        case (_, .pupil): return "m.person_id IN (SELECT n.pupil_id FROM enrolment n WHERE n.until IS NULL AND n.class_id IN (\(classes(of: viewer))))"
        case (_, .family):
            return """
                m.person_id IN (SELECT g.guardian_id FROM guardian g JOIN enrolment n ON n.pupil_id = g.pupil_id AND n.until IS NULL
                    WHERE g.school_id = \(viewer.school) AND n.class_id IN (\(classes(of: viewer))))
                """
        case (_, .staff):
            let heads = Role.heads.sorted { $0.rawValue < $1.rawValue }.map { Value.text($0.rawValue) }
            return """
                (m.role IN \(list: heads) OR m.person_id IN (SELECT k.teacher_id FROM course k WHERE k.class_id IN (\(classes(of: viewer)))
                    UNION SELECT t.teacher_id FROM class_teacher t WHERE t.until IS NULL AND t.class_id IN (\(classes(of: viewer)))))
                """
        }
    }

    /// The classes of a pupil, of a guardian's children, and those a teacher teaches or leads.
    private static func classes(of viewer: Viewer) -> SQL {
        switch viewer.side {
        case .pupil: "SELECT e.class_id FROM enrolment e WHERE e.pupil_id = \(viewer.person) AND e.school_id = \(viewer.school) AND e.until IS NULL"
        case .family:
            """
            SELECT e.class_id FROM guardian o JOIN enrolment e ON e.pupil_id = o.pupil_id AND e.school_id = o.school_id AND e.until IS NULL
            WHERE o.guardian_id = \(viewer.person) AND o.school_id = \(viewer.school)
            """
        case .staff:
            """
            SELECT e.class_id FROM course e WHERE e.teacher_id = \(viewer.person) AND e.school_id = \(viewer.school)
            UNION SELECT f.class_id FROM class_teacher f WHERE f.teacher_id = \(viewer.person) AND f.until IS NULL
            """
        }
    }

    /// Those the viewer may write to, as they were named. Who does not exist and who may not be written to look the same.
    static func reachable(_ peers: [PeerKey], by viewer: Viewer, in tx: Transaction) throws -> [ReachablePeer] {
        guard !peers.isEmpty else { return [] }
        let policy = try PolicyStore.policy(of: viewer.school, tx), wanted = Set(peers)
        let rows = try tx.rows(
            """
            SELECT m.person_id, m.role FROM membership m WHERE m.school_id = \(viewer.school) AND m.until IS NULL AND m.person_id <> \(viewer.person)
            AND m.person_id IN \(list: wanted.map(\.person)) AND \(AccountsAccess.isOpen(to: "m.person_id", in: viewer.school)) AND \(reached(by: viewer, policy))
            """)
        let members = try rows.compactMap { row in try Role(rawValue: row.text("role")).map { Member(person: try row.id("person_id"), role: $0) } }
        let bySide = Dictionary(grouping: members) { PeerKey($0.person, $0.role.side) }.compactMapValues { Member.each(of: $0).first }
        guard wanted.allSatisfy({ bySide[$0] != nil }) else { throw Denial.forbidden(.mayNotWrite) }
        return wanted.sorted().compactMap { key in bySide[key].map { ReachablePeer(key: key, member: $0, school: viewer.school) } }
    }

    /// In a chat of two: the other is there, and the rules still reach them.
    static func stillReachable(in chat: ID<Chat>, by viewer: Viewer, _ tx: Transaction) throws {
        let row = try tx.first("SELECT person_id, side FROM chat_member WHERE chat_id = \(chat) AND person_id <> \(viewer.person) AND present = 1")
        guard let row, let side = Side(rawValue: try row.text("side")) else { throw Denial.forbidden(.mayNotWrite) }
        _ = try reachable([PeerKey(row.id("person_id"), side)], by: viewer, in: tx)
    }

    // MARK: Making

    /// Staff make groups; pupils and families where the school lets them.
    static func mayMake(_ viewer: Viewer, _ policy: ChatPolicy) -> Bool {
        switch viewer.side {
        case .staff: true
        case .pupil: policy[.pupilGroups] != .none
        case .family: policy[.familyGroups] != .none
        }
    }
    static func maker(by viewer: Viewer, in tx: Transaction) throws -> ChatMaker {
        guard mayMake(viewer, try PolicyStore.policy(of: viewer.school, tx)) else { throw Denial.forbidden(.mayNotMake) }
        return ChatMaker(school: viewer.school, own: try speaker(viewer))
    }
    /// The viewer as a member: in the highest role of the side they look from.
    static func speaker(_ viewer: Viewer) throws -> ReachablePeer {
        let own = Member.each(of: viewer.hat.roles.map { Member(person: viewer.person, role: $0) }).first
        guard let own else { throw Denial.notFound }
        return ReachablePeer(key: PeerKey(viewer.person, viewer.side), member: own, school: viewer.school)
    }

    // MARK: Managing

    /// The chat, locked, if the viewer answers for it and it goes on.
    static func managed(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ManagedChat {
        let chat = try entered(id, by: viewer, in: tx)
        guard chat.manages else { throw Denial.forbidden(.onlyManagers) }
        guard !chat.isArchived else { throw Denial.forbidden(.chatEnded) }
        return chat
    }
    /// The same of a chat that people put together; who is in the others follows from the school's lists.
    static func gathered(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ManagedChat {
        let chat = try managed(id, by: viewer, in: tx)
        guard chat.isGathered else { throw Denial.forbidden(.followsLists) }
        return chat
    }
    /// Ending a chat and handing it over is for its owner.
    static func owned(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ManagedChat {
        let chat = try entered(id, by: viewer, in: tx)
        guard chat.isGathered, chat.owner == viewer.person else { throw Denial.forbidden(.onlyOwner) }
        return chat
    }
    /// The chat, locked, if the viewer is in it.
    static func entered(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ManagedChat {
        let locked = try tx.first("SELECT id FROM chat WHERE id = \(id) AND (school_id = \(viewer.school) OR kind = 'network') \(tx.dialect.rowLock)")
        guard locked != nil else { throw Denial.notFound }
        let row = try tx.first(
            "SELECT c.kind, c.last_seq, c.owner_id, c.archived_at, me.manages FROM chat c JOIN chat_member me ON \(seen(by: viewer)) WHERE c.id = \(id)")
        guard let row else { throw Denial.notFound }
        return ManagedChat(
            id: id, kind: try MessagingStore.kind(row), school: viewer.school, viewer: viewer.person, owner: try row.optionalID("owner_id"),
            lastSeq: try row.int("last_seq"), manages: try row.bool("manages"), isArchived: try row.optional("archived_at", Row.moment) != nil)
    }

    /// Links are given by staff: a child's group opens to nobody by a link.
    static func mayInvite(_ viewer: Viewer, to chat: Chat) -> Bool { viewer.side == .staff && chat.manages && chat.isGathered && !chat.isArchived }
    static func inviting(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> ManagedChat {
        let chat = try gathered(id, by: viewer, in: tx)
        guard viewer.side == .staff else { throw Denial.forbidden(.onlyStaffInvite) }
        return chat
    }
    /// The chat that a link opens to the viewer, locked. A link that is wrong, old, revoked, of another school or for others looks the same.
    static func opened(by word: String, for viewer: Viewer, at now: Moment, in tx: Transaction) throws -> OpenedChat {
        let row = try tx.first(
            """
            SELECT l.chat_id, c.title, c.about FROM chat_link l JOIN chat c ON c.id = l.chat_id WHERE \(opens(word, to: viewer, at: now))
            """)
        guard let row else { throw Denial.forbidden(.linkDoesNotOpen) }
        let id: ID<Chat> = try row.id("chat_id")
        let locked = try tx.one("SELECT kind, last_seq, owner_id FROM chat WHERE id = \(id) \(tx.dialect.rowLock)")
        return OpenedChat(
            id: id, title: try row.text("title"), about: try row.text("about"), lastSeq: try locked.int("last_seq"), peer: try speaker(viewer))
    }

    /// The condition on a link `l` to a chat `c`.
    static func opens(_ word: String, to viewer: Viewer, at now: Moment) -> SQL {
        """
        l.word = \(word) AND l.school_id = \(viewer.school) AND l.side = \(viewer.side.rawValue) AND l.revoked_at IS NULL AND l.expires_at > \(now)
        AND c.archived_at IS NULL
        """
    }

    /// In the channel of the whole school families see who answers for it, not everyone's name.
    static func seesAllMembers(of chat: Chat, _ viewer: Viewer) -> Bool { chat.kind != .school || viewer.side == .staff }

    // MARK: Networks

    static func mayRuleNetworks(_ viewer: Viewer) -> Bool { viewer.hasAny(of: [.director, .administrator, .platformOperator]) }
    /// Agreeing with other schools is for the director and the administrator (REQUIREMENTS C28).
    static func networked(by viewer: Viewer) throws -> NetworkedSchool {
        guard mayRuleNetworks(viewer) else { throw Denial.forbidden(.onlyHeadsAgree) }
        return NetworkedSchool(id: viewer.school, own: try speaker(viewer))
    }
}

extension Chat {
    var isGathered: Bool { kind == .group || kind == .network }
}

/// Proof that the viewer may set the rules of this school's chats.
struct ChatRuledSchool: Sendable {
    let id: ID<School>
    fileprivate init(id: ID<School>) { self.id = id }
}

/// Proof that the viewer may agree with other schools for this one.
struct NetworkedSchool: Sendable {
    let id: ID<School>
    let own: ReachablePeer
    fileprivate init(id: ID<School>, own: ReachablePeer) {
        self.id = id
        self.own = own
    }
}

/// Proof that the rules let the viewer write to this person on this side.
struct ReachablePeer: Sendable {
    let key: PeerKey
    let member: Member
    let school: ID<School>
    fileprivate init(key: PeerKey, member: Member, school: ID<School>) {
        self.key = key
        self.member = member
        self.school = school
    }
}

/// Proof that the viewer may make chats in this school, and as whom they are in them.
struct ChatMaker: Sendable {
    let school: ID<School>
    let own: ReachablePeer
    fileprivate init(school: ID<School>, own: ReachablePeer) {
        self.school = school
        self.own = own
    }
}

/// Proof that the viewer is in this chat, whose row is locked until the transaction ends, and what they are there.
struct ManagedChat: Sendable {
    let id: ID<Chat>
    let kind: Chat.Kind
    /// The viewer's school; in a network it may be another than the chat's.
    let school: ID<School>
    let viewer: ID<Person>
    let owner: ID<Person>?
    let lastSeq: Int64
    let manages: Bool
    let isArchived: Bool
    var isGathered: Bool { kind == .group || kind == .network }
    fileprivate init(
        id: ID<Chat>, kind: Chat.Kind, school: ID<School>, viewer: ID<Person>, owner: ID<Person>?, lastSeq: Int64, manages: Bool, isArchived: Bool
    ) {
        self.id = id
        self.kind = kind
        self.school = school
        self.viewer = viewer
        self.owner = owner
        self.lastSeq = lastSeq
        self.manages = manages
        self.isArchived = isArchived
    }
}

/// Proof that a link opens this chat to the viewer.
struct OpenedChat: Sendable {
    let id: ID<Chat>
    let title: String
    let about: String
    let lastSeq: Int64
    let peer: ReachablePeer
    fileprivate init(id: ID<Chat>, title: String, about: String, lastSeq: Int64, peer: ReachablePeer) {
        self.id = id
        self.title = title
        self.about = about
        self.lastSeq = lastSeq
        self.peer = peer
    }
}
