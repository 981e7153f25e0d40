import Accounts
import Kernel
import Storage

/// The SQL of posts for a later hour and of drafts.
enum PreparedStore {
    static func prepare(
        _ body: Message.Body, isAnnouncement: Bool, dueAt: Moment, in chat: PostableChat, by viewer: Viewer, _ tx: Transaction
    ) throws -> ID<PreparedPost> {
        try tx.one(
            """
            INSERT INTO prepared_post (school_id, chat_id, author_id, side, body, is_announcement, due_at)
            VALUES (\(chat.school), \(chat.id), \(viewer.person), \(viewer.side.rawValue), \(body.text), \(isAnnouncement), \(dueAt)) RETURNING id
            """
        ).id("id")
    }

    /// A post that had failed gets another chance.
    static func change(_ post: ChangeablePost, to body: Message.Body, dueAt: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE prepared_post SET body = \(body.text), due_at = \(dueAt), failed = NULL WHERE id = \(post.id)")
    }
    static func cancel(_ post: ChangeablePost, _ tx: Transaction) throws { try tx.rows("DELETE FROM prepared_post WHERE id = \(post.id)") }

    static func notePosted(_ post: DuePost, as seq: Int64, _ tx: Transaction) throws {
        try tx.rows("UPDATE prepared_post SET posted_seq = \(seq) WHERE id = \(post.id)")
    }
    /// It waits elsewhere now.
    static func forget(_ post: DuePost, _ tx: Transaction) throws { try tx.rows("DELETE FROM prepared_post WHERE id = \(post.id)") }
    static func noteFailure(of id: ID<PreparedPost>, _ code: String, _ tx: Transaction) throws {
        try tx.rows("UPDATE prepared_post SET failed = \(code) WHERE id = \(id) AND posted_seq IS NULL")
    }

    static func due(at now: Moment, limit: Int = 100, _ tx: Transaction) throws -> [ID<PreparedPost>] {
        try tx.rows("SELECT id FROM prepared_post WHERE posted_seq IS NULL AND failed IS NULL AND due_at <= \(now) ORDER BY due_at, id LIMIT \(limit)").map {
            try $0.id("id")
        }
    }

    /// The viewer's own that were not made yet, the next first; of one chat or of all.
    static func waiting(in chat: ID<Chat>? = nil, by viewer: Viewer, _ tx: Transaction) throws -> [PreparedPost] {
        let place: SQL = if let chat { "chat_id = \(chat)" } else { "1 = 1" }
        let posts = try tx.rows(
            """
            SELECT id, chat_id, body, is_announcement, due_at, failed FROM prepared_post
            WHERE author_id = \(viewer.person) AND school_id = \(viewer.school) AND side = \(viewer.side.rawValue) AND posted_seq IS NULL AND \(place)
            ORDER BY due_at, id
            """
        ).map { row in
            PreparedPost(
                id: try row.id("id"), chat: try row.id("chat_id"), body: try row.text("body"), isAnnouncement: try row.bool("is_announcement"),
                dueAt: try row.moment("due_at"), hasFailed: try row.optional("failed", Row.text) != nil)
        }
        let files = try AttachedStore.files(of: posts.map { .prepared($0.id) }, tx)
        return posts.map { post in
            var post = post
            post.files = files[.prepared(post.id)] ?? []
            return post
        }
    }

    // MARK: Drafts

    static func draft(in chat: ID<Chat>, of viewer: Viewer, _ tx: Transaction) throws -> Draft? {
        try tx.first("SELECT body, written_at FROM draft WHERE person_id = \(viewer.person) AND chat_id = \(chat) AND body <> ''").map {
            Draft(body: try $0.text("body"), writtenAt: try $0.moment("written_at"))
        }
    }

    /// The newest wins: an older one that comes late changes nothing. An empty one is kept for its moment.
    static func save(_ body: String, writtenAt: Moment, in chat: ID<Chat>, of viewer: Viewer, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO draft (person_id, chat_id, school_id, body, written_at)
            VALUES (\(viewer.person), \(chat), \(viewer.school), \(body), \(writtenAt)) ON CONFLICT (person_id, chat_id)
            DO UPDATE SET body = excluded.body, written_at = excluded.written_at WHERE draft.written_at <= excluded.written_at
            """)
    }

    /// The draft, if it says just this.
    static func drop(_ body: String, in chat: ID<Chat>, of viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE draft SET body = '', written_at = \(now) WHERE person_id = \(viewer.person) AND chat_id = \(chat) AND body = \(body)")
    }

    // MARK: Erasing and merging

    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM prepared_post WHERE author_id = \(person)")
        try tx.rows("DELETE FROM draft WHERE person_id = \(person)")
    }

    /// Of two drafts in one chat the newer stays.
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE prepared_post SET author_id = \(into) WHERE author_id = \(from)")
        for (less, more) in [(from, into), (into, from)] {
            try tx.rows(
                """
                DELETE FROM draft WHERE person_id = \(less) AND EXISTS (SELECT o.chat_id FROM draft o
                    WHERE o.chat_id = draft.chat_id AND o.person_id = \(more) AND o.written_at >= draft.written_at)
                """)
        }
        try tx.rows("UPDATE draft SET person_id = \(into) WHERE person_id = \(from)")
    }

    /// With how many files each has.
    static func words(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [(body: String, files: Int)] {
        try tx.rows(
            """
            SELECT p.body, (SELECT COUNT(*) FROM prepared_post_file h WHERE h.post_id = p.id) AS files FROM prepared_post p
            WHERE p.author_id = \(person) AND p.school_id = \(school) AND p.posted_seq IS NULL
            UNION ALL SELECT body, 0 FROM draft WHERE person_id = \(person) AND school_id = \(school) AND body <> ''
            """
        ).map { (try $0.text("body"), Int(try $0.int("files"))) }
    }
}
