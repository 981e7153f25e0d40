import Kernel
import Storage

/// What of the chats might stand on a person's «Сегодня», asked in one question: nearly always it is nothing, and nothing more is asked then.
/// A yes may still turn out to be none of theirs, since what follows asks with the rights; a no is certain.
struct TodayGate: Sendable {
    let hasExchanges: Bool
    let hasFailedPosts: Bool
    let hasRequests: Bool
    /// Reports, messages that wait for a look, objections.
    let hasCases: Bool
    let hasDecisions: Bool

    init(_ viewer: Viewer, decidedSince moment: Moment, _ tx: Transaction) throws {
        let (school, person, isStaff) = (viewer.school, viewer.person, viewer.side == .staff ? 1 : 0)
        let row = try tx.one(
            """
            SELECT CASE WHEN EXISTS (SELECT y.id FROM announcement_reply y WHERE y.school_id = \(school) AND y.read_at IS NULL AND y.author_id <> \(person)
                    AND (y.person_id = \(person) OR EXISTS (SELECT m.seq FROM message m
                        WHERE m.chat_id = y.chat_id AND m.seq = y.seq AND m.author_id = \(person)))) THEN 1 ELSE 0 END AS exchanges,
                CASE WHEN EXISTS (SELECT p.id FROM prepared_post p WHERE p.author_id = \(person) AND p.failed IS NOT NULL) THEN 1 ELSE 0 END AS failed_posts,
                CASE WHEN \(isStaff) = 1 AND EXISTS (SELECT w.id FROM chat_member me JOIN publish_request w ON w.chat_id = me.chat_id AND w.state = 'waiting'
                    WHERE me.person_id = \(person) AND me.school_id = \(school) AND me.present = 1 AND me.manages = 1) THEN 1 ELSE 0 END AS requests,
                CASE WHEN \(isStaff) = 1 AND (
                    EXISTS (SELECT r.id FROM message_report r WHERE r.school_id = \(school) AND r.decision_id IS NULL)
                    OR EXISTS (SELECT w.id FROM message_waiting w WHERE w.school_id = \(school) AND w.refused_at IS NULL)
                    OR EXISTS (SELECT d.id FROM chat_decision d WHERE d.school_id = \(school) AND d.appeal IS NOT NULL AND d.answer IS NULL))
                    THEN 1 ELSE 0 END AS cases,
                CASE WHEN EXISTS (SELECT d.id FROM chat_decision d WHERE d.person_id = \(person) AND d.at > \(moment)) THEN 1 ELSE 0 END AS decisions
            """)
        hasExchanges = try row.bool("exchanges")
        hasFailedPosts = try row.bool("failed_posts")
        hasRequests = try row.bool("requests")
        hasCases = try row.bool("cases")
        hasDecisions = try row.bool("decisions")
    }
}
