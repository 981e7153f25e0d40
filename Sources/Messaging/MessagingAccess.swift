import Accounts
import Files
import Kernel
import School
import Storage

/// Who may see, hear and do what in chats — the only file that answers that.
enum MessagingAccess {
    /// Reading: joins the viewer's own membership, as `me`, to a chat `c`. It holds for present members whose present hat has the
    /// membership's school and side; in a network of schools that may be another than the chat's own: a teacher who is also a parent reads the staff room as a teacher, the families' chat as a
    /// parent (REQUIREMENTS C24: outsiders do not get in).
    static func seen(by viewer: Viewer) -> SQL {
        """
        me.chat_id = c.id AND me.person_id = \(viewer.person) AND me.school_id = \(viewer.school) AND me.side = \(viewer.side.rawValue)
        AND me.present = 1 AND me.blocked_at IS NULL AND (c.school_id = me.school_id OR c.kind = 'network')
        """
    }

    /// Hearing: the chats whose topics the person's open pages follow. The same condition, so who hears is who sees.
    static func chats(of viewer: Viewer, in tx: Transaction) throws -> [ID<Chat>] {
        try tx.rows("SELECT c.id FROM chat_member me JOIN chat c ON \(seen(by: viewer)) ORDER BY c.id").map { try $0.id("id") }
    }

