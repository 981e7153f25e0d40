import Foundation
import Kernel
import Storage
import StoragePostgres
import TestKit
import Testing

@Suite(.enabled(if: TestDatabase.postgresServer != nil), .timeLimit(.minutes(5)))
struct PostgresTests {
    @Test("check-then-write is safe from many connections at once")
    func skew() async throws {
        let schema = try await TestDatabase.newSchema()
        let nodes = try (0..<2).map { _ in try PostgresDatabase(schema, connections: 2) }
        try await nodes[0].write { tx in try tx.rows("CREATE TABLE seat (n BIGINT)") }
        await withTaskGroup(of: Void.self) { group in
            for caller in 0..<4 {
                group.addTask {
                    for _ in 0..<40 {
                        _ = try? await nodes[caller % 2].write { tx in
                            guard try tx.first("SELECT count(*) AS c FROM seat")!.int("c") < 5 else { return }
                            try tx.rows("INSERT INTO seat VALUES (1)")
                        }
                    }
                }
            }
        }
        #expect(try await nodes[0].read { tx in try tx.first("SELECT count(*) AS c FROM seat")!.int("c") } == 5)
    }

    @Test("what one node writes all nodes hear, in one order, a long message without its content")
    func news() async throws {
        let schema = try await TestDatabase.newSchema(), logs = [NewsLog(), NewsLog()]
        let nodes = try logs.map { try PostgresDatabase(schema, connections: 2, announce: $0.announce) }
        let topic = Topic("chat", ID<Viewer>(1))
        try await nodes[0].write { tx in tx.emit(LiveEvent("short", path: "/1", audience: .topic(topic), payload: #"{"a":"ё\"'"}"#)) }
        try await nodes[1].write { tx in tx.join(ID(7), topic) }
        try await nodes[0].write { tx in
            tx.emit(LiveEvent("long", path: "/2", audience: .people([ID(7)]), payload: "\"" + String(repeating: "ж", count: 4_000) + "\""))
        }
        await #expect(throws: (any Error).self) {
            try await nodes[0].write { tx in
                tx.emit(LiveEvent("undone", path: "", audience: .people([]))); throw CancellationError()
            }
        }
        let expected: [News] = [
            .event(LiveEvent("short", path: "/1", audience: .topic(topic), payload: #"{"a":"ё\"'"}"#)),
            .joined(ID(7), topic),
            .event(LiveEvent("long", path: "/2", audience: .people([ID(7)]))),
        ]
        for log in logs { #expect(try await log.wait(for: 3) == expected) }
    }

    @Test("a lost connection is made again: nobody notices, and pages are told that they may have missed something")
    func reconnect() async throws {
        let log = NewsLog(), name = "lost_\(UInt32.random(in: 0...(.max)))"
        let database = try PostgresDatabase(try await TestDatabase.newSchema() + " application_name=\(name)", connections: 2, announce: log.announce)
        try await database.write { tx in try tx.rows("CREATE TABLE note (n BIGINT)") }
        let killer = try PostgresDatabase(TestDatabase.postgresServer!, connections: 1)
        let killed = try await killer.write(.rowLock) { tx in
            try tx.rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = \(name)")
        }
        #expect(killed.count == 3)
        for number in 0..<10 { try await database.write { tx in try tx.rows("INSERT INTO note (n) VALUES (\(number))") } }
        #expect(try await log.wait(for: 1) == [.gap])
        try await database.write { tx in tx.emit(LiveEvent("after", path: "", audience: .people([]))) }
        #expect(try await log.wait(for: 2).count == 2)
    }

    @Test("a connection lost in the middle of a body is replaced and the body runs again")
    func lostInside() async throws {
        let database = try PostgresDatabase(try await TestDatabase.newSchema(), connections: 1)
        try await database.write { tx in try tx.rows("CREATE TABLE note (n BIGINT)") }
        let killer = try PostgresDatabase(TestDatabase.postgresServer!, connections: 1)
        let attempts = NewsLog()
        try await database.write { tx in
            try tx.rows("INSERT INTO note (n) VALUES (1)")
            let pid = try tx.first("SELECT pg_backend_pid() AS pid")!.int("pid")
            attempts.announce([.gap])
            if attempts.all.count == 1 {
                let done = DispatchSemaphore(value: 0)
                Task {
                    _ = try? await killer.write(.rowLock) { tx in try tx.rows("SELECT pg_terminate_backend(CAST(\(pid) AS INTEGER))") }; done.signal()
                }
                done.wait()
            }
            try tx.rows("INSERT INTO note (n) VALUES (2)")
        }
        #expect(attempts.all.count == 2)
        #expect(try await database.read { tx in try tx.first("SELECT count(*) AS n FROM note")!.int("n") } == 2)
    }
}
