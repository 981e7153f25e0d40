import Foundation
import Kernel
import Storage
import Synchronization

/// The same door for a school that outgrows one file: a pool of connections, and news that reaches every node.
public final class PostgresDatabase: Database {
    public let dialect = Dialect.postgres
    private let pool: Threads<PostgresConnection>
    private let newsLine: NewsLine
    private let losers = Losers()

    public init(_ connectionString: String, connections: Int = 8, announce: @escaping Announce = { _ in }) throws {
        newsLine = try NewsLine(connectionString, announce: announce)
        do {
            pool = try Threads("postgres", count: connections) { try PostgresConnection(connectionString) }
        } catch { newsLine.closeSoon(); throw error }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await pool.run { try $0.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) { _ in } }
    }

    @discardableResult public func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let begin: SQL =
            switch isolation {
            case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE"
            case .rowLock: "BEGIN ISOLATION LEVEL READ COMMITTED"
            }
        return try await pool.run { [newsLine, losers] connection in
            try connection.transaction(begin, body, losers: isolation == .serializable ? losers : nil) { news in
                for notification in newsLine.notifications(of: news) { try connection.run(notification) }
            }
        }
    }

    /// Plain VACUUM of this schema's tables: others go on reading and writing meanwhile.
    public func forgetDeleted() async throws {
        try await pool.run { connection in
            for row in try connection.run(
                "SELECT format('VACUUM %I.%I', schemaname, tablename) AS statement FROM pg_tables WHERE schemaname = current_schema()")
            {
                try connection.run(SQL(pasting: try row.text("statement")))
            }
        }
    }

    public func close() { pool.close(); newsLine.close() }
    deinit { pool.closeSoon(); newsLine.closeSoon() }
}

/// How many of this process's writes have lost so often that they wait in the queue. While there is one, all that could make it lose once
/// more stand in the queue too: else those who come fresh, one after another, always win against the one who waits longest.
private final class Losers: Sendable {
    private let count = Atomic(0)
    var areWaiting: Bool { count.load(ordering: .acquiring) > 0 }
    func enter() { count.add(1, ordering: .acquiringAndReleasing) }
    func leave() { count.subtract(1, ordering: .acquiringAndReleasing) }
}

extension PostgresConnection {
    /// Names the queue among PostgreSQL's advisory locks.
    private static let queue: Int32 = 0x5A76_6F6E
    private static let mostAttempts = 30
    /// Who has lost so often to others waits in a queue with all such: when thirty come in the same minute, one of them always wins.
    private static let patience = 4

    /// Runs the body to a commit, again if it loses to another transaction or the connection is gone before the commit.
    /// `beforeCommit` puts its news into the same transaction.
    fileprivate func transaction<T>(
        _ begin: SQL, _ body: (Transaction) throws -> T, losers: Losers? = nil, beforeCommit: ([News]) throws -> Void
    ) throws -> T {
        var isQueueing = false, isLoser = false
        defer {
            if isQueueing, isIdle { _ = try? run("SELECT pg_advisory_unlock(\(Self.queue), hashtext(current_schema()))") }
            if isLoser { losers?.leave() }
        }
        for attempt in 1... {
            var isCommitting = false
            do {
                if isLost { try reconnect(); isQueueing = false }
                if attempt > Self.patience, !isLoser { losers?.enter(); isLoser = true }
                if isLoser || losers?.areWaiting == true, !isQueueing {
                    // Outside the transaction: inside, what it sees would be from before the wait.
                    try run("SELECT pg_advisory_lock(\(Self.queue), hashtext(current_schema()))")
                    isQueueing = true
                }
                try run(begin)
                let tx = Transaction(.postgres) { try self.run($0) }
                let value = try body(tx)
                try beforeCommit(tx.news)
                isCommitting = true
                try run("COMMIT")
                return value
            } catch {
                if isLost {
                    if isCommitting { throw PostgresError.outcomeUnknown }
                    guard attempt < 3 else { throw error }
                } else {
                    if !isIdle { try run("ROLLBACK") }
                    guard let failure = error as? PostgresError, failure.isWorthRepeating, attempt < Self.mostAttempts else { throw error }
                    if failure.state == "0A000" { try forgetPrepared() }
                }
                // Whoever lost stands back a little, each for a different time, longer each time.
                usleep(UInt32.random(in: 200...1_000) << UInt32(min(attempt, 6)))
            }
        }
        fatalError("unreachable")
    }
}
