import Accounts
import Foundation
import Kernel
import Storage

/// The SQL of polls. Writing takes a proof that `MessagingAccess` gave.
enum PollStore {
    // MARK: Writing

    static func put(_ poll: NewPoll, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> ID<Poll> {
        let id: ID<Poll> = try tx.one(
            """
            INSERT INTO poll (school_id, author_id, kind, is_anonymous, shows_before, question, made_at, closes_at)
            VALUES (\(viewer.school), \(viewer.person), \(poll.kind.rawValue), \(poll.isAnonymous), \(poll.showsBefore), \(poll.question), \(now), \(poll.closesAt))
            RETURNING id
            """
        ).id("id")
        for (place, words) in poll.options.enumerated() {
            try tx.rows("INSERT INTO poll_option (poll_id, number, words) VALUES (\(id), \(place + 1), \(words))")
            if poll.isAnonymous { try tx.rows("INSERT INTO poll_tally (poll_id, number, votes) VALUES (\(id), \(place + 1), 0)") }
        }
        return id
    }

    static func place(_ poll: ID<Poll>, at seq: Int64, in place: PollableChat, _ tx: Transaction) throws {
        try tx.rows("INSERT INTO poll_place (chat_id, seq, poll_id) VALUES (\(place.chat.id), \(seq), \(poll))")
    }

    static func answer(_ poll: AnswerablePoll, _ ballot: Ballot, _ tx: Transaction) throws {
        if poll.hasAnswered {
            try withdraw(poll, tx)
        } else {
            try tx.rows("INSERT INTO poll_voter (poll_id, person_id, side) VALUES (\(poll.id), \(poll.viewer.person), \(poll.viewer.side.rawValue))")
        }
        switch ballot {
        case .choices(let numbers) where poll.isAnonymous: try count(numbers, poll, tx)
        case .choices(let numbers):
            for number in numbers.sorted() {
                try tx.rows("INSERT INTO poll_choice (poll_id, person_id, number) VALUES (\(poll.id), \(poll.viewer.person), \(number))")
            }
        case .words(let words) where poll.isAnonymous: try write(words, poll, tx)
        case .words(let words):
            try tx.rows("INSERT INTO poll_answer (poll_id, person_id, words) VALUES (\(poll.id), \(poll.viewer.person), \(words))")
        }
    }

    private static func withdraw(_ poll: AnswerablePoll, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM poll_choice WHERE poll_id = \(poll.id) AND person_id = \(poll.viewer.person)")
        try tx.rows("DELETE FROM poll_answer WHERE poll_id = \(poll.id) AND person_id = \(poll.viewer.person)")
    }

    /// All options are written at each answer: which row was written last, as a database remembers it, says nothing.
    private static func count(_ numbers: Set<Int>, _ poll: AnswerablePoll, _ tx: Transaction) throws {
        let chosen = numbers.sorted().map { Value.int(Int64($0)) }
        try tx.rows("UPDATE poll_tally SET votes = votes + CASE WHEN number IN \(list: chosen) THEN 1 ELSE 0 END WHERE poll_id = \(poll.id)")
    }

    /// All that was written stands in one row in the order of the alphabet: neither a row nor its place says whose it is.
    private static func write(_ words: String, _ poll: AnswerablePoll, _ tx: Transaction) throws {
        let known = try tx.first("SELECT words FROM poll_words WHERE poll_id = \(poll.id)").map { try list(of: $0.text("words")) } ?? []
        let text = String(decoding: try JSONEncoder().encode((known + [words]).sorted()), as: UTF8.self)
        try tx.rows("INSERT INTO poll_words (poll_id, words) VALUES (\(poll.id), \(text)) ON CONFLICT (poll_id) DO UPDATE SET words = excluded.words")
    }
    private static func list(of text: String) throws -> [String] { try JSONDecoder().decode([String].self, from: Data(text.utf8)) }

    static func close(_ poll: OverseenPoll, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE poll SET closes_at = \(now) WHERE id = \(poll.id) AND (closes_at IS NULL OR closes_at > \(now))")
    }

    // MARK: Reading

    /// The poll a message puts.
    static func poll(at seq: Int64, in chat: ID<Chat>, _ tx: Transaction) throws -> ID<Poll>? {
        try tx.first("SELECT poll_id FROM poll_place WHERE chat_id = \(chat) AND seq = \(seq)").map { try $0.id("poll_id") }
    }

    /// Where it stands, for the news of a change.
    static func places(of poll: ID<Poll>, _ tx: Transaction) throws -> [(chat: ID<Chat>, seq: Int64)] {
        try tx.rows("SELECT chat_id, seq FROM poll_place WHERE poll_id = \(poll) ORDER BY chat_id").map { (try $0.id("chat_id"), try $0.int("seq")) }
    }

    static func poll(_ id: ID<Poll>, seenBy viewer: Viewer, _ tx: Transaction) throws -> Poll? {
        let row = try tx.first(
            """
            SELECT q.author_id, q.question, q.kind, q.is_anonymous, q.shows_before, q.closes_at, CASE WHEN \(MessagingAccess.managesPoll(viewer)) THEN 1 ELSE 0 END AS manages,
                (SELECT COUNT(*) FROM poll_voter v WHERE v.poll_id = q.id AND v.person_id = \(viewer.person)) AS has_answered
            FROM poll q WHERE q.id = \(id) AND \(MessagingAccess.seesPoll(viewer))
            """)
        guard let row else { return nil }
        let author: ID<Person> = try row.id("author_id"), isAnonymous = try row.bool("is_anonymous")
        var poll = Poll(
            id: id, author: author, question: try row.text("question"), kind: Poll.Kind(rawValue: try row.text("kind")) ?? .single, isAnonymous: isAnonymous,
            showsBefore: try row.bool("shows_before"), closesAt: try row.optional("closes_at", Row.moment), options: try options(of: id, isAnonymous, tx),
            hasAnswered: try row.bool("has_answered"), ownChoices: try ownChoices(of: id, viewer, tx), ownWords: try ownWords(of: id, viewer, tx),
            coverage: try coverage(of: id, tx), isOverseen: try author == viewer.person || row.bool("manages"))
        if poll.kind == .open && poll.isShownAnswered && poll.isOverseen { poll.answers = try answers(of: id, isAnonymous, tx) }
        return poll
    }

    private static func options(of poll: ID<Poll>, _ isAnonymous: Bool, _ tx: Transaction) throws -> [Poll.Option] {
        let votes: SQL =
            isAnonymous
            ? "COALESCE((SELECT t.votes FROM poll_tally t WHERE t.poll_id = o.poll_id AND t.number = o.number), 0)"
            : "(SELECT COUNT(*) FROM poll_choice h WHERE h.poll_id = o.poll_id AND h.number = o.number)"
        return try tx.rows("SELECT o.number, o.words, \(votes) AS votes FROM poll_option o WHERE o.poll_id = \(poll) ORDER BY o.number").map {
            Poll.Option(number: Int(try $0.int("number")), words: try $0.text("words"), votes: Int(try $0.int("votes")))
        }
    }
    private static func ownChoices(of poll: ID<Poll>, _ viewer: Viewer, _ tx: Transaction) throws -> Set<Int> {
        Set(try tx.rows("SELECT number FROM poll_choice WHERE poll_id = \(poll) AND person_id = \(viewer.person)").map { Int(try $0.int("number")) })
    }
    private static func ownWords(of poll: ID<Poll>, _ viewer: Viewer, _ tx: Transaction) throws -> String? {
        try tx.first("SELECT words FROM poll_answer WHERE poll_id = \(poll) AND person_id = \(viewer.person)").map { try $0.text("words") }
    }
    private static func answers(of poll: ID<Poll>, _ isAnonymous: Bool, _ tx: Transaction) throws -> [String] {
        guard !isAnonymous else { return try tx.first("SELECT words FROM poll_words WHERE poll_id = \(poll)").map { try list(of: $0.text("words")) } ?? [] }
        return try tx.rows("SELECT words FROM poll_answer WHERE poll_id = \(poll) ORDER BY words").map { try $0.text("words") }
    }

    /// People are counted once, whatever number of its chats they are in. Who has answered and left since counts as one of those who were asked.
    private static func coverage(of poll: ID<Poll>, _ tx: Transaction) throws -> [Poll.Coverage] {
        try tx.rows(
            """
            SELECT u.side, COUNT(*) AS all_of_them, CAST(SUM(u.has_answered) AS BIGINT) AS done FROM (
                SELECT x.person_id, MIN(COALESCE(v.side, x.side)) AS side, MAX(CASE WHEN v.person_id IS NULL THEN 0 ELSE 1 END) AS has_answered
                FROM poll_place l JOIN chat_member x ON x.chat_id = l.chat_id AND x.since_seq < l.seq
                LEFT JOIN poll_voter v ON v.poll_id = l.poll_id AND v.person_id = x.person_id
                WHERE l.poll_id = \(poll) AND (x.present = 1 OR v.person_id IS NOT NULL) GROUP BY x.person_id) u GROUP BY u.side ORDER BY u.side
            """
        ).compactMap { row in
            guard let side = Side(rawValue: try row.text("side")) else { return nil }
            return Poll.Coverage(side: side, done: Int(try row.int("done")), all: Int(try row.int("all_of_them")))
        }
    }

    /// Who has answered what, of a named poll: each person with the numbers or the words.
    static func ballots(of poll: OverseenPoll, _ tx: Transaction) throws -> [NamedBallot] {
        let choices = try tx.rows("SELECT person_id, number FROM poll_choice WHERE poll_id = \(poll.id) ORDER BY number").reduce(into: [ID<Person>: [Int]]()) {
            $0[try $1.id("person_id"), default: []].append(Int(try $1.int("number")))
        }
        return try tx.rows(
            """
            SELECT v.person_id, v.side, a.words, p.family, p.given, p.patronymic FROM poll q JOIN poll_voter v ON v.poll_id = q.id
            JOIN person p ON p.id = v.person_id LEFT JOIN poll_answer a ON a.poll_id = v.poll_id AND a.person_id = v.person_id
            WHERE q.id = \(poll.id) AND q.is_anonymous = 0 ORDER BY p.name_key, p.id
            """
        ).map { row in
            NamedBallot(
                name: try AccountsStore.name(row), side: Side(rawValue: try row.text("side")) ?? .pupil, choices: choices[try row.id("person_id")] ?? [],
                words: try row.optional("words", Row.text))
        }
    }

    // MARK: Erasing and merging

    /// Their answers to named polls and that they have answered; anonymous answers are nobody's already. What they asked is blotted out.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        for table in ["poll_choice", "poll_answer", "poll_voter"] as [SQL] { try tx.rows("DELETE FROM \(table) WHERE person_id = \(person)") }
        try tx.rows("UPDATE poll_option SET words = \(Message.blotted) WHERE poll_id IN (SELECT id FROM poll WHERE author_id = \(person))")
        try tx.rows("UPDATE poll SET question = \(Message.blotted) WHERE author_id = \(person)")
    }

