import Accounts
import Kernel
import Storage
import WebCore

/// What is put up for a chat's readers besides talk, as the feature's front hands it on: announcements, polls, and what is
/// prepared for a later hour.
enum Noticeboard {
    static func doors(for reader: Reader, _ viewer: Viewer) -> [Door] {
        guard MessagingAccess.readsStock(viewer) || viewer.hasAny(of: Role.above) else { return [] }
        return [Door(reader.language.stock.stock, .stock, in: .school)]
    }

    static func today(for reader: Reader, _ viewer: Viewer, _ gate: TodayGate, in tx: Transaction) throws -> [TodayPart] {
        let waiting = try AnnouncementStore.waiting(for: viewer, at: reader.now, tx)
        let exchanges = gate.hasExchanges ? try AnnouncementStore.unreadExchanges(of: viewer, tx) : []
        let views = AnnouncementViews(reader: reader, viewer: viewer)
        let failed = gate.hasFailedPosts ? try PreparedStore.waiting(by: viewer, tx).filter(\.hasFailed) : []
        let proposed = gate.hasRequests ? try RequestStore.waiting(for: viewer, tx) : []
        let owesPost = try owesWeeklyPost(viewer, at: reader.now, tx)
        return [
            owesPost ? TodayPart(.owed, StockViews(reader: reader).weekly) : nil,
            proposed.isEmpty ? nil : TodayPart(.owed, RequestViews(reader: reader, viewer: viewer).waiting(proposed)),
            failed.isEmpty ? nil : TodayPart(.owed, PreparedViews(reader: reader, viewer: viewer).failed(failed)),
            waiting.isEmpty ? nil : TodayPart(.now, views.waiting(waiting)), exchanges.isEmpty ? nil : TodayPart(.unread, views.unread(exchanges)),
        ].compactMap { $0 }
    }

    /// Whether a class teacher has made no informational post in this week of the calendar, which begins on Monday (WEEKLY_POST).
    private static func owesWeeklyPost(_ viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> Bool {
        guard MessagingAccess.readsStock(viewer) else { return false }
        let monday = viewer.zone.moment(viewer.zone.day(of: now).monday, minute: 0)
        return try WeeklyPosts.count(StockStore.ownPosts(of: viewer, since: monday - 8 * 7 * 86_400, tx), since: monday) == 0
    }

    /// What the person acknowledged and answered goes; what others answered them stays with the others.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM announcement_receipt WHERE person_id = \(person)")
        try PollStore.erase(person, tx)
        try PreparedStore.erase(person, tx)
        try RequestStore.erase(person, tx)
        try tx.rows("DELETE FROM announcement_reply WHERE person_id = \(person) OR author_id = \(person)")
    }

    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            DELETE FROM announcement_receipt WHERE person_id = \(from) AND EXISTS (SELECT i.seq FROM announcement_receipt i
                WHERE i.chat_id = announcement_receipt.chat_id AND i.seq = announcement_receipt.seq AND i.person_id = \(into))
            """)
        try tx.rows("UPDATE announcement_receipt SET person_id = \(into) WHERE person_id = \(from)")
        // Who has answered themselves has said it to nobody.
        try tx.rows(
            """
            UPDATE announcement_reply SET client_id = client_id || '+' WHERE author_id = \(from) AND EXISTS (SELECT i.id FROM announcement_reply i
                WHERE i.chat_id = announcement_reply.chat_id AND i.seq = announcement_reply.seq AND i.author_id = \(into)
                AND i.client_id = announcement_reply.client_id)
            """)
        try tx.rows("UPDATE announcement_reply SET person_id = \(into) WHERE person_id = \(from)")
        try tx.rows("UPDATE announcement_reply SET author_id = \(into) WHERE author_id = \(from)")
        try PollStore.merge(from, into: into, tx)
        try PreparedStore.merge(from, into: into, tx)
        try RequestStore.merge(from, into: into, tx)
        try StockStore.merge(from, into: into, tx)
    }

    static func ownData(of person: ID<Person>, in school: ID<School>, for reader: Reader, _ tx: Transaction) throws -> [OwnData] {
        let text = reader.language.noticeboard
        let stamp = { (moment: Moment) in "\(reader.zone.day(of: moment)), \(reader.language.web.time(reader.zone.minute(of: moment)))" }
        let receipts = try tx.rows(
            """
            SELECT r.at, m.body FROM announcement_receipt r JOIN message m ON m.chat_id = r.chat_id AND m.seq = r.seq
            WHERE r.person_id = \(person) AND r.school_id = \(school) ORDER BY r.at DESC, r.chat_id, r.seq
            """
        ).map { row in
            [
                OwnData.Field("announcement", text.announcement, Message.beginning(of: try row.text("body"), 120)),
                .init("at", text.ownWhen, stamp(try row.moment("at"))),
            ]
        }
        let replies = try tx.rows(
            "SELECT body, at FROM announcement_reply WHERE author_id = \(person) AND school_id = \(school) ORDER BY id DESC"
        ).map { row in [OwnData.Field("text", text.reply, try row.text("body")), .init("at", text.ownWhen, stamp(try row.moment("at")))] }
        let polls = reader.language.polls,
            answered = try PollStore.answered(by: person, in: school, tx).map { one in
                [OwnData.Field("question", polls.question, one.question), .init("answer", polls.answer, one.answer ?? polls.anonymous)]
            }
        let prepared = try PreparedStore.words(of: person, in: school, tx).map {
            [OwnData.Field("text", reader.language.prepared.words, reader.language.attached.said($0.body, $0.files))]
        }
        let proposed = try RequestStore.words(of: person, in: school, tx).map {
            [OwnData.Field("text", reader.language.requests.words, reader.language.attached.said($0.body, $0.files))]
        }
        return [
            OwnData("proposed", reader.language.requests.ownRequests, proposed),
            OwnData("prepared", reader.language.prepared.ownPrepared, prepared),
            OwnData("receipts", text.ownReceipts, receipts), OwnData("replies", text.ownReplies, replies), OwnData("polls", polls.ownAnswers, answered),
        ]
    }
}
