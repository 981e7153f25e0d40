import Kernel
import Storage
import Synchronization

/// A database that counts the statements of its transactions, for tests that a page asks no more as the school grows.
public final class CountingDatabase: Database {
    private let inner: any Database
    private let asked = Mutex<Int>(0)
    public init(_ inner: any Database) { self.inner = inner }

    public var count: Int { asked.withLock { $0 } }
    public func reset() { asked.withLock { $0 = 0 } }
    public var dialect: Dialect { inner.dialect }
    public func close() { inner.close() }
    public func forgetDeleted() async throws { try await inner.forgetDeleted() }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await inner.read { tx in try body(self.counted(tx)) }
    }

    @discardableResult public func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await inner.write(isolation) { tx in
            let counted = self.counted(tx)
            let result = try body(counted)
            self.pass(counted.news, to: tx)
            return result
        }
    }

    private func counted(_ tx: Transaction) -> Transaction {
        Transaction(tx.dialect) { sql in
            self.asked.withLock { $0 += 1 }
            return try tx.rows(sql)
        }
    }

    private func pass(_ news: [News], to tx: Transaction) {
        for item in news {
            switch item {
            case .event(let event): tx.emit(event)
            case .joined(let person, let topic): tx.join(person, topic)
            case .left(let person, let topic): tx.leave(person, topic)
            case .ended(let person): tx.end(person)
            case .gap: break
            }
        }
    }
}
