import Kernel
import Storage

/// A database in which nothing that is written stays: every write is answered as if it were done, and rolled back. For trying what
/// each of many people may do to one and the same state.
public final class RehearsalDatabase: Database {
    private let inner: any Database
    public init(_ inner: any Database) { self.inner = inner }

    private struct Rehearsed<T: Sendable>: Error { let result: T }

    public var dialect: Dialect { inner.dialect }
    public func close() { inner.close() }
    /// Nothing was deleted.
    public func forgetDeleted() {}
    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T { try await inner.read(body) }

    @discardableResult public func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        do {
            return try await inner.write(isolation) { tx in throw Rehearsed(result: try body(tx)) }
        } catch let rehearsed as Rehearsed<T> { return rehearsed.result }
    }
}
