import Foundation

/// A few threads of our own, each with one connection, and one queue for all. The C libraries block, so their calls
/// must touch neither Swift's shared threads nor an event loop.
package final class Threads<Connection>: @unchecked Sendable {  // every stored property is touched under `lock` only
    private let lock = NSCondition()
    private var waiting: [@Sendable (Connection) -> Void] = []
    private let mostWaiting: Int
    private var running = 0
    private var isClosed = false

    /// Opens all connections before it returns, or throws the first failure.
    /// `mostWaiting` bounds the queue: past it `run` throws `TooBusy` at once.
    package init(
        _ name: String, count: Int, mostWaiting: Int = .max, close: @escaping @Sendable (Connection) -> Void = { _ in },
        open: @escaping @Sendable () throws -> Connection
    ) throws {
        self.mostWaiting = mostWaiting
        for number in 1...count {
            let opened = Handover<Result<Void, any Error>>()
            let thread = Thread { [self] in
                do {
                    let connection = try open()
                    opened.give(.success(()))
                    serve(connection)
                    close(connection)
                } catch { opened.give(.failure(error)) }
                lock.withLock {
                    running -= 1; lock.broadcast()
                }
            }
            thread.name = "\(name)-\(number)"
            lock.withLock { running += 1 }
            thread.start()
            do { try opened.take().get() } catch { self.close(); throw error }
        }
    }

    private func serve(_ connection: Connection) {
        while let work = next() { work(connection) }
    }

    private func next() -> (@Sendable (Connection) -> Void)? {
        lock.withLock {
            while waiting.isEmpty, !isClosed { lock.wait() }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }

    package func run<T: Sendable>(_ work: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { caller in
            let refusal: (any Error)? = lock.withLock {
                guard !isClosed else { return DatabaseClosed() }
                guard waiting.count < mostWaiting else { return TooBusy() }
                waiting.append { connection in caller.resume(with: Result { try work(connection) }) }
                lock.signal()
                return nil
            }
            if let refusal { caller.resume(throwing: refusal) }
        }
    }

    /// Lets the threads finish what waits and then end.
    package func closeSoon() {
        lock.withLock {
            isClosed = true; lock.broadcast()
        }
    }
    /// The same, and waits for it.
    package func close() {
        closeSoon()
        lock.withLock { while running > 0 { lock.wait() } }
    }
}

public struct DatabaseClosed: Error { package init() {} }
/// More work waits than can be done soon: the caller is told so instead of waiting.
public struct TooBusy: Error { package init() {} }

/// One value from one thread to another that waits for it.
package final class Handover<Value: Sendable>: @unchecked Sendable {  // `value` is touched under `lock` only
    private let lock = NSCondition()
    private var value: Value?
    package init() {}
    package func give(_ value: Value) {
        lock.withLock {
            self.value = value; lock.broadcast()
        }
    }
    package func take() -> Value {
        lock.withLock {
            while value == nil { lock.wait() }
            return value!
        }
    }
}
