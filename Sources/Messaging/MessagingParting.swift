import Kernel
import Storage
import WebCore

/// What one school's chats have of a person belongs to another row of theirs afterwards.
enum MessagingParting {
    static func run(_ parting: Parting, _ tx: Transaction) throws {
        try DirectPairs(from: parting.person, into: parting.line, school: parting.school, tx: tx).rename()
        try parting.move("chat", "owner_id", in: tx)
        try parting.move("network_school", "settled_by", in: tx)
        try parting.move("chat_link", "made_by", in: tx)
        try parting.move("chat_member", "person_id", in: tx)
        try parting.move("message", "author_id", "words_of", "removed_by", in: tx)
        try parting.move("bookmark", "person_id", in: tx)
        try parting.move("chat_export", "person_id", in: tx)
        try parting.move("message_version", "ended_by", by: "chat_id", of: "chat", in: tx)
        for table in ["message_sign", "mention"] as [SQL] { try parting.move(table, "person_id", by: "chat_id", of: "chat", in: tx) }
        try parting.moveOwn("chat_manner", in: tx)
        try noticeboard(parting, tx)
        try order(parting, tx)
    }

    private static func order(_ parting: Parting, _ tx: Transaction) throws {
        try parting.move("chat_word", "added_by", in: tx)
        try parting.move("message_waiting", "author_id", in: tx)
        try parting.move("chat_decision", "person_id", "by_id", "answered_by", in: tx)
        try parting.move("message_report", "author_id", "reporter_id", in: tx)
        try parting.move("chat_rules", "by_id", by: "chat_id", of: "chat", in: tx)
        try parting.move("chat_rules_accepted", "person_id", by: "chat_id", of: "chat", in: tx)
    }

    private static func noticeboard(_ parting: Parting, _ tx: Transaction) throws {
        try parting.move("announcement_receipt", "person_id", in: tx)
        try parting.move("announcement_reply", "person_id", "author_id", in: tx)
        for table in ["poll", "prepared_post", "stock_post"] as [SQL] { try parting.move(table, "author_id", in: tx) }
        try parting.move("publish_request", "author_id", "decided_by", in: tx)
        try parting.move("draft", "person_id", in: tx)
        for table in ["poll_voter", "poll_choice", "poll_answer"] as [SQL] { try parting.move(table, "person_id", by: "poll_id", of: "poll", in: tx) }
    }
}
