import Kernel
import Storage

/// A write that waits for its turn and then for its commit.
protocol WaitingWrite: Sendable {
    /// Runs the body in a savepoint: if it throws, only what it wrote is undone. Throws itself if SQLite ended the whole transaction.
    func run(on connection: SQLiteConnection) throws
    /// What the body has to say, if it did not throw.
    var news: [News] { get }
    /// Answers the caller. Not before the commit.
    func committed()
    func failed(_ error: any Error)
}

final class Write<Outcome: Sendable>: WaitingWrite, @unchecked Sendable {  // after the hand-over only the writer's thread touches it
    private let body: @Sendable (Transaction) throws -> Outcome
    private let caller: CheckedContinuation<Outcome, any Error>
    private var outcome: Result<Outcome, any Error> = .failure(DatabaseClosed())
    private(set) var news: [News] = []

    init(_ body: @escaping @Sendable (Transaction) throws -> Outcome, for caller: CheckedContinuation<Outcome, any Error>) {
        self.body = body; self.caller = caller
    }

    func run(on connection: SQLiteConnection) throws {
        let tx = Transaction(.sqlite) { try connection.run($0) }
        _ = try connection.beginPart.run([])
        outcome = Result { try body(tx) }
        switch outcome {
        case .success: news = tx.news
        case .failure(let error):
            news = []
            guard connection.isInTransaction else { throw error }
            _ = try connection.undoPart.run([])
        }
        _ = try connection.endPart.run([])
    }

    func committed() { caller.resume(with: outcome) }
    func failed(_ error: any Error) { caller.resume(throwing: error) }
}
