import Kernel
import Storage

/// Polls: who puts them, who answers, who sees everything about them.
extension MessagingAccess {
    /// Putting one: staff and who manages the chat; in circles of their own anyone. Everywhere who may write.
    static func mayPoll(in chat: Chat, _ viewer: Viewer) -> Bool {
        chat.mayPost && chat.kind != .direct && (chat.manages || viewer.side == .staff || chat.kind == .group)
    }

    /// The chats, each locked, in the order of their numbers: two polls put at once do not wait for each other's.
    static func pollable(_ chats: Set<ID<Chat>>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [PollableChat] {
        guard !chats.isEmpty else { throw Denial.invalid(field: "chats", .chooseChats) }
        return try chats.sorted { $0.number < $1.number }.map { id in
            let postable = try postable(id, by: viewer, at: now, in: tx)
            // What is looked at first cannot be put as a poll either: a poll does not wait for a look.
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx), mayPoll(in: chat, viewer), !postable.isLookedAt else {
                throw Denial.forbidden(.onlyManagersPoll)
            }
            return PollableChat(chat: postable)
        }
    }

    /// A condition on poll `q`: it stands in a chat the viewer sees, in a message they see.
    static func seesPoll(_ viewer: Viewer) -> SQL {
        """
        EXISTS (SELECT l.seq FROM poll_place l JOIN message m ON m.chat_id = l.chat_id AND m.seq = l.seq AND m.removed_at IS NULL
            JOIN chat c ON c.id = l.chat_id JOIN chat_member me ON \(seen(by: viewer)) WHERE l.poll_id = q.id AND m.seq > me.since_seq)
        """
    }
    /// A condition on poll `q`: the viewer manages a chat in which it stands.
    static func managesPoll(_ viewer: Viewer) -> SQL {
        """
        EXISTS (SELECT l.seq FROM poll_place l JOIN chat c ON c.id = l.chat_id JOIN chat_member me ON \(seen(by: viewer))
            WHERE l.poll_id = q.id AND me.manages = 1)
        """
    }

    /// Answering: everyone who sees it, while it is open; its row is locked.
    static func answerable(_ id: ID<Poll>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> AnswerablePoll {
        guard try tx.first("SELECT id FROM poll WHERE id = \(id) \(tx.dialect.rowLock)") != nil else { throw Denial.notFound }
        let row = try tx.first(
            """
            SELECT q.kind, q.is_anonymous, q.closes_at, (SELECT COUNT(*) FROM poll_option o WHERE o.poll_id = q.id) AS options,
                (SELECT COUNT(*) FROM poll_voter v WHERE v.poll_id = q.id AND v.person_id = \(viewer.person)) AS has_answered
            FROM poll q WHERE q.id = \(id) AND \(seesPoll(viewer))
            """)
        guard let row else { throw Denial.notFound }
        if let closes = try row.optional("closes_at", Row.moment), closes <= now { throw Denial.forbidden(.pollIsClosed) }
        let isAnonymous = try row.bool("is_anonymous"), hasAnswered = try row.bool("has_answered")
        guard !(isAnonymous && hasAnswered) else { throw Denial.conflict(.alreadyAnswered) }
        return AnswerablePoll(
            id: id, kind: Poll.Kind(rawValue: try row.text("kind")) ?? .single, isAnonymous: isAnonymous, options: Int(try row.int("options")),
            hasAnswered: hasAnswered, viewer: viewer)
    }

    /// Seeing all of it and closing it: its author, and who manages a chat in which it stands.
    static func overseenPoll(_ id: ID<Poll>, by viewer: Viewer, in tx: Transaction) throws -> OverseenPoll {
        let row = try tx.first(
            """
            SELECT q.author_id, CASE WHEN \(managesPoll(viewer)) THEN 1 ELSE 0 END AS manages FROM poll q
            WHERE q.id = \(id) AND q.school_id = \(viewer.school) AND \(seesPoll(viewer))
            """)
        guard let row else { throw Denial.notFound }
        guard try row.bool("manages") || row.id("author_id") == viewer.person else { throw Denial.forbidden(.onlyManagersSeeAnswers) }
        return OverseenPoll(id: id)
    }
}

/// Proof that `MessagingAccess` let this viewer put a poll in this chat, whose row is locked.
struct PollableChat: Sendable {
    let chat: PostableChat
    fileprivate init(chat: PostableChat) { self.chat = chat }
}

/// Proof that the viewer may answer this poll, whose row is locked.
struct AnswerablePoll: Sendable {
    let id: ID<Poll>
    let kind: Poll.Kind
    let isAnonymous: Bool
    let options: Int
    let hasAnswered: Bool
    let viewer: Viewer
    fileprivate init(id: ID<Poll>, kind: Poll.Kind, isAnonymous: Bool, options: Int, hasAnswered: Bool, viewer: Viewer) {
        self.id = id
        self.kind = kind
        self.isAnonymous = isAnonymous
        self.options = options
        self.hasAnswered = hasAnswered
        self.viewer = viewer
    }
}

/// Proof that the viewer may see all answers of this poll and close it.
struct OverseenPoll: Sendable {
    let id: ID<Poll>
    fileprivate init(id: ID<Poll>) { self.id = id }
}
