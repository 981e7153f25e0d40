/// One step of the schema. Lives in its feature's folder, numbered across the whole product.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let statements: @Sendable (Dialect) -> [SQL]
    public init(_ number: Int, _ name: String, _ statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.number = number; self.name = name; self.statements = statements
    }
}

public struct MigrationError: Error, CustomStringConvertible { public let description: String }

extension Database {
    /// Runs what has not run yet, each step in its own transaction. Refuses a database newer than this program.
    /// Safe when several nodes start at once: whoever holds the lock runs the step, the others then find it done.
    public func migrate(_ plan: [Migration]) async throws {
        let numbers = plan.map(\.number)
        guard numbers == Array(Set(numbers)).sorted() else { throw MigrationError(description: "migration numbers must rise without a repeat: \(numbers)") }
        let done = try await write(.rowLock) { tx in
            try tx.rows(tx.dialect.migrationLock)
            try tx.rows("CREATE TABLE IF NOT EXISTS schema_migration (number BIGINT PRIMARY KEY, name TEXT NOT NULL)")
            return try Set(tx.rows("SELECT number FROM schema_migration").map { Int(try $0.int("number")) })
        }
        guard done.isSubset(of: numbers) else {
            throw MigrationError(description: "this database was written by a newer release: \(done.subtracting(numbers).sorted())")
        }
        for step in plan where !done.contains(step.number) { try await write(.rowLock, step.run) }
    }
}

extension Migration {
    @Sendable fileprivate func run(in tx: Transaction) throws {
        try tx.rows(tx.dialect.migrationLock)
        guard try tx.first("SELECT name FROM schema_migration WHERE number = \(number)") == nil else { return }
        for statement in statements(tx.dialect) { try tx.rows(statement) }
        try tx.rows("INSERT INTO schema_migration (number, name) VALUES (\(number), \(name))")
    }
}
