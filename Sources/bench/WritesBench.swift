import ArgumentParser
import Foundation
import Storage
import StorageSQLite

/// Durable writes a second, many callers at once, many rooms in one file: one commit for all that wait, against one commit for
/// each. The two take turns in one run on one disk, so a change of the machine's mood hits both.
struct WritesBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "writes", abstract: "Durable writes: group commit against one commit each.")
    @Option var callers = 256
    @Option var rounds = 3
    @Option(help: "Seconds a measurement takes.") var seconds = 2.0

    func run() async throws {
        let folder = try Workshop()
        defer { folder.remove() }
        var ratios: [Double] = [], shared: [Double] = []
        for _ in 1...rounds {
            let alone = try await writesPerSecond(folder, sharing: 1), together = try await writesPerSecond(folder, sharing: 128)
            ratios.append(together / alone)
            shared.append(together)
            report("writes", "one commit each \(Int(alone))/s, group commit \(Int(together))/s, ratio \(String(format: "%.1f", together / alone))")
        }
        report("writes", "median ratio \(String(format: "%.1f", ratios.median)) at \(Int(shared.median)) writes/s (\(callers) callers)")
    }

    private func writesPerSecond(_ folder: Workshop, sharing writesPerCommit: Int) async throws -> Double {
        let database = try SQLiteDatabase(path: folder.file("writes-\(UUID().uuidString).sqlite"), readers: 1, writesPerCommit: writesPerCommit)
        defer { database.close() }
        try await database.write { tx in
            try tx.rows("CREATE TABLE message (chat BIGINT NOT NULL, seq BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (chat, seq))")
        }
        let start = ContinuousClock.now, end = start + .seconds(seconds)
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for caller in 0..<callers { group.addTask { try await write(as: caller, into: database, until: end) } }
            return try await group.reduce(0, +)
        }
        return Double(written) / ((ContinuousClock.now - start) / .seconds(1))
    }

    private func write(as caller: Int, into database: SQLiteDatabase, until end: ContinuousClock.Instant) async throws -> Int {
        var written = 0
        while ContinuousClock.now < end {
            let seq = written
            try await database.write { tx in
                try tx.rows("INSERT INTO message (chat, seq, body) VALUES (\(caller), \(seq), \("Завтра контрольная, принесите циркуль и линейку."))")
            }
            written += 1
        }
        return written
    }
}

extension [Double] {
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
