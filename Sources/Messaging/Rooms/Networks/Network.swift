import Accounts
import Kernel
import Storage

/// A chat of several schools by agreement of their administrators (REQUIREMENTS C28). Of others one sees name, role and school.
struct Network: Hashable, Sendable {
    enum State: String, Hashable, Sendable { case proposed, agreed, ended }
    let chat: ID<Chat>
    let title: String
    let about: String
    /// The school whose administrator has proposed it.
    let proposer: String
    /// What the viewer's school has said.
    let state: State
    /// Names of the schools that have agreed, and of those that were asked.
    var agreed: [String]
    var asked: [String]
}

/// One school proposes a chat to another of the same installation, and is in it at once.
struct ProposeNetwork: Verb {
    let draft: ChatDraft
    let schoolName: String
    init(_ draft: ChatDraft, to schoolName: String) {
        self.draft = draft
        self.schoolName = schoolName
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let own = try MessagingAccess.networked(by: viewer)
        guard let other = try NetworkStore.school(named: schoolName, besides: own, tx) else { throw Denial.invalid(field: "school", .unknownSchool) }
        let chat = try RoomStore.make(draft, networkOf: own, at: now, tx)
        try NetworkStore.set(.agreed, own.id, in: chat, by: viewer.person, at: now, tx)
        try NetworkStore.set(.proposed, other, in: chat, by: nil, at: now, tx)
        var joining = Joining(chat, at: now, by: viewer, tx)
        try joining.add(own.own, since: 0, manages: true)
        try tx.leave(Trace("messaging.network", about: "chat:\(chat.number)", became: "proposed"), by: viewer, at: now)
        return chat
    }
}

/// Another school's administrator agrees, and brings in their own people; or declines, or ends what was agreed.
struct AnswerNetwork: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let agrees: Bool
    init(_ chat: ID<Chat>, agrees: Bool) {
        self.chat = chat
        self.agrees = agrees
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let own = try MessagingAccess.networked(by: viewer)
        guard let (state, lastSeq) = try NetworkStore.locked(chat, of: own, tx), state != .ended else { throw Denial.notFound }
        guard (state == .proposed) || !agrees else { return }
        try NetworkStore.set(agrees ? .agreed : .ended, own.id, in: chat, by: viewer.person, at: now, tx)
        try tx.leave(
            Trace("messaging.network", about: "chat:\(chat.number)", was: state.rawValue, became: agrees ? "agreed" : "ended"), by: viewer, at: now)
        guard agrees else { return try letGo(own, at: now, viewer, tx) }
        var joining = Joining(chat, at: now, by: viewer, tx)
        try joining.add(own.own, since: lastSeq, manages: true)
        joining.tell()
    }

    /// The school's people leave; where they were the owner's, the chat goes on with the next or is over.
    private func letGo(_ own: NetworkedSchool, at now: Moment, _ viewer: Viewer, _ tx: Transaction) throws {
        for (person, role) in try NetworkStore.leave(chat, own, tx) {
            try tx.leave(Trace("messaging.member", about: "chat:\(chat.number)/person:\(person.number)", was: role), by: viewer, at: now)
            tx.leave(person, .chat(chat))
        }
        if try NetworkStore.isOwned(chat, by: own, tx) { try RosterStore.handOn(chat, at: now, tx) }
    }
}

enum NetworkStore {
    static func school(named name: String, besides own: NetworkedSchool, _ tx: Transaction) throws -> ID<School>? {
        let key = TextKey.of(name)
        return try tx.rows("SELECT id, name FROM school WHERE level = 'school' AND id <> \(own.id) ORDER BY id").first { row in
            TextKey.of(try row.text("name")) == key
        }?.id("id")
    }

    static func set(_ state: Network.State, _ school: ID<School>, in chat: ID<Chat>, by person: ID<Person>?, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO network_school (chat_id, school_id, state, settled_by, at) VALUES (\(chat), \(school), \(state.rawValue), \(person), \(now))
            ON CONFLICT (chat_id, school_id) DO UPDATE SET state = excluded.state, settled_by = excluded.settled_by, at = excluded.at
            """)
    }

    /// What the school has said, with the chat's row locked.
    static func locked(_ chat: ID<Chat>, of own: NetworkedSchool, _ tx: Transaction) throws -> (Network.State, Int64)? {
        let known = try tx.first("SELECT state FROM network_school WHERE chat_id = \(chat) AND school_id = \(own.id)")
        guard known != nil else { return nil }
        let row = try tx.one("SELECT last_seq FROM chat WHERE id = \(chat) \(tx.dialect.rowLock)")
        let state = try tx.one("SELECT state FROM network_school WHERE chat_id = \(chat) AND school_id = \(own.id)").text("state")
        return Network.State(rawValue: state).map { ($0, (try? row.int("last_seq")) ?? 0) }
    }

    static func leave(_ chat: ID<Chat>, _ own: NetworkedSchool, _ tx: Transaction) throws -> [(ID<Person>, String)] {
        try tx.rows(
            "UPDATE chat_member SET present = 0, manages = 0 WHERE chat_id = \(chat) AND school_id = \(own.id) AND present = 1 RETURNING person_id, role"
        ).map { (try $0.id("person_id"), try $0.text("role")) }
    }

    static func isOwned(_ chat: ID<Chat>, by own: NetworkedSchool, _ tx: Transaction) throws -> Bool {
        try tx.first(
            "SELECT c.id FROM chat c JOIN chat_member m ON m.chat_id = c.id AND m.person_id = c.owner_id WHERE c.id = \(chat) AND m.school_id = \(own.id)")
            != nil
    }

    /// Those the school has proposed, been asked to join, or is in.
    static func networks(of own: NetworkedSchool, _ tx: Transaction) throws -> [Network] {
        let rows = try tx.rows(
            """
            SELECT c.id, c.title, c.about, s.name AS proposer, n.state FROM network_school n JOIN chat c ON c.id = n.chat_id JOIN school s ON s.id = c.school_id
            WHERE n.school_id = \(own.id) AND n.state <> 'ended' AND c.archived_at IS NULL ORDER BY c.id DESC
            """)
        return try rows.map { row in
            let chat: ID<Chat> = try row.id("id")
            let others = try tx.rows(
                "SELECT s.name, n.state FROM network_school n JOIN school s ON s.id = n.school_id WHERE n.chat_id = \(chat) AND n.state <> 'ended' ORDER BY s.id"
            )
            let names = { (state: Network.State) in try others.filter { try $0.text("state") == state.rawValue }.map { try $0.text("name") } }
            return Network(
                chat: chat, title: try row.text("title"), about: try row.text("about"), proposer: try row.text("proposer"),
                state: Network.State(rawValue: try row.text("state")) ?? .proposed, agreed: try names(.agreed), asked: try names(.proposed))
        }
    }
}
