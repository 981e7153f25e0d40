import Foundation
import Kernel
import Storage
import StorageSQLite
import TestKit
import Testing

@Suite struct GroupCommitTests {
    struct Refused: Error {}

    @Test("a body that throws undoes its own writes and nobody else's, and is not heard", arguments: TestDatabase.available)
    func savepoints(_ kind: TestDatabase) async throws {
        let log = NewsLog()
        let database = try await kind.openEmpty(announce: log.announce)
        try await database.write { tx in try tx.rows("CREATE TABLE note (n BIGINT PRIMARY KEY)") }
        let answered = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try? await database.write(.rowLock) { tx in
                        try tx.rows("INSERT INTO note (n) VALUES (\(number))")
                        tx.emit(LiveEvent("note", path: "/\(number)", audience: .people([])))
                        if number % 3 == 0 { throw Refused() }
                        // A statement the database refuses is the body's own failure too.
                        if number % 7 == 0 { try tx.rows("INSERT INTO note (n) VALUES (\(number))") }
                        return number
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
        }
        let stored = try await database.read { tx in Set(try tx.rows("SELECT n FROM note").map { Int(try $0.int("n")) }) }
        #expect(stored == Set((0..<200).filter { $0 % 3 != 0 && $0 % 7 != 0 }))
        #expect(answered == stored)
        let heard = try await log.wait(for: stored.count).compactMap { if case .event(let event) = $0 { Int(event.path.dropFirst()) } else { nil } }
        #expect(Set(heard) == stored && heard.count == stored.count)
    }

    @Test("when a caller is answered, its news is out and another connection reads the write")
    func order() async throws {
        let log = NewsLog()
        let database = try SQLiteDatabase(path: TestDatabase.newFile(), announce: log.announce)
        try await database.write { tx in try tx.rows("CREATE TABLE note (n BIGINT PRIMARY KEY)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<100 {
                group.addTask {
                    let event = LiveEvent("note", path: "/\(number)", audience: .people([]))
                    try await database.write { tx in
                        try tx.rows("INSERT INTO note (n) VALUES (\(number))"); tx.emit(event)
                    }
                    #expect(log.all.contains(.event(event)))
                    #expect(try await database.read { tx in try tx.first("SELECT n FROM note WHERE n = \(number)") } != nil)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("if the shared commit fails, each write is tried alone and only the one at fault fails")
    func sharedCommitFails() async throws {
        let database = try SQLiteDatabase(path: TestDatabase.newFile())
        try await database.write { tx in
            try tx.rows("CREATE TABLE parent (id BIGINT PRIMARY KEY)")
            // Checked at COMMIT only: the fault of one write would be everyone's.
            try tx.rows("CREATE TABLE child (parent_id BIGINT REFERENCES parent(id) DEFERRABLE INITIALLY DEFERRED)")
        }
        let failed = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<50 {
                group.addTask {
                    do {
                        try await database.write { tx in
                            if number != 13 { try tx.rows("INSERT INTO parent (id) VALUES (\(number))") }
                            try tx.rows("INSERT INTO child (parent_id) VALUES (\(number))")
                        }
                        return nil
                    } catch { return number }
                }
            }
            return await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
        }
        #expect(failed == [13])
        #expect(try await database.read { tx in try tx.first("SELECT count(*) AS n FROM child")!.int("n") } == 49)
    }

    @Test("a reader cannot write", arguments: TestDatabase.available)
    func readOnly(_ kind: TestDatabase) async throws {
        let database = try await kind.open()
        await #expect(throws: (any Error).self) { try await database.read { tx in try tx.rows("DELETE FROM mark") } }
    }

    @Test("after closing, every caller is refused and none waits for ever", arguments: TestDatabase.available)
    func closed(_ kind: TestDatabase) async throws {
        let database = try await kind.open()
        database.close()
        await #expect(throws: DatabaseClosed.self) { try await database.read { _ in } }
        await #expect(throws: DatabaseClosed.self) { try await database.write { _ in } }
    }
}

@Suite struct ClosedFileTests {
    @Test("a closed file is whole by itself, even if a transaction was kept by mistake")
    func whole() async throws {
        final class Keeper: @unchecked Sendable { var kept: Transaction? }  // written once, before the file is closed
        for _ in 1...20 {
            let file = TestDatabase.newFile(), keeper = Keeper()
            let database = try SQLiteDatabase(path: file)
            try await database.write { tx in
                keeper.kept = tx
                try tx.rows("CREATE TABLE kept (number BIGINT NOT NULL)")
                try tx.rows("INSERT INTO kept (number) VALUES (7)")
            }
            _ = try await database.read { tx in try tx.rows("SELECT number FROM kept") }
            database.close()
            #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
            #expect(throws: DatabaseClosed.self) { try keeper.kept?.rows("SELECT number FROM kept") }
        }
    }
}
