import Kernel
import Storage

/// Slows down strangers who guess at a secret or send without end, by the same count as sign-in. Keys: `address:…` allows a
/// hundred failures before the first wait, `login:…` (any one thing that is guessed at) five.
public enum AttemptLimit {
    /// Throws `Denial.wait` while any of the keys has to wait.
    public static func check(_ keys: [String], at now: Moment, _ tx: Transaction) throws {
        let wait = try AttemptStore.wait(keys, at: now, tx)
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
    }
    public static func fail(_ keys: [String], at now: Moment, _ tx: Transaction) throws { for key in keys { try AttemptStore.fail(key, at: now, tx) } }
}