    /// Writing: the chat, locked, if the viewer is in it. `MessagingStore.append` takes nothing else.
    static func postable(_ id: ID<Chat>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> PostableChat {
        // The lock comes first: only what is read after it still stands when the message is written.
        let locked = try tx.first("SELECT last_seq FROM chat WHERE id = \(id) AND (school_id = \(viewer.school) OR kind = 'network') \(tx.dialect.rowLock)")
        guard let last = try locked?.int("last_seq") else { throw Denial.notFound }
        let row = try tx.first(
            """
            SELECT c.kind, c.posting, c.archived_at, c.premoderated, \(orderColumns), me.role, me.verified, me.manages, v.author_id AS previous_author, v.posted_at AS previous_at
            FROM chat c JOIN chat_member me ON \(seen(by: viewer)) LEFT JOIN message v ON v.chat_id = c.id AND v.seq = \(last) AND v.seq > me.since_seq
            WHERE c.id = \(id)
            """)
        guard let row, let role = Role(rawValue: try row.text("role")) else { throw Denial.notFound }
        guard try row.optional("archived_at", Row.moment) == nil else { throw Denial.forbidden(.chatEnded) }
        guard try row.text("posting") == "all" || row.bool("manages") else { throw Denial.forbidden(.onlyManagersPost) }
        if try MessagingStore.kind(row) == .direct { try stillReachable(in: id, by: viewer, tx) }
        if try !row.bool("manages") { try refuseByOrder(row, at: now) }
        let author = Message.Author(id: viewer.person, name: viewer.name, role: role, isVerified: try row.bool("verified"))
        return PostableChat(
            id: id, school: viewer.school, author: author, lastSeq: last, previous: try MessagingStore.previous(row), kind: try MessagingStore.kind(row),
            zone: viewer.zone, isLookedAt: try role == .pupil && !row.bool("manages") && row.bool("premoderated"))
    }

    // MARK: What is done with one message

    /// A message the viewer sees.
    static func seen(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> SeenMessage {
        let row = try tx.first(
            """
            SELECT m.seq FROM chat c JOIN chat_member me ON \(seen(by: viewer)) JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq
            WHERE c.id = \(chat) AND m.seq = \(seq) AND m.removed_at IS NULL
            """)
        guard row != nil else { throw Denial.notFound }
        return SeenMessage(chat: chat, seq: seq, person: viewer.person, school: viewer.school)
    }

    /// Correcting is the author's alone.
    static func editable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> HeldMessage {
        let held = try held(seq, in: chat, by: viewer, in: tx)
        guard held.author == viewer.person, !held.isPassedOn else { throw Denial.forbidden(.notYourMessage) }
        guard try PollStore.poll(at: seq, in: chat, tx) == nil else { throw Denial.forbidden(.pollStands) }
        return held
    }
    /// Taking back: the author, and who manages the chat (REQUIREMENTS C14).
    static func removable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> HeldMessage {
        let held = try held(seq, in: chat, by: viewer, in: tx)
        guard held.author == viewer.person || held.manages else { throw Denial.forbidden(.notYourMessage) }
        return held
    }
    /// Pinning: who manages the chat; between two people and in a circle of their own anyone.
    static func pinnable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> HeldMessage {
        let held = try held(seq, in: chat, by: viewer, in: tx)
        guard held.manages || held.kind == .direct || held.kind == .group else { throw Denial.forbidden(.onlyManagersPin) }
        return held
    }
    /// A sign: every member, also where only managers write.
    static func signable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> HeldMessage {
        try held(seq, in: chat, by: viewer, in: tx)
    }

    /// A message that stands, seen by the viewer in a chat that goes on, whose row is locked.
    private static func held(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> HeldMessage {
        guard try tx.first("SELECT id FROM chat WHERE id = \(chat) \(tx.dialect.rowLock)") != nil else { throw Denial.notFound }
        let row = try tx.first(
            """
            SELECT c.kind, c.archived_at, me.manages, m.author_id, m.body, m.has_parts, m.pinned_at, m.words_of FROM chat c JOIN chat_member me ON \(seen(by: viewer))
            JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq WHERE c.id = \(chat) AND m.seq = \(seq) AND m.removed_at IS NULL
            """)
        guard let row else { throw Denial.notFound }
        guard try row.optional("archived_at", Row.moment) == nil else { throw Denial.forbidden(.chatEnded) }
        return HeldMessage(
            chat: chat, seq: seq, person: viewer.person, author: try row.id("author_id"), body: try row.text("body"), hasFiles: try row.bool("has_parts"),
            isPassedOn: try row.optionalID("words_of").map { (_: ID<Person>) in true } ?? false, isPinned: try row.optional("pinned_at", Row.moment) != nil,
            manages: try row.bool("manages"), kind: try MessagingStore.kind(row), zone: viewer.zone)
    }

    /// Words may be passed on to another chat of the reader's; those of the staff only to the staff.
    static func passable(_ seq: Int64, in chat: ID<Chat>, to target: PostableChat, by viewer: Viewer, in tx: Transaction) throws -> PassableWords {
        let row = try tx.first(
            """
            SELECT c.kind, m.body, m.author_id, m.words_of FROM chat c JOIN chat_member me ON \(seen(by: viewer))
            JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq WHERE c.id = \(chat) AND m.seq = \(seq) AND m.removed_at IS NULL
            """)
        guard let row else { throw Denial.notFound }
        guard mayPass(from: try MessagingStore.kind(row), to: target.kind) else { throw Denial.forbidden(.staysWithStaff) }
        let speaker: ID<Person> = try row.optionalID("words_of") ?? row.id("author_id")
        let files = try FilesAccess.again(AttachedStore.ids(of: seq, in: chat, tx), tx)
        return PassableWords(words: Words(try Message.Body(row.text("body"), mayBeEmpty: !files.isEmpty), of: speaker, with: files))
    }

    private static func mayPass(from source: Chat.Kind, to target: Chat.Kind) -> Bool { source != .staff || target == .staff }
    static func mayPass(from source: Chat.Kind, to target: Chat) -> Bool { mayPass(from: source, to: target.kind) && target.mayPost }

    /// What the viewer may do with a message, for the page that offers it.
    static func acts(on message: Message, in chat: Chat, by viewer: Viewer) -> Set<MessageAct> {
        guard message.removal == nil else { return [] }
        var acts: Set<MessageAct> = [.keep, .passOn]
        guard !chat.isArchived else { return acts }
        acts.insert(.sign)
        // What is announced is answered to its author, beside the chat, unless it is open for talk.
        let isForAuthor = message.part == .announcement(isOpen: false) && message.author.id != viewer.person
        if chat.mayPost && !isForAuthor { acts.insert(.reply) }
        if message.author.id == viewer.person && message.wordsOf == nil && !message.isPoll { acts.insert(.edit) }
        if message.author.id == viewer.person || chat.manages { acts.insert(.remove) }
        if chat.manages || chat.kind == .direct || chat.kind == .group { acts.insert(.pin) }
        return acts
    }

    /// Deciding who is in the school's chats: those who rule over its people.
    static func arranged(by viewer: Viewer) throws -> ArrangedSchool {
        ArrangedSchool(id: try AccountsAccess.ruled(by: viewer).id, arranger: viewer.person.number == 0 ? nil : viewer.person)
    }
    /// Making the chat of a course: its teacher, who then answers for it (REQUIREMENTS C13), and those who rule over the school's people.
    static func studied(_ course: ID<Course>, by viewer: Viewer, in tx: Transaction) throws -> (school: ArrangedSchool, schoolClass: ID<SchoolClass>) {
        guard let row = try tx.first("SELECT class_id, teacher_id FROM course WHERE id = \(course) AND school_id = \(viewer.school)"), viewer.side == .staff
        else {
            throw Denial.notFound
        }
        let school = ArrangedSchool(id: viewer.school, arranger: viewer.person.number == 0 ? nil : viewer.person)
        guard try row.optionalID("teacher_id") == viewer.person || (try? arranged(by: viewer)) != nil else { throw Denial.forbidden(.onlyCourseTeacher) }
        return (school, try row.id("class_id"))
    }
    /// The same as the consequence of a change whose right was judged where it was made.
    static func following(_ fact: Fact, by person: ID<Person>?) -> ArrangedSchool { ArrangedSchool(id: fact.school, arranger: person) }
}

// MARK: - Order

extension MessagingAccess {
    fileprivate static let orderColumns: SQL = "c.slow_seconds, c.rules_version, me.muted_until, me.posted_at, me.rules_accepted"

    /// Who may not write for a while, has not accepted the rules, or has written a moment ago in a slow chat. Managers are free of it.
    fileprivate static func refuseByOrder(_ row: Row, at now: Moment) throws {
        if let until = try row.optional("muted_until", Row.moment), until > now { throw Denial.forbidden(.muted) }
        guard try row.int("rules_accepted") >= row.int("rules_version") else { throw Denial.forbidden(.acceptRulesFirst) }
        let slow = Int(try row.int("slow_seconds"))
        guard slow > 0, let last = try row.optional("posted_at", Row.moment), last + slow > now else { return }
        throw Denial.wait(seconds: Moment.seconds(from: now, to: last + slow))
    }

    /// Whether the words go out as they are. A pupil's rude words and all of them where the chat is looked at wait for a manager; others
    /// are asked once (REQUIREMENTS C25, C26).
    static func judged(_ words: Words, in chat: PostableChat, isSure: Bool, _ tx: Transaction) throws -> Words {
        var words = words
        let rules = try WordRulesStore.rules(of: chat.school, tx), concerns = rules.concerns(in: words.body.text)
        // A file's name is no way round what is asked of words.
        let named = words.files.isEmpty ? [] : rules.concerns(in: words.files.map(\.file.name).joined(separator: "\n")).filter(\.goesToModerator)
        try check(concerns + named, in: chat, isSure: isSure)
        words.concerns = concerns
        return words
    }

    private static func check(_ concerns: [Concern], in chat: PostableChat, isSure: Bool) throws {
        if chat.isLookedAt || chat.author.role == .pupil && concerns.contains(where: \.goesToModerator) { throw Denial.conflict(.waitsForLook) }
        if !isSure, let asked = concerns.first(where: \.concernsWriter) { throw Denial.conflict(asked.question) }
    }

    /// Words that are no plain message, e.g. a poll's question, an answer to it, an answer to an announcement's author: they cannot wait, so what a pupil would have looked at is refused.
    static func judgeAtOnce(_ texts: [String], by viewer: Viewer, isSure: Bool, _ tx: Transaction) throws {
        let rules = try WordRulesStore.rules(of: viewer.school, tx), concerns = texts.flatMap { rules.concerns(in: $0) }
        if viewer.side == .pupil, concerns.contains(where: \.goesToModerator) { throw Denial.forbidden(.cannotWait) }
        if !isSure, let asked = concerns.first(where: \.concernsWriter) { throw Denial.conflict(asked.question) }
    }

    /// Words that are said later, and are judged again then: only what their writer is asked. What of a pupil's waits for a look will wait then.
    static func askBefore(_ texts: [String], by viewer: Viewer, isSure: Bool, _ tx: Transaction) throws {
        guard !isSure else { return }
        let rules = try WordRulesStore.rules(of: viewer.school, tx)
        let asked = texts.flatMap { rules.concerns(in: $0) }.first { $0.concernsWriter && !(viewer.side == .pupil && $0.goesToModerator) }
        if let asked { throw Denial.conflict(asked.question) }
    }

    /// A correction is no way round a look.
    static func checkCorrection(_ concerns: [Concern], of held: HeldMessage, by viewer: Viewer, isSure: Bool, in tx: Transaction) throws {
        let isLookedAt = try tx.one("SELECT premoderated FROM chat WHERE id = \(held.chat)").bool("premoderated")
        if viewer.side == .pupil, isLookedAt || concerns.contains(where: \.goesToModerator) { throw Denial.forbidden(.editWaits) }
        if !isSure, let asked = concerns.first(where: \.concernsWriter) { throw Denial.conflict(asked.question) }
    }

    /// Reporting: a message one sees and has not written.
    static func reportable(_ seq: Int64, in chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> SeenMessage {
        let seen = try seen(seq, in: chat, by: viewer, in: tx)
        guard try tx.one("SELECT author_id FROM message WHERE chat_id = \(chat) AND seq = \(seq)").id("author_id", of: Person.self) != viewer.person else {
            throw Denial.forbidden(.ownReport)
        }
        return seen
    }

    /// Those who decide for the whole school, also about chats they are not in (REQUIREMENTS C14).
    static let deciders: Set<Role> = [.director, .deputy, .administrator]
    static func decidesForSchool(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: deciders) }

    /// A condition on a chat `c`: the viewer decides about what is reported there.
    static func moderated(by viewer: Viewer) -> SQL {
        """
        c.school_id = \(viewer.school) AND (\(decidesForSchool(viewer)) = 1
        OR EXISTS (SELECT me.chat_id FROM chat_member me WHERE \(seen(by: viewer)) AND me.manages = 1))
        """
    }

    /// Deciding about a report that is open, of somebody else's message.
    static func decidable(_ report: ID<Report>, by viewer: Viewer, in tx: Transaction) throws -> DecidableReport {
        let row = try tx.first(
            """
            SELECT r.chat_id, r.seq, r.author_id, r.decision_id, m.body, m.has_parts, m.removed_at, m.pinned_at, c.kind FROM message_report r JOIN chat c ON c.id = r.chat_id
            JOIN message m ON m.chat_id = r.chat_id AND m.seq = r.seq WHERE r.id = \(report) AND \(moderated(by: viewer))
            """)
        guard let row else { throw Denial.notFound }
        let author: ID<Person> = try row.id("author_id"), chat: ID<Chat> = try row.id("chat_id")
        guard author != viewer.person else { throw Denial.forbidden(.ownCase) }
        guard try row.optional("decision_id", Row.int) == nil else { throw Denial.conflict(.reportDecided) }
        try tx.rows("SELECT id FROM chat WHERE id = \(chat) \(tx.dialect.rowLock)")
        let stands = try row.optional("removed_at", Row.moment) == nil
        let held = HeldMessage(
            chat: chat, seq: try row.int("seq"), person: viewer.person, author: author, body: try row.text("body"), hasFiles: try row.bool("has_parts"),
            isPassedOn: false,
            isPinned: try row.optional("pinned_at", Row.moment) != nil, manages: true, kind: try MessagingStore.kind(row), zone: viewer.zone)
        return DecidableReport(message: held, stands: stands, school: viewer.school)
    }

    /// Looking at a message that waits, in a chat whose row is locked.
    static func lookedAt(_ waiting: ID<WaitingMessage>, by viewer: Viewer, in tx: Transaction) throws -> LookedAtMessage {
        let row = try tx.first(
            """
            SELECT w.chat_id, w.author_id, w.client_id, w.body, w.reply_seq, w.refused_at FROM message_waiting w JOIN chat c ON c.id = w.chat_id
            WHERE w.id = \(waiting) AND \(moderated(by: viewer))
            """)
        guard let row else { throw Denial.notFound }
        guard try row.id("author_id", of: Person.self) != viewer.person else { throw Denial.forbidden(.ownCase) }
        guard try row.optional("refused_at", Row.moment) == nil else { throw Denial.conflict(.waitingJudged) }
        let files = try FilesAccess.again(AttachedStore.ids(of: .looked(waiting), tx), tx)
        let words = Words(
            try Message.Body(row.text("body"), mayBeEmpty: !files.isEmpty), answering: try row.optional("reply_seq", Row.int), with: files)
        return LookedAtMessage(
            id: waiting, clientID: .init(stored: try row.text("client_id")), words: words,
            chat: try postable(row.id("chat_id"), of: row.id("author_id"), in: viewer, tx))
    }

    /// As the author of a message that was let pass: what kept others from writing at once does not count again.
    private static func postable(_ chat: ID<Chat>, of author: ID<Person>, in viewer: Viewer, _ tx: Transaction) throws -> PostableChat {
        let last = try tx.one("SELECT last_seq FROM chat WHERE id = \(chat) \(tx.dialect.rowLock)").int("last_seq")
        let row = try tx.one(
            """
            SELECT c.kind, me.role, me.verified, p.family, p.given, p.patronymic, v.author_id AS previous_author, v.posted_at AS previous_at
            FROM chat c JOIN chat_member me ON me.chat_id = c.id AND me.person_id = \(author) JOIN person p ON p.id = me.person_id
            LEFT JOIN message v ON v.chat_id = c.id AND v.seq = \(last) WHERE c.id = \(chat)
            """)
        let speaker = Message.Author(
            id: author, name: try AccountsStore.name(row), role: Role(rawValue: try row.text("role")) ?? .pupil, isVerified: try row.bool("verified"))
        return PostableChat(
            id: chat, school: viewer.school, author: speaker, lastSeq: last, previous: try MessagingStore.previous(row), kind: try MessagingStore.kind(row),
            zone: viewer.zone, isLookedAt: false)
    }
}

/// Proof that the viewer decides about this report.
struct DecidableReport: Sendable {
    let message: HeldMessage
    /// Whether the message was not taken away already.
    let stands: Bool
    let school: ID<School>
    fileprivate init(message: HeldMessage, stands: Bool, school: ID<School>) {
        self.message = message
        self.stands = stands
        self.school = school
    }
}

/// Proof that the viewer looks at this message that waits, with all that is needed to publish it.
struct LookedAtMessage: Sendable {
    let id: ID<WaitingMessage>
    let clientID: Message.ClientID
    let words: Words
    let chat: PostableChat
    fileprivate init(id: ID<WaitingMessage>, clientID: Message.ClientID, words: Words, chat: PostableChat) {
        self.id = id
        self.clientID = clientID
        self.words = words
        self.chat = chat
    }
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
    /// What the author writes is seen by others only after a manager's look.
    let isLookedAt: Bool
    fileprivate init(
        id: ID<Chat>, school: ID<School>, author: Message.Author, lastSeq: Int64, previous: Message.Previous?, kind: Chat.Kind, zone: Zone, isLookedAt: Bool
    ) {
        self.isLookedAt = isLookedAt
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

/// Proof that the viewer sees this message.
struct SeenMessage: Sendable {
    let chat: ID<Chat>
    let seq: Int64
    let person: ID<Person>
    let school: ID<School>
    fileprivate init(chat: ID<Chat>, seq: Int64, person: ID<Person>, school: ID<School>) {
        self.chat = chat
        self.seq = seq
        self.person = person
        self.school = school
    }
}

/// Proof that `MessagingAccess` let this person do to this message what they came for; the chat's row is locked until the transaction ends.
struct HeldMessage: Sendable {
    let chat: ID<Chat>
    let seq: Int64
    let person: ID<Person>
    let author: ID<Person>
    let body: String
    let hasFiles: Bool
    let isPassedOn: Bool
    let isPinned: Bool
    let manages: Bool
    let kind: Chat.Kind
    let zone: Zone
    fileprivate init(
        chat: ID<Chat>, seq: Int64, person: ID<Person>, author: ID<Person>, body: String, hasFiles: Bool, isPassedOn: Bool, isPinned: Bool, manages: Bool,
        kind: Chat.Kind,
        zone: Zone
    ) {
        self.chat = chat
        self.seq = seq
        self.person = person
        self.author = author
        self.body = body
        self.hasFiles = hasFiles
        self.isPassedOn = isPassedOn
        self.isPinned = isPinned
        self.manages = manages
        self.kind = kind
        self.zone = zone
    }
}

/// Proof that these words may be said in the other chat.
struct PassableWords: Sendable {
    let words: Words
    fileprivate init(words: Words) { self.words = words }
}

/// What can be done with one message.
enum MessageAct: String, Hashable, Sendable, CaseIterable { case reply, sign, edit, remove, pin, keep, passOn }
