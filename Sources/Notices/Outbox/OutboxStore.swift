import Accounts
import Kernel
import Storage

/// The outbox's SQL.
enum OutboxStore {
    /// After a notice that was sent and not seen, the next of the same place waits so long.
    static let pause = 15 * 60
    /// Whoever is not heard of for so long has crashed: another node sends.
    static let leaseTime = 120
    /// After so many tries nothing is tried any more.
    static let mostTries: Int64 = 6
    /// What nobody has looked at is forgotten after so many seconds.
    private static let life = 30 * 24 * 3600

    static func put(_ told: ToldNotice, at now: Moment, _ tx: Transaction) throws {
        let notice = told.notice, due = now + notice.delay, pause = Int64(Self.pause) * 1000
        try tx.rows(
            """
            INSERT INTO notice (school_id, person_id, kind, place, is_mention, urgency, count, told_at, due_at, tries, lease, lease_until)
            SELECT s.id, p.id, \(notice.kind.rawValue), \(notice.place), CASE WHEN p.id IN \(list: notice.mentioned.sorted()) THEN 1 ELSE 0 END,
                \(notice.urgency.rank), 1, \(now), \(due), 0, 0, 0
            FROM person p JOIN school s ON s.id = \(notice.school)
            WHERE p.id IN \(list: notice.people.sorted()) AND \(isReachable) AND \(isWanted(notice.kind)) ORDER BY p.id
            ON CONFLICT (person_id, school_id, place) DO UPDATE SET
                kind = CASE WHEN notice.sent_at IS NULL AND notice.kind = 'announcement' THEN notice.kind ELSE excluded.kind END,
                count = CASE WHEN notice.sent_at IS NULL THEN notice.count + 1 ELSE 1 END,
                is_mention = CASE WHEN notice.sent_at IS NULL AND notice.is_mention = 1 THEN 1 ELSE excluded.is_mention END,
                urgency = CASE WHEN notice.sent_at IS NULL AND notice.urgency > excluded.urgency THEN notice.urgency ELSE excluded.urgency END,
                told_at = CASE WHEN notice.sent_at IS NULL THEN notice.told_at ELSE excluded.told_at END,
                tries = CASE WHEN notice.sent_at IS NULL THEN notice.tries ELSE 0 END,
                due_at = CASE
                    WHEN excluded.urgency = 2 THEN excluded.due_at
                    WHEN notice.sent_at IS NULL AND (notice.tries > 0 OR notice.due_at < excluded.due_at) THEN notice.due_at
                    WHEN notice.sent_at + \(pause) > excluded.due_at THEN notice.sent_at + \(pause)
                    ELSE excluded.due_at END,
                sent_at = NULL
            """)
    }

    static let isReachable: SQL = """
        p.is_erased = 0 AND (EXISTS (SELECT d.id FROM push_device d WHERE d.person_id = p.id)
            OR EXISTS (SELECT a.word FROM mail_address a WHERE a.person_id = p.id AND a.confirmed_at IS NOT NULL))
        """

    /// Kinds that nobody is told of unasked leave no row of those who have not asked.
    private static func isWanted(_ kind: NoticeKind) -> SQL {
        guard kind.standard == .none else { return "1 = 1" }
        return "EXISTS (SELECT l.person_id FROM notice_level l WHERE l.person_id = p.id AND l.kind = \(kind.rawValue) AND l.level <> 'none')"
    }

    static func takeBack(_ place: String, of people: Set<ID<Person>>, isUnsentOnly: Bool = false, _ tx: Transaction) throws {
        guard !people.isEmpty else { return }
        let ids = try tx.rows(
            """
            SELECT id FROM notice WHERE person_id IN \(list: people.sorted()) AND place = \(place) AND (sent_at IS NULL OR \(isUnsentOnly) = 0) ORDER BY id
            """
        ).map { try $0.id("id", of: WaitingNotice.self) }
        try remove(ids, tx)
    }

    static func isAnything(at places: [String], for person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM notice WHERE person_id = \(person) AND place IN \(list: places.map(Value.text)) LIMIT 1") != nil
    }

    static func remove(_ ids: [ID<WaitingNotice>], _ tx: Transaction) throws {
        guard !ids.isEmpty else { return }
        try tx.rows("DELETE FROM notice_done WHERE notice_id IN \(list: ids)")
        try tx.rows("DELETE FROM notice WHERE id IN \(list: ids)")
    }

    /// Where a notice of the person's leads; opened, it is no longer news.
    static func open(_ id: ID<WaitingNotice>, by viewer: Viewer, _ tx: Transaction) throws -> String? {
        guard let row = try tx.first("SELECT place FROM notice WHERE id = \(id) AND person_id = \(viewer.person)") else { return nil }
        try remove([id], tx)
        return try row.text("place")
    }

    static func isAnythingDue(at now: Moment, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM notice WHERE sent_at IS NULL AND due_at <= \(now) AND lease_until <= \(now) LIMIT 1") != nil
    }

