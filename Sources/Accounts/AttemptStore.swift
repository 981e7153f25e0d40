import Kernel
import Storage

/// Counts failed proofs in the database, so all nodes count together. A key begins with the kind of what is counted: `login:` what was
/// typed, `address:` from where it came, `person:` what one who is known already had to prove, `code:`, `request:`.
public enum AttemptStore {
    /// Failures before the first wait. A school sits behind one address: there many may mistype at once.
    private static func allowed(_ key: String) -> Int64 {
        key.hasPrefix("address:") || key.hasPrefix("code:") ? 100 : key.hasPrefix("request:") ? 20 : 5
    }
    /// Failures older than this are forgotten.
    private static let window = 15 * 60
    private static let shortestWait = 15, longestWait = 15 * 60

    /// Seconds to wait before the next attempt under any of these keys; zero if none.
    public static func wait(_ keys: [String], at now: Moment, _ tx: Transaction) throws -> Int {
        let blocked = try tx.rows("SELECT blocked_until FROM attempt WHERE key IN \(list: keys.map(Value.text)) AND blocked_until > \(now)")
        return try blocked.map { Moment.seconds(from: now, to: try $0.moment("blocked_until")) }.max() ?? 0
    }

    /// One more failure; past the allowance each doubles the wait.
    public static func fail(_ key: String, at now: Moment, _ tx: Transaction) throws {
        let known = try tx.first("SELECT failures, since FROM attempt WHERE key = \(key)")
        let isFresh = try known.map { try $0.moment("since") > now - window } ?? false
        let failures = isFresh ? try (known?.int("failures") ?? 0) + 1 : 1
        let over = failures - allowed(key)
        let wait = over < 0 ? 0 : min(longestWait, shortestWait << Int(min(over, 10)))
        try tx.rows(
            """
            INSERT INTO attempt (key, failures, since, blocked_until) VALUES (\(key), \(failures), \(now), \(now + wait))
            ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, since = excluded.since, blocked_until = excluded.blocked_until
            """)
    }

    public static func forget(_ key: String, _ tx: Transaction) throws { try tx.rows("DELETE FROM attempt WHERE key = \(key)") }
}
