import Accounts
import Kernel
import Storage

/// The SQL of conversations that are taken out.
enum ExportStore {
    static func ask(_ chat: ID<Chat>?, by viewer: Viewer, in language: Language, at now: Moment, _ tx: Transaction) throws -> ID<ChatExport> {
        try tx.one(
            """
            INSERT INTO chat_export (school_id, person_id, side, language, chat_id, state, asked_at, claimed_until)
            VALUES (\(viewer.school), \(viewer.person), \(viewer.side.rawValue), \(language.rawValue), \(chat), 'waiting', \(now), 0) RETURNING id
            """
        ).id("id")
    }

    static func waiting(by viewer: Viewer, _ tx: Transaction) throws -> [ChatExport] { try exports(of: viewer, tx).filter { $0.state == .waiting } }

    /// The person's own in the school they look from, the newest first.
    static func exports(of viewer: Viewer, only id: ID<ChatExport>? = nil, _ tx: Transaction) throws -> [ChatExport] {
        try exports(
            "x.person_id = \(viewer.person) AND x.school_id = \(viewer.school) AND x.side = \(viewer.side.rawValue) AND (CAST(\(id) AS BIGINT) IS NULL OR x.id = \(id))",
            tx)
    }

    private static func exports(_ condition: SQL, _ tx: Transaction) throws -> [ChatExport] {
        try tx.rows(
            """
            SELECT x.id, x.chat_id, c.kind, COALESCE(\(MessagingStore.called(besides: "x.person_id")), '') AS title,
                x.state, x.asked_at, x.ended_at, x.size
            FROM chat_export x LEFT JOIN chat c ON c.id = x.chat_id WHERE \(condition) ORDER BY x.id DESC LIMIT 50
            """
        ).map { row in
            ChatExport(
                id: try row.id("id"), chat: try row.optionalID("chat_id"), kind: try row.optional("kind", Row.text).flatMap(Chat.Kind.init),
                title: try row.text("title").trimmed, state: ChatExport.State(rawValue: try row.text("state")) ?? .failed, askedAt: try row.moment("asked_at"),
                endedAt: try row.optional("ended_at", Row.moment), size: try row.optional("size", Row.int).map { Int($0) })
        }
    }

    // MARK: The job

    static func due(at now: Moment, _ tx: Transaction) throws -> [ID<ChatExport>] {
        try tx.rows("SELECT id FROM chat_export WHERE state = 'waiting' AND claimed_until <= \(now) ORDER BY id LIMIT 20").map { try $0.id("id") }
    }

    /// `nil` where another node makes it, or nobody is there any more to have it.
    static func claim(_ id: ID<ChatExport>, until: Moment, at now: Moment, _ tx: Transaction) throws -> DueExport? {
        let row = try tx.first(
            """
            UPDATE chat_export SET claimed_until = \(until) WHERE id = \(id) AND state = 'waiting' AND claimed_until <= \(now)
            RETURNING person_id, school_id, side, language
            """)
        guard let row, let side = Side(rawValue: try row.text("side")), let export = try exports("x.id = \(id)", tx).first else { return nil }
        let person: ID<Person> = try row.id("person_id"), school: ID<School> = try row.id("school_id")
        guard let viewer = try AccountsStore.viewer(person, side: side, tx),
            let hat = ([viewer.hat] + viewer.otherHats).first(where: { $0.side == side && $0.school.id == school })
        else {
            try end(id, claim: until, size: nil, at: now, tx)
            return nil
        }
        return DueExport(
            id: id, export: export, viewer: Viewer(person: person, name: viewer.name, hat: hat), language: Language(rawValue: try row.text("language")) ?? .ru,
            claim: until)
    }

    static func giveBack(_ id: ID<ChatExport>, claim: Moment, tryAt: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat_export SET claimed_until = \(tryAt) WHERE id = \(id) AND claimed_until = \(claim)")
    }

    /// Without a size it has failed. `false` where it has gone meanwhile.
    @discardableResult static func end(_ id: ID<ChatExport>, claim: Moment, size: Int?, at now: Moment, _ tx: Transaction) throws -> Bool {
        let state = size == nil ? ChatExport.State.failed : .ready
        return try !tx.rows(
            "UPDATE chat_export SET state = \(state.rawValue), ended_at = \(now), size = \(size) WHERE id = \(id) AND claimed_until = \(claim) RETURNING id"
        ).isEmpty
    }

    static func forgetOld(at now: Moment, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM chat_export WHERE ended_at < \(now - ChatExport.days * 86_400)")
    }

    /// Which of the numbers are of exports that are there.
    static func known(_ numbers: [Int64], _ tx: Transaction) throws -> Set<Int64> {
        numbers.isEmpty ? [] : Set(try tx.rows("SELECT id FROM chat_export WHERE id IN \(list: numbers.map(Value.int))").map { try $0.int("id") })
    }

    // MARK: People

    /// Their own; and what others have taken out of their chats, for it holds their words.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            "DELETE FROM chat_export WHERE person_id = \(person) OR chat_id IN (SELECT m.chat_id FROM chat_member m WHERE m.person_id = \(person))")
    }
}
