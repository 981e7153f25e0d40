import App
import Foundation
import Storage
import StoragePostgres
import StorageSQLite

/// The databases every store test runs on: SQLite always, PostgreSQL where `TEST_POSTGRES` names one (CI must).
public enum TestDatabase: String, Sendable, CaseIterable, CustomStringConvertible {
    case sqlite, postgres
    public static var available: [TestDatabase] { postgresServer == nil ? [.sqlite] : allCases }
    public var description: String { rawValue }
    public static var postgresServer: String? { ProcessInfo.processInfo.environment["TEST_POSTGRES"] }

    /// A new, migrated database.
    public func open(announce: @escaping Announce = { _ in }) async throws -> any Database {
        let database = try await openEmpty(announce: announce)
        try await database.migrate(migrationPlan)
        return database
    }

    public func openEmpty(announce: @escaping Announce = { _ in }) async throws -> any Database {
        switch self {
        case .sqlite: try SQLiteDatabase(path: Self.newFile(), readers: 2, announce: announce)
        case .postgres: try PostgresDatabase(try await Self.newSchema(), connections: 3, announce: announce)
        }
    }

    /// The address of a new, empty schema on the test server.
    public static func newSchema() async throws -> String {
        let server = try PostgresDatabase(postgresServer!, connections: 1)
        let schema = "t" + UUID().uuidString.lowercased().filter(\.isLetter) + "\(UInt32.random(in: 0...(.max)))"
        try await server.write(.rowLock) { tx in try tx.rows(SQL(pasting: "CREATE SCHEMA \(schema)")) }
        server.close()
        return postgresServer! + " options='-c search_path=\(schema)'"
    }

    /// A path in this run's own folder, which the next run clears away.
    public static func newFile() -> String { folder.appending(path: UUID().uuidString + ".sqlite").path() }

    /// An empty place for what lies beside a database, in the same folder.
    public static func newFolder() -> URL { folder.appending(path: UUID().uuidString) }

    private static let folder: URL = {
        let all = FileManager.default.temporaryDirectory.appending(path: "school-tests")
        let own = all.appending(path: String(ProcessInfo.processInfo.processIdentifier))
        for old in (try? FileManager.default.contentsOfDirectory(at: all, includingPropertiesForKeys: nil)) ?? []
        where kill(pid_t(old.lastPathComponent) ?? 0, 0) != 0 {
            try? FileManager.default.removeItem(at: old)
        }
        try! FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        return own
    }()
}
