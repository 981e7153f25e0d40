import Accounts
import Kernel
import Storage

/// The SQL of reports, decisions and of messages that wait. What changes anything takes a proof that `MessagingAccess` gave.
enum OrderStore {
    // MARK: Reports

    /// `false` if this person has reported it before.
    static func report(_ seen: SeenMessage, _ cause: ReportCause, note: String, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            INSERT INTO message_report (school_id, chat_id, seq, author_id, reporter_id, cause, note, body, at)
            SELECT \(seen.school), m.chat_id, m.seq, m.author_id, \(seen.person), \(cause.rawValue), \(note), m.body, \(now)
            FROM message m WHERE m.chat_id = \(seen.chat) AND m.seq = \(seen.seq) ON CONFLICT (chat_id, seq, reporter_id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    /// Whose message it is and who reports it: neither decides.
    static func parties(of seq: Int64, in chat: ID<Chat>, _ viewer: Viewer, _ tx: Transaction) throws -> Set<ID<Person>> {
        try [AnnouncementStore.author(of: seq, in: chat, tx), viewer.person]
    }

    /// What the viewer has to decide, the oldest first.
    static func cases(for viewer: Viewer, only report: ID<Report>? = nil, _ tx: Transaction) throws -> [ReportCase] {
        try tx.rows(
            """
            SELECT r.id AS report_id, r.seq, r.cause, r.note, r.body, r.at, p.family, p.given, p.patronymic, c.id AS chat_id, c.kind,
                   \(MessagingStore.title(besides: "r.reporter_id")), c.last_seq, c.last_change, c.last_at, c.posting, c.archived_at, c.owner_id, c.about,
                   0 AS read_seq, 0 AS manages, 0 AS members, NULL AS first_at, 0 AS is_muted, 0 AS named
            FROM message_report r JOIN chat c ON c.id = r.chat_id JOIN person p ON p.id = r.author_id
            WHERE r.school_id = \(viewer.school) AND r.decision_id IS NULL AND r.author_id <> \(viewer.person) AND \(MessagingAccess.moderated(by: viewer))
            AND (CAST(\(report) AS BIGINT) IS NULL OR r.id = \(report)) ORDER BY r.at, r.id LIMIT 100
            """
        ).map { row in
            ReportCase(
                report: try row.id("report_id"), chat: try MessagingStore.chat(row), seq: try row.int("seq"), author: try AccountsStore.name(row),
                body: try row.text("body"), cause: ReportCause(rawValue: try row.text("cause")) ?? .other, note: try row.text("note"), at: try row.moment("at"))
        }
    }

    /// The words around a reported message, for who decides: three before it and three after it.
    static func around(_ report: DecidableReport, _ tx: Transaction) throws -> [Message] {
        let message = report.message
        return try ((message.seq - 3)...(message.seq + 3)).filter { $0 > 0 }.compactMap { seq in
            try tx.first("SELECT seq FROM message WHERE chat_id = \(message.chat) AND seq = \(seq)") == nil
                ? nil : try MessagingStore.message(seq, of: message.chat, tx)
        }
    }

    static func isMember(_ person: ID<Person>, of chat: ID<Chat>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT chat_id FROM chat_member WHERE chat_id = \(chat) AND person_id = \(person) AND present = 1") != nil
    }

    // MARK: Decisions

    static func decide(_ report: DecidableReport, _ measure: Measure, until: Moment?, reason: String, at now: Moment, _ tx: Transaction) throws -> ID<Decision>
    {
        let message = report.message
        let id: ID<Decision> = try tx.one(
            """
            INSERT INTO chat_decision (school_id, chat_id, seq, person_id, measure, until, reason, by_id, at)
            VALUES (\(report.school), \(message.chat), \(message.seq), \(message.author), \(measure.rawValue), \(until), \(reason), \(message.person), \(now))
            RETURNING id
            """
        ).id("id")
        try tx.rows("UPDATE message_report SET decision_id = \(id) WHERE chat_id = \(message.chat) AND seq = \(message.seq) AND decision_id IS NULL")
        switch measure {
        case .mute: try tx.rows("UPDATE chat_member SET muted_until = \(until) WHERE chat_id = \(message.chat) AND person_id = \(message.author)")
        case .block: try tx.rows("UPDATE chat_member SET blocked_at = \(now) WHERE chat_id = \(message.chat) AND person_id = \(message.author)")
        case .nothing, .warn, .remove: break
        }
        return id
    }

    private static let decisionColumns: SQL = """
        d.id AS decision_id, d.measure, d.until, d.reason, d.at, d.appeal, d.answer, d.is_lifted, c.kind, c.title, p.family, p.given, p.patronymic
        """

    /// About the viewer's own messages, the newest first.
    static func decisions(about viewer: Viewer, since moment: Moment? = nil, _ tx: Transaction) throws -> [Decision] {
        try tx.rows(
            """
            SELECT \(decisionColumns) FROM chat_decision d JOIN chat c ON c.id = d.chat_id JOIN person p ON p.id = d.person_id
            WHERE d.person_id = \(viewer.person) AND d.school_id = \(viewer.school) AND d.measure <> 'nothing' AND d.at > \(moment?.milliseconds ?? 0)
            ORDER BY d.at DESC, d.id DESC LIMIT 100
            """
        ).map(decision)
    }

    /// Appeals that wait for the viewer's answer.
    static func appeals(for viewer: Viewer, _ tx: Transaction) throws -> [Decision] {
        guard MessagingAccess.decidesForSchool(viewer) else { return [] }
        return try tx.rows(
            """
            SELECT \(decisionColumns) FROM chat_decision d JOIN chat c ON c.id = d.chat_id JOIN person p ON p.id = d.person_id
            WHERE d.school_id = \(viewer.school) AND d.appeal IS NOT NULL AND d.answer IS NULL AND d.by_id <> \(viewer.person) AND d.person_id <> \(viewer.person)
            ORDER BY d.appealed_at, d.id LIMIT 100
            """
        ).map(decision)
    }

    /// What has become of the viewer's own reports: without a decision, or what was decided and why.
    static func reports(by viewer: Viewer, _ tx: Transaction) throws -> [OwnReport] {
        try tx.rows(
            """
            SELECT r.at, r.cause, d.measure, d.reason FROM message_report r LEFT JOIN chat_decision d ON d.id = r.decision_id
            WHERE r.reporter_id = \(viewer.person) AND r.school_id = \(viewer.school) ORDER BY r.at DESC, r.id DESC LIMIT 50
            """
        ).map { row in
            OwnReport(
                at: try row.moment("at"), cause: ReportCause(rawValue: try row.text("cause")) ?? .other,
                measure: try row.optional("measure", Row.text).flatMap(Measure.init), reason: try row.optional("reason", Row.text) ?? "")
        }
    }

    private static func decision(_ row: Row) throws -> Decision {
        Decision(
            id: try row.id("decision_id"), chatTitle: try row.text("title"), chatKind: try MessagingStore.kind(row), author: try AccountsStore.name(row),
            measure: Measure(rawValue: try row.text("measure")) ?? .warn, until: try row.optional("until", Row.moment), reason: try row.text("reason"),
            at: try row.moment("at"), appeal: try row.optional("appeal", Row.text), answer: try row.optional("answer", Row.text),
            isLifted: try row.bool("is_lifted"))
    }

    static func appeal(_ decision: AppealableDecision, _ text: String, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat_decision SET appeal = \(text), appealed_at = \(now) WHERE id = \(decision.id)")
    }

    static func answer(_ appeal: AnswerableAppeal, _ text: String, lifts: Bool, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            "UPDATE chat_decision SET answer = \(text), answered_by = \(appeal.person), answered_at = \(now), is_lifted = \(lifts) WHERE id = \(appeal.id)")
        guard lifts else { return }
        try tx.rows("UPDATE chat_member SET muted_until = NULL, blocked_at = NULL WHERE chat_id = \(appeal.chat) AND person_id = \(appeal.about)")
    }

    /// When what was decided in the school since a moment; no names (REQUIREMENTS C14).
    static func measures(in school: ID<School>, since moment: Moment, _ tx: Transaction) throws -> [(at: Moment, measure: Measure, isLifted: Bool)] {
        try tx.rows("SELECT at, measure, is_lifted FROM chat_decision WHERE school_id = \(school) AND at > \(moment) ORDER BY at").compactMap { row in
            guard let measure = Measure(rawValue: try row.text("measure")) else { return nil }
            return (try row.moment("at"), measure, try row.bool("is_lifted"))
        }
    }

    // MARK: Messages that wait

    /// Sent twice under one name it waits once.
    static func hold(_ words: Words, _ clientID: Message.ClientID, in chat: PostableChat, at now: Moment, _ tx: Transaction) throws {
        let held = try tx.first(
            """
            INSERT INTO message_waiting (school_id, chat_id, author_id, client_id, body, reply_seq, at)
            VALUES (\(chat.school), \(chat.id), \(chat.author.id), \(clientID.text), \(words.body.text), \(words.replySeq), \(now))
            ON CONFLICT (chat_id, author_id, client_id) DO NOTHING RETURNING id
            """)
        if let held { try AttachedStore.attach(words.files, to: .looked(held.id("id")), at: now, tx) }
        try tx.rows("UPDATE chat_member SET posted_at = \(now) WHERE chat_id = \(chat.id) AND person_id = \(chat.author.id)")
    }

    /// Those the viewer looks at, the oldest first.
    static func waiting(for viewer: Viewer, _ tx: Transaction) throws -> [WaitingMessage] {
        try waiting("w.refused_at IS NULL AND w.author_id <> \(viewer.person) AND \(MessagingAccess.moderated(by: viewer))", in: viewer.school, tx)
    }
    /// The viewer's own in a chat, with those that were refused.
    static func waiting(in chat: ID<Chat>, of viewer: Viewer, _ tx: Transaction) throws -> [WaitingMessage] {
        try waiting("w.chat_id = \(chat) AND w.author_id = \(viewer.person)", in: viewer.school, tx)
    }

    private static func waiting(_ condition: SQL, in school: ID<School>, _ tx: Transaction) throws -> [WaitingMessage] {
        let found = try tx.rows(
            """
            SELECT w.id AS waiting_id, w.chat_id, w.body, w.at, w.refused_at, w.reason, c.kind, c.title, p.family, p.given, p.patronymic
            FROM message_waiting w JOIN chat c ON c.id = w.chat_id JOIN person p ON p.id = w.author_id
            WHERE w.school_id = \(school) AND \(condition) ORDER BY w.at, w.id LIMIT 100
            """
        ).map { row in
            WaitingMessage(
                id: try row.id("waiting_id"), chat: try row.id("chat_id"), chatTitle: try row.text("title"), chatKind: try MessagingStore.kind(row),
                author: try AccountsStore.name(row), body: try row.text("body"), at: try row.moment("at"),
                refusal: try row.optional("refused_at", Row.moment) == nil ? nil : try row.text("reason"))
        }
        return try found.withFiles(tx)
    }

    static func publish(_ waiting: LookedAtMessage, at now: Moment, _ tx: Transaction) throws -> Message {
        try AttachedStore.drop(of: .looked(waiting.id), at: now, tx)
        // Of two who publish it at once the later finds it gone.
        guard try !tx.rows("DELETE FROM message_waiting WHERE id = \(waiting.id) AND refused_at IS NULL RETURNING id").isEmpty else {
            throw Denial.conflict(.waitingJudged)
        }
        return try MessagingStore.append(waiting.words, waiting.clientID, to: waiting.chat, at: now, tx)
    }
    static func refuse(_ waiting: LookedAtMessage, reason: String, at now: Moment, _ tx: Transaction) throws {
        try AttachedStore.drop(of: .looked(waiting.id), at: now, tx)
        // Of one who publishes and one who refuses at once the later finds it decided.
        let refused = try tx.rows(
            "UPDATE message_waiting SET refused_at = \(now), reason = \(reason) WHERE id = \(waiting.id) AND refused_at IS NULL RETURNING id")
        guard !refused.isEmpty else { throw Denial.conflict(.waitingJudged) }
    }

    // MARK: A chat's order

    static func order(of chat: ID<Chat>, _ tx: Transaction) throws -> ChatOrder {
        let row = try tx.one(
            """
            SELECT c.slow_seconds, c.premoderated, r.version, r.words FROM chat c
            LEFT JOIN chat_rules r ON r.chat_id = c.id AND r.version = c.rules_version WHERE c.id = \(chat)
            """)
        let rules = try row.optional("version", Row.int).map { ChatOrder.Rules(version: $0, text: try row.text("words")) }
        return ChatOrder(slowSeconds: Int(try row.int("slow_seconds")), isPremoderated: try row.bool("premoderated"), rules: rules)
    }

    static func set(_ chat: OrderedChat, slowSeconds: Int, isPremoderated: Bool, _ tx: Transaction) throws {
        try tx.rows("UPDATE chat SET slow_seconds = \(slowSeconds), premoderated = \(isPremoderated) WHERE id = \(chat.id)")
    }

    /// A new version; everyone accepts it anew.
    static func setRules(_ text: String, of chat: OrderedChat, at now: Moment, _ tx: Transaction) throws -> Int64 {
        let version = try tx.one("UPDATE chat SET rules_version = rules_version + 1 WHERE id = \(chat.id) RETURNING rules_version").int("rules_version")
        try tx.rows("INSERT INTO chat_rules (chat_id, version, words, by_id, at) VALUES (\(chat.id), \(version), \(text), \(chat.person), \(now))")
        return version
    }

    static func accept(_ version: Int64, of chat: ID<Chat>, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO chat_rules_accepted (chat_id, version, person_id, at) VALUES (\(chat), \(version), \(viewer.person), \(now))
            ON CONFLICT (chat_id, version, person_id) DO NOTHING
            """)
        try tx.rows("UPDATE chat_member SET rules_accepted = \(version) WHERE chat_id = \(chat) AND person_id = \(viewer.person)")
    }

    static func hasAccepted(_ version: Int64, of chat: ID<Chat>, _ viewer: Viewer, _ tx: Transaction) throws -> Bool {
        try tx.first(
            "SELECT chat_id FROM chat_member WHERE chat_id = \(chat) AND person_id = \(viewer.person) AND (rules_accepted >= \(version) OR manages = 1)") != nil
    }

    /// Present members who have not accepted the rules as they stand.
    static func notAccepted(in chat: OrderedChat, _ tx: Transaction) throws -> [PersonName] {
        try tx.rows(
            """
            SELECT p.family, p.given, p.patronymic FROM chat_member me JOIN chat c ON c.id = me.chat_id JOIN person p ON p.id = me.person_id
            WHERE me.chat_id = \(chat.id) AND me.present = 1 AND me.manages = 0 AND me.rules_accepted < c.rules_version ORDER BY p.name_key, p.id
            """
        ).map { try AccountsStore.name($0) }
    }
}

/// What of a chat's order its thread shows to one reader.
struct ThreadOrder: Equatable, Sendable {
    var waiting: [WaitingMessage] = []
    /// The rules they have not accepted yet.
    var rules: ChatOrder.Rules? = nil
    /// Why one only reads a talk of two: the school’s rules no longer let them write to each other, or the other has left.
    var refusal: Denial.Reason? = nil
    /// Whether the two show each other that they are there.
    var showsPresence = false

    init() {}
    init(in chat: Chat, _ viewer: Viewer, _ tx: Transaction) throws {
        try self.init(of: chat.id, viewer, tx)
        guard chat.kind == .direct, chat.mayPost else { return }
        showsPresence = try MessagingAccess.present(in: chat.id, by: viewer, in: tx) != nil
        do { try MessagingAccess.stillReachable(in: chat.id, by: viewer, tx) } catch Denial.forbidden(let reason) { refusal = reason } catch Denial.notFound {
            refusal = .mayNotWrite
        }
    }
    init(of chat: ID<Chat>, _ viewer: Viewer, _ tx: Transaction) throws {
        let rows = try tx.rows(
            """
            SELECT r.version, r.words, w.id AS waiting_id, w.body, w.at, w.refused_at, w.reason FROM chat_member me JOIN chat c ON c.id = me.chat_id
            LEFT JOIN chat_rules r ON r.chat_id = c.id AND r.version = c.rules_version AND r.version > me.rules_accepted AND me.manages = 0
            LEFT JOIN message_waiting w ON w.chat_id = c.id AND w.author_id = me.person_id
            WHERE me.chat_id = \(chat) AND me.person_id = \(viewer.person) ORDER BY w.at, w.id LIMIT 100
            """)
        rules = try rows.first.flatMap { row in
            try row.optional("version", Row.int).map { ChatOrder.Rules(version: $0, text: try row.text("words")) }
        }
        waiting = try rows.filter { try $0.optional("waiting_id", Row.int) != nil }.map { row in
            WaitingMessage(
                id: try row.id("waiting_id"), chat: chat, chatTitle: "", chatKind: .group, author: viewer.name, body: try row.text("body"),
                at: try row.moment("at"), refusal: try row.optional("refused_at", Row.moment) == nil ? nil : try row.text("reason"))
        }
        waiting = try waiting.withFiles(tx)
    }
}

extension [WaitingMessage] {
    fileprivate func withFiles(_ tx: Transaction) throws -> [WaitingMessage] {
        let files = try AttachedStore.files(of: filter { $0.refusal == nil }.map { .looked($0.id) }, tx)
        return files.isEmpty
            ? self
            : map { message in
                var message = message
                message.files = files[.looked(message.id)] ?? []
                return message
            }
    }
}

/// What has become of a report, for who made it.
struct OwnReport: Hashable, Sendable {
    let at: Moment
    let cause: ReportCause
    /// Missing until it is decided.
    let measure: Measure?
    let reason: String
}
