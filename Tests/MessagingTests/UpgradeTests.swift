import App
import Kernel
import Storage
import TestKit
import Testing

@testable import Messaging

@Suite struct UpgradeTests {
    @Test("a school that has talked before keeps its chats, members and messages when the schema changes", arguments: TestDatabase.available)
    func keepsAll(_ kind: TestDatabase) async throws {
        let database = try await kind.openEmpty()
        try await database.migrate(migrationPlan.filter { $0.number < 36 })
        try await database.write { tx in
            try tx.rows("INSERT INTO school (id, name, kind, zone) VALUES (1, 'Школа', 'general', 'Europe/Moscow')")
            try tx.rows("INSERT INTO person (id, family, given, patronymic, name_key) VALUES (1, 'Петров', 'Иван', '', 'петров иван')")
            try tx.rows("INSERT INTO chat (id, school_id, kind, title, last_seq, last_at) VALUES (7, 1, 'staff', '', 1, 5), (8, 1, 'group', 'Поход', 0, 5)")
            try tx.rows(
                """
                INSERT INTO chat_member (chat_id, person_id, school_id, side, role, since_seq, read_seq, present, joined_at)
                VALUES (7, 1, 1, 'staff', 'director', 0, 1, 1, 5)
                """)
            try tx.rows("INSERT INTO message (chat_id, seq, school_id, author_id, client_id, body, posted_at) VALUES (7, 1, 1, 1, 'client-1', 'привет', 5)")
        }
        try await database.migrate(migrationPlan)
        let rows = try await database.read { tx in
            (
                try tx.rows("SELECT id, kind, posting FROM chat ORDER BY id").map { "\(try $0.int("id")) \(try $0.text("kind")) \(try $0.text("posting"))" },
                try tx.one("SELECT manages FROM chat_member").bool("manages"), try tx.one("SELECT body, change FROM message").text("body")
            )
        }
        #expect(rows.0 == ["7 staff all", "8 group all"] && rows.1 && rows.2 == "привет")
        // References hold afterwards as before.
        await #expect(throws: (any Error).self) { try await database.write { tx in try tx.rows("DELETE FROM chat WHERE id = 7") } }
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                try tx.rows("INSERT INTO message (chat_id, seq, school_id, author_id, client_id, body, posted_at) VALUES (99, 1, 1, 1, 'client-2', 'x', 5)")
            }
        }
        database.close()
    }
}
