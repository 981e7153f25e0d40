import Kernel
import Storage

/// What one person row is reached by becomes another's; what `into` has chosen stays.
enum NoticesMerge {
    static func run(_ from: ID<Person>, into: ID<Person>, _ tx: Transaction) throws {
        let twice = try tx.rows(
            """
            SELECT f.id FROM notice f JOIN notice i ON i.person_id = \(into) AND i.school_id = f.school_id AND i.place = f.place WHERE f.person_id = \(from)
            """
        ).map { try $0.id("id", of: WaitingNotice.self) }
        try OutboxStore.remove(twice, tx)
        for table in ["notice", "push_device"] as [SQL] { try tx.rows("UPDATE \(table) SET person_id = \(into) WHERE person_id = \(from)") }
        for table in ["notice_choice", "mail_address"] as [SQL] {
            try tx.rows("DELETE FROM \(table) WHERE person_id = \(from) AND EXISTS (SELECT o.person_id FROM \(table) o WHERE o.person_id = \(into))")
            try tx.rows("UPDATE \(table) SET person_id = \(into) WHERE person_id = \(from)")
        }
        try tx.rows(
            """
            DELETE FROM notice_level WHERE person_id = \(from) AND EXISTS (SELECT o.person_id FROM notice_level o
                WHERE o.person_id = \(into) AND o.kind = notice_level.kind AND o.place = notice_level.place)
            """)
        try UrgentStore.merge(from, into: into, tx)
        try tx.rows("UPDATE notice_level SET person_id = \(into) WHERE person_id = \(from)")
    }
}
