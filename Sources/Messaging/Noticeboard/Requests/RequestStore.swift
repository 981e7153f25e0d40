import Accounts
import Kernel
import Storage

/// The SQL of requests to publish.
enum RequestStore {
    static func ask(_ body: Message.Body, in chat: ProposableChat, at now: Moment, _ tx: Transaction) throws -> ID<PublishRequest> {
        try tx.one(
            """
            INSERT INTO publish_request (school_id, chat_id, author_id, body, asked_at, state, reason)
            VALUES (\(chat.author.school), \(chat.id), \(chat.author.person), \(body.text), \(now), 'waiting', '') RETURNING id
            """
        ).id("id")
    }

    static func notePublished(_ request: DecidableRequest, as seq: Int64, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            "UPDATE publish_request SET state = 'published', seq = \(seq), decided_by = \(viewer.person), decided_at = \(now) WHERE id = \(request.id)")
    }
    static func noteReturned(_ request: DecidableRequest, _ reason: String, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE publish_request SET state = 'returned', reason = \(reason), decided_by = \(viewer.person), decided_at = \(now) WHERE id = \(request.id)
            """)
    }
    static func withdraw(_ request: WithdrawableRequest, _ tx: Transaction) throws {
        try tx.rows("UPDATE publish_request SET state = 'withdrawn' WHERE id = \(request.id)")
    }

    /// Those of one chat that the viewer sees, what waits first.
    static func requests(in chat: ID<Chat>, seenBy viewer: Viewer, limit: Int = 100, _ tx: Transaction) throws -> [PublishRequest] {
        try requests("c.id = \(chat) AND w.state <> 'withdrawn'", viewer, limit, tx)
    }
    /// Those that wait for the viewer's decision, in all their chats.
    static func waiting(for viewer: Viewer, limit: Int = 20, _ tx: Transaction) throws -> [PublishRequest] {
        try requests("me.manages = 1 AND w.state = 'waiting'", viewer, limit, tx)
    }
    static func waitingCount(in chat: ProposableChat, _ tx: Transaction) throws -> Int {
        Int(
            try tx.one("SELECT COUNT(*) AS n FROM publish_request WHERE chat_id = \(chat.id) AND author_id = \(chat.author.person) AND state = 'waiting'")
                .int("n"))
    }

    private static func requests(_ condition: SQL, _ viewer: Viewer, _ limit: Int, _ tx: Transaction) throws -> [PublishRequest] {
        let requests = try tx.rows(
            """
            SELECT w.id, w.chat_id, w.author_id, w.body, w.asked_at, w.state, w.reason, w.seq, x.role, x.verified, p.family, p.given, p.patronymic
            FROM chat_member me JOIN chat c ON \(MessagingAccess.seen(by: viewer)) JOIN publish_request w ON w.chat_id = c.id
            JOIN chat_member x ON x.chat_id = w.chat_id AND x.person_id = w.author_id JOIN person p ON p.id = w.author_id
            WHERE \(condition) AND \(MessagingAccess.seesRequest(viewer))
            ORDER BY CASE w.state WHEN 'waiting' THEN 0 ELSE 1 END, w.id DESC LIMIT \(limit)
            """
        ).map { row in
            let author = Message.Author(
                id: try row.id("author_id"), name: try AccountsStore.name(row), role: Role(rawValue: try row.text("role")) ?? .subjectTeacher,
                isVerified: try row.bool("verified"))
            return PublishRequest(
                id: try row.id("id"), chat: try row.id("chat_id"), author: author, body: try row.text("body"), askedAt: try row.moment("asked_at"),
                state: PublishRequest.State(rawValue: try row.text("state")) ?? .waiting, reason: try row.text("reason"),
                seq: try row.optional("seq", Row.int))
        }
        let files = try AttachedStore.files(of: requests.filter { $0.state == .waiting }.map { .proposed($0.id) }, tx)
        return requests.map { request in
            var request = request
            request.files = files[.proposed(request.id)] ?? []
            return request
        }
    }

    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM publish_request WHERE author_id = \(person)")
        try tx.rows("UPDATE publish_request SET reason = '', decided_by = NULL WHERE decided_by = \(person)")
    }
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE publish_request SET author_id = \(into) WHERE author_id = \(from)")
        try tx.rows("UPDATE publish_request SET decided_by = \(into) WHERE decided_by = \(from)")
    }
    /// With how many files each has.
    static func words(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [(body: String, files: Int)] {
        try tx.rows(
            """
            SELECT w.body, (SELECT COUNT(*) FROM publish_request_file h WHERE h.request_id = w.id) AS files FROM publish_request w
            WHERE w.author_id = \(person) AND w.school_id = \(school) ORDER BY w.id DESC
            """
        ).map { (try $0.text("body"), Int(try $0.int("files"))) }
    }
}