    /// What is due of the people who have waited longest.
    static func due(at now: Moment, people most: Int, _ tx: Transaction) throws -> [WaitingNotice] {
        let people = try tx.rows(
            """
            SELECT person_id FROM notice WHERE sent_at IS NULL AND due_at <= \(now) AND lease_until <= \(now)
            GROUP BY person_id ORDER BY MIN(due_at), person_id LIMIT \(most)
            """
        ).map { try $0.id("person_id", of: Person.self) }
        guard !people.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT id, person_id, school_id, kind, place, is_mention, urgency, count, told_at, tries FROM notice
            WHERE person_id IN \(list: people) AND sent_at IS NULL AND due_at <= \(now) AND lease_until <= \(now) ORDER BY id \(tx.dialect.rowLock)
            """
        ).map(notice)
    }

    private static func notice(_ row: Row) throws -> WaitingNotice {
        WaitingNotice(
            id: try row.id("id"), person: try row.id("person_id"), school: try row.id("school_id"), kind: try row.text("kind"),
            place: try row.text("place"), isMention: try row.bool("is_mention"), urgency: try row.int("urgency"), count: try row.int("count"),
            toldAt: try row.moment("told_at"), tries: try row.int("tries"))
    }

    static func putOff(_ id: ID<WaitingNotice>, until due: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE notice SET due_at = \(due) WHERE id = \(id)")
    }

    static func lease(_ ids: [ID<WaitingNotice>], _ lease: Int64, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE notice SET lease = \(lease), lease_until = \(now + leaseTime) WHERE id IN \(list: ids)")
    }

    /// Channels that have these very news already, by notice.
    static func done(_ ids: [ID<WaitingNotice>], _ tx: Transaction) throws -> [ID<WaitingNotice>: Set<String>] {
        try tx.rows("SELECT d.notice_id, d.channel FROM notice_done d JOIN notice n ON n.id = d.notice_id AND n.count = d.count WHERE n.id IN \(list: ids)")
            .reduce(into: [:]) { done, row in done[try row.id("notice_id"), default: []].insert(try row.text("channel")) }
    }

    static func note(_ channel: String, has notice: WaitingNotice, _ tx: Transaction) throws {
        guard try tx.first("SELECT id FROM notice WHERE id = \(notice.id)") != nil else { return }
        try tx.rows(
            """
            INSERT INTO notice_done (notice_id, channel, count) VALUES (\(notice.id), \(channel), \(notice.count))
            ON CONFLICT (notice_id, channel) DO UPDATE SET count = excluded.count
            """)
    }

    /// Nothing more is to be done for this notice. One that has grown meanwhile, or that another node has taken over, stays.
    static func finish(_ notice: WaitingNotice, lease: Int64, at now: Moment, _ tx: Transaction) throws {
        let sent = try tx.rows(
            "UPDATE notice SET sent_at = \(now), lease_until = 0 WHERE id = \(notice.id) AND lease = \(lease) AND count = \(notice.count) RETURNING id")
        if !sent.isEmpty {
            try tx.rows("DELETE FROM notice_done WHERE notice_id = \(notice.id)")
        } else {
            try tx.rows("UPDATE notice SET lease_until = 0 WHERE id = \(notice.id) AND lease = \(lease)")
        }
    }

    static func tryAgain(_ notice: WaitingNotice, lease: Int64, at due: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE notice SET tries = tries + 1, due_at = \(due), lease_until = 0 WHERE id = \(notice.id) AND lease = \(lease)")
    }

    /// After a change of mind what waits is judged anew.
    static func judgeAnew(of person: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE notice SET due_at = \(now) WHERE person_id = \(person) AND sent_at IS NULL AND tries = 0 AND due_at > \(now)")
    }

    /// Forgets what is old, and devices whose sign-in has ended.
    static func tidy(at now: Moment, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM notice_done WHERE notice_id IN (SELECT id FROM notice WHERE told_at < \(now - life))")
        try tx.rows("DELETE FROM notice WHERE told_at < \(now - life)")
        try tx.rows(
            """
            DELETE FROM push_device WHERE NOT EXISTS (SELECT s.id FROM sign_in s
                WHERE s.id = push_device.session AND s.person_id = push_device.person_id AND s.expires_at > \(now))
            """)
    }
}

extension Set where Element == ID<Person> {
    /// Rows are written in one order, so that two writers wait for each other instead of blocking each other.
    fileprivate func sorted() -> [ID<Person>] { sorted { $0.number < $1.number } }
}

extension OutboxStore {
    static func putTrial(for viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO notice (school_id, person_id, kind, place, is_mention, urgency, count, told_at, due_at, tries, lease, lease_until)
            VALUES (\(viewer.school), \(viewer.person), \(NoticeKind.trial.rawValue), '/more/notices', 0, 0, 1, \(now), \(now), 0, 0, 0)
            ON CONFLICT (person_id, school_id, place) DO UPDATE SET count = notice.count + 1, told_at = excluded.told_at, due_at = excluded.due_at,
                tries = 0, sent_at = NULL
            """)
    }
}
