import Foundation
import Kernel
import Storage

/// The one thread that writes. A durable commit costs a wait for the disk, whatever is in it; so all writes that
/// came while the last commit was under way share the next: each in its own savepoint, one commit for all. Callers
/// are answered, and news goes out, only when it is on the disk.
final class Writer: @unchecked Sendable {  // every stored `var` is touched under `lock` only
    private let lock = NSCondition()
    private var waiting: [any WaitingWrite] = []
    private var logWaiters: [@Sendable (Result<Void, any Error>) -> Void] = []
    private var isClosed = false
    private var isDone = false
    private let mostPerCommit: Int
    private let announce: Announce

    init(path: String, mostPerCommit: Int, announce: @escaping Announce) throws {
        self.mostPerCommit = mostPerCommit
        self.announce = announce
        let opened = Handover<Result<Void, any Error>>()
        let thread = Thread { [self] in
            do {
                let connection = try SQLiteConnection(path: path, readOnly: false)
                opened.give(.success(()))
                while let batch = nextBatch() {
                    if !batch.isEmpty { commit(batch, on: connection) }
                    answerLogWaiters(on: connection)
                }
                connection.close()
            } catch { opened.give(.failure(error)) }
            lock.withLock {
                isDone = true; lock.broadcast()
            }
        }
        thread.name = "sqlite-writer"
        thread.start()
        try opened.take().get()
    }

    func add(_ write: any WaitingWrite) {
        let accepted = lock.withLock {
            if !isClosed { waiting.append(write); lock.signal() }
            return !isClosed
        }
        if !accepted { write.failed(DatabaseClosed()) }
    }

    /// Writes the log into the file and cuts it to nothing, between two commits.
    func emptyLog(_ answer: @escaping @Sendable (Result<Void, any Error>) -> Void) {
        let accepted = lock.withLock {
            if !isClosed { logWaiters.append(answer); lock.signal() }
            return !isClosed
        }
        if !accepted { answer(.failure(DatabaseClosed())) }
    }

    private func answerLogWaiters(on connection: SQLiteConnection) {
        let waiters = lock.withLock {
            defer { logWaiters = [] }
            return logWaiters
        }
        guard !waiters.isEmpty else { return }
        let done = Result<Void, any Error> { try connection.emptyLog() }
        for answer in waiters { answer(done) }
    }

    /// Lets the thread commit what waits and then end.
    func closeSoon() {
        lock.withLock {
            isClosed = true; lock.broadcast()
        }
    }
    /// The same, and waits for it.
    func close() {
        closeSoon()
        lock.withLock { while !isDone { lock.wait() } }
    }

    private func nextBatch() -> [any WaitingWrite]? {
        lock.withLock {
            while waiting.isEmpty, logWaiters.isEmpty, !isClosed { lock.wait() }
            guard !waiting.isEmpty || !logWaiters.isEmpty else { return nil }
            let batch = Array(waiting.prefix(mostPerCommit))
            waiting.removeFirst(batch.count)
            return batch
        }
    }

    private func commit(_ batch: [any WaitingWrite], on connection: SQLiteConnection) {
        do {
            try connection.run("BEGIN IMMEDIATE")
            for write in batch { try write.run(on: connection) }
            try connection.run("COMMIT")
        } catch {
            if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
            // The fault may be one write's alone: nobody fails for another's. A body may run again by contract.
            if batch.count > 1 { for write in batch { commit([write], on: connection) } } else { batch[0].failed(error) }
            return
        }
        let news = batch.flatMap(\.news)
        if !news.isEmpty { announce(news) }
        for write in batch { write.committed() }
    }
}
