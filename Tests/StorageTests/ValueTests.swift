import Kernel
import Storage
import TestKit
import Testing

@Suite struct ValueTests {
    @Test("values survive the trip and are never pasted", arguments: TestDatabase.available)
    func roundTrip(_ kind: TestDatabase) async throws {
        let database = try await kind.openEmpty()
        try await database.write { tx in
            try tx.rows("CREATE TABLE kept (id \(tx.dialect.identity), n BIGINT, r DOUBLE PRECISION, t TEXT, b \(tx.dialect.bytes))")
        }
        let rows: [[Value]] = [
            [.int(.max), .real(0.1), .text("'); DROP TABLE kept; -- Ёж 👩‍👩‍👧"), .bytes([0, 255, 7, 0x5C, 0x27])],
            [.int(.min), .real(-1e300), .text(""), .bytes([])],
            [.null, .null, .null, .null],
        ]
        for row in rows {
            let kept = try await database.write { tx in
                try tx.first("INSERT INTO kept (n, r, t, b) VALUES (\(row[0]), \(row[1]), \(row[2]), \(row[3])) RETURNING n, r, t, b")!
            }
            #expect(["n", "r", "t", "b"].map { kept[$0] } == row)
        }
    }

    @Test("many parameters are bound in their own order", arguments: TestDatabase.available)
    func order(_ kind: TestDatabase) async throws {
        let database = try await kind.openEmpty()
        let row = try await database.read { tx in
            try tx.first(
                "SELECT CAST(\(1) AS BIGINT) AS a, CAST(\("two") AS TEXT) AS b, CAST(\(3) AS BIGINT) AS c, CAST(\(10) AS BIGINT) AS d, CAST(\("last") AS TEXT) AS e"
            )!
        }
        #expect(try row.int("a") == 1 && row.text("b") == "two" && row.int("c") == 3 && row.int("d") == 10 && row.text("e") == "last")
    }

    @Test("two statements in one text are refused: the second would not be seen", arguments: TestDatabase.available)
    func oneStatement(_ kind: TestDatabase) async throws {
        let database = try await kind.openEmpty()
        await #expect(throws: (any Error).self) { try await database.write { tx in try tx.rows("SELECT 1; SELECT 2") } }
    }

    @Test("a schema change under prepared statements is not felt", arguments: TestDatabase.available)
    func schemaChange(_ kind: TestDatabase) async throws {
        let database = try await kind.openEmpty()
        try await database.write { tx in
            try tx.rows("CREATE TABLE kept (a BIGINT)"); try tx.rows("INSERT INTO kept (a) VALUES (1)")
        }
        for _ in 0..<6 { _ = try await database.read { tx in try tx.rows("SELECT * FROM kept") } }
        try await database.write { tx in try tx.rows("ALTER TABLE kept ADD COLUMN b BIGINT DEFAULT 2") }
        for _ in 0..<6 { #expect(try await database.read { tx in try tx.first("SELECT * FROM kept")!.int("a") } == 1) }
    }
}
