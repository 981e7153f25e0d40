import App
import Foundation
import Kernel
import Storage
import TestKit
import Testing

@testable import Messaging

@Suite struct CrashTests {
    /// How many times each database's server is killed; 200 for the bench.
    static let cycles = ProcessInfo.processInfo.environment["CRASH_CYCLES"].flatMap(Int.init) ?? 5

    @Test(
        "whatever was shown as sent is there exactly once after kill -9, and the count has no gap", .timeLimit(.minutes(5)), arguments: TestDatabase.available)
    func killed(_ kind: TestDatabase) async throws {
        let setting = try await kind == .sqlite ? TestDatabase.newFile() : TestDatabase.newSchema()
        let first = try openDatabase(setting)
        try await first.migrate(migrationPlan)
        let world = try await World(database: first), chats = try await Chats.open(in: world)
        first.close()

        var answered: Set<String> = []
        for cycle in 1...Self.cycles {
            // Some are killed while they begin, some in full run: the longest is killed after about 1,000 answers.
            let wanted = cycle % 5 == 0 ? 1_000 : .random(in: 1...400)
            answered.formUnion(try await Self.answers(of: "run-\(cycle)", setting, world.people.vera.person, chats.class7, killedAfter: wanted))
            let database = try openDatabase(setting)
            defer { database.close() }
            let (stored, last) = try await database.read { tx in
                (
                    try tx.rows("SELECT client_id, seq FROM message WHERE chat_id = \(chats.class7) ORDER BY seq"),
                    try tx.one("SELECT last_seq FROM chat WHERE id = \(chats.class7)").int("last_seq")
                )
            }
            let names = try stored.map { try $0.text("client_id") }
            #expect(Set(names).count == names.count && answered.isSubset(of: names), "cycle \(cycle)")
            #expect(try stored.map { try $0.int("seq") } == Array((1...).prefix(Int(last))), "cycle \(cycle)")
        }
        #expect(answered.count > 100)
    }

    /// Starts the writer, kills it once so many messages have been answered, and tells which were.
    private static func answers(of run: String, _ setting: String, _ author: ID<Person>, _ chat: ID<Chat>, killedAfter wanted: Int) async throws -> Set<String>
    {
        let place = TestDatabase.newFile() + ".answers"
        try Data().write(to: URL(filePath: place))
        let child = Process()
        child.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "crashwriter")
        child.arguments = [setting, String(author.number), String(chat.number), run]
        child.standardOutput = try FileHandle(forWritingTo: URL(filePath: place))
        try child.run()
        let begun = ContinuousClock.now
        while child.isRunning, begun.duration(to: .now) < .seconds(60), try lines(of: place).count < wanted { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(.random(in: 0...30)))
        #expect(child.isRunning, "the writer ended by itself")
        kill(child.processIdentifier, SIGKILL)
        child.waitUntilExit()
        return Set(try lines(of: place))
    }

    /// The whole lines: a last one without an end was still being printed.
    private static func lines(of place: String) throws -> [String] {
        String(decoding: try Data(contentsOf: URL(filePath: place)), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
            String.init)
    }
}