    /// Who has answered twice as two has answered once: as who they are now.
    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("UPDATE poll SET author_id = \(into) WHERE author_id = \(from)")
        for table in ["poll_choice", "poll_answer", "poll_voter"] as [SQL] {
            try tx.rows(
                """
                DELETE FROM \(table) WHERE person_id = \(from) AND EXISTS (SELECT v.poll_id FROM poll_voter v WHERE v.poll_id = \(table).poll_id AND v.person_id = \(into))
                """)
            try tx.rows("UPDATE \(table) SET person_id = \(into) WHERE person_id = \(from)")
        }
    }

    /// What the person has answered under their name, and to what they have answered at all.
    static func answered(by person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [(question: String, answer: String?)] {
        try tx.rows(
            """
            SELECT q.question, a.words, o.words AS choice FROM poll_voter v JOIN poll q ON q.id = v.poll_id
            LEFT JOIN poll_answer a ON a.poll_id = v.poll_id AND a.person_id = v.person_id
            LEFT JOIN poll_choice h ON h.poll_id = v.poll_id AND h.person_id = v.person_id LEFT JOIN poll_option o ON o.poll_id = h.poll_id AND o.number = h.number
            WHERE v.person_id = \(person) AND q.school_id = \(school) ORDER BY q.made_at DESC, q.id, o.number
            """
        ).map { (try $0.text("question"), try $0.optional("words", Row.text) ?? $0.optional("choice", Row.text)) }
    }
}

/// One person's answer to a named poll.
struct NamedBallot: Hashable, Sendable {
    let name: PersonName
    let side: Side
    let choices: [Int]
    let words: String?
}
