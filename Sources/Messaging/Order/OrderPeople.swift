import Kernel
import Storage
import WebCore

/// What the order of chats keeps of people: destroyed, handed over, shown to them.
enum OrderPeople {
    /// What they have written goes; that something was decided stays, without words.
    static func erase(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM message_waiting WHERE author_id = \(person)")
        try tx.rows("UPDATE message_report SET body = \(Message.blotted), note = '' WHERE author_id = \(person)")
        try tx.rows("UPDATE message_report SET note = '' WHERE reporter_id = \(person)")
        try tx.rows("UPDATE chat_decision SET reason = \(Message.blotted), appeal = NULL, answer = NULL WHERE person_id = \(person)")
        try tx.rows("DELETE FROM chat_rules_accepted WHERE person_id = \(person)")
    }

    static func merge(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        let places: [(table: SQL, column: SQL)] = [
            ("chat_word", "added_by"), ("chat_rules", "by_id"), ("chat_decision", "person_id"), ("chat_decision", "by_id"), ("chat_decision", "answered_by"),
            ("message_report", "author_id"),
        ]
        for (table, column) in places { try tx.rows("UPDATE \(table) SET \(column) = \(into) WHERE \(column) = \(from)") }
        try tx.rows(
            """
            DELETE FROM message_report WHERE reporter_id = \(from) AND EXISTS (SELECT i.id FROM message_report i WHERE i.chat_id = message_report.chat_id
                AND i.seq = message_report.seq AND i.reporter_id = \(into))
            """)
        try tx.rows("UPDATE message_report SET reporter_id = \(into) WHERE reporter_id = \(from)")
        let twice = try tx.rows(
            """
            SELECT id FROM message_waiting WHERE author_id = \(from) AND EXISTS (SELECT i.id FROM message_waiting i WHERE i.chat_id = message_waiting.chat_id
                AND i.client_id = message_waiting.client_id AND i.author_id = \(into))
            """)
        for row in twice {
            let waiting: ID<WaitingMessage> = try row.id("id")
            try AttachedStore.drop(of: .looked(waiting), at: .now, tx)
            try tx.rows("DELETE FROM message_waiting WHERE id = \(waiting)")
        }
        try tx.rows("UPDATE message_waiting SET author_id = \(into) WHERE author_id = \(from)")
        try tx.rows(
            """
            DELETE FROM chat_rules_accepted WHERE person_id = \(from) AND EXISTS (SELECT i.chat_id FROM chat_rules_accepted i
                WHERE i.chat_id = chat_rules_accepted.chat_id AND i.version = chat_rules_accepted.version AND i.person_id = \(into))
            """)
        try tx.rows("UPDATE chat_rules_accepted SET person_id = \(into) WHERE person_id = \(from)")
    }

    /// Their reports, what was decided about their messages, and what of theirs waits.
    static func ownData(of person: ID<Person>, in school: ID<School>, for reader: Reader, _ tx: Transaction) throws -> [OwnData] {
        let text = reader.language.order
        let decisions = try tx.rows(
            "SELECT measure, reason, appeal FROM chat_decision WHERE person_id = \(person) AND school_id = \(school) AND measure <> 'nothing' ORDER BY at DESC, id DESC"
        ).map { row -> [OwnData.Field] in
            [
                .init("measure", text.decisions, Measure(rawValue: try row.text("measure")).map(text.measure) ?? ""),
                .init("reason", text.because, try row.text("reason")), .init("appeal", text.appeals, try row.optional("appeal", Row.text) ?? ""),
            ]
        }
        let reports = try tx.rows(
            "SELECT cause, note FROM message_report WHERE reporter_id = \(person) AND school_id = \(school) ORDER BY at DESC, id DESC"
        ).map { row -> [OwnData.Field] in
            [.init("cause", text.report, ReportCause(rawValue: try row.text("cause")).map(text.cause) ?? ""), .init("note", text.note, try row.text("note"))]
        }
        let waiting = try tx.rows("SELECT body FROM message_waiting WHERE author_id = \(person) AND school_id = \(school) ORDER BY at DESC, id DESC").map {
            [OwnData.Field("text", text.waiting, try $0.text("body"))]
        }
        return [
            OwnData("chat-decisions", text.decisions, decisions), OwnData("chat-reports", text.myReports, reports),
            OwnData("chat-waiting", text.waiting, waiting),
        ]
    }
}
