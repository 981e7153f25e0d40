import CArgon2
import Crypto
import Foundation
import Kernel
import Storage

/// A password as its owner types it. Lives for one request and is never written anywhere.
public struct Password: Sendable {
    public static let shortest = 8
    public static let longest = 200
    let text: String

    /// What was typed to sign in: any text, even one that could not be chosen today.
    public init(typed text: String) { self.text = text }

    /// A new password. Throws `Denial.invalid` on `field` where it is too short, too long or too common.
    public init(chosen text: String, field: String, login: String) throws {
        guard (Self.shortest...Self.longest).contains(text.count) else { throw Denial.invalid(field: field, .passwordLength) }
        let key = TextKey.of(text)
        guard Set(text).count > 3, key != TextKey.of(login), !CommonPasswords.all.contains(key) else { throw Denial.invalid(field: field, .passwordCommon) }
        self.text = text
    }

    /// A password a person can copy from paper: no look-alike letters. 12 characters of 31 are 59 bits.
    public static func random() -> Password {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var generator = SystemRandomNumberGenerator()
        return Password(typed: String((0..<12).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }))
    }
    /// To be printed once and handed over.
    public var forPaper: String { text }
}

/// What is kept of a password: Argon2id with its salt and its cost (OWASP: 19 MiB, 2 passes), in PHC form.
public struct PasswordHash: Sendable {
    let text: String
}

/// Works on passwords apart from everything else: the work is heavy on purpose, so only few run at once and the queue is bounded;
/// past it people are asked to try again in a moment instead of the server falling over.
public final class PasswordWorks: Sendable {
    /// Cost of one hash. `light` is for tests and demonstration data alone.
    public enum Cost: Sendable { case full, light }
    private let threads: Threads<Void>
    private let cost: Cost

    public init(cost: Cost = .full, workers: Int = 2, mostWaiting: Int = 200) throws {
        self.cost = cost
        threads = try Threads("passwords", count: workers, mostWaiting: mostWaiting) {}
    }
    deinit { threads.closeSoon() }

    public func hash(_ password: Password) async throws -> PasswordHash {
        let cost = cost
        return try await threads.run { _ in try Self.hash(password, cost) }
    }

    /// Whether the password is the one behind the hash. Without a hash the same work is done for nothing: the time must not
    /// tell whether a login exists.
    func matches(_ password: Password, _ hash: PasswordHash?) async throws -> Bool {
        let cost = cost
        return try await threads.run { _ in
            guard let hash else {
                _ = try Self.hash(password, cost)
                return false
            }
            let typed = Array(password.text.utf8)
            return argon2id_verify(hash.text, typed, typed.count) == ARGON2_OK.rawValue
        }
    }

    private static func hash(_ password: Password, _ cost: Cost) throws -> PasswordHash {
        let (passes, kibibytes): (UInt32, UInt32) = cost == .full ? (2, 19 * 1024) : (1, 64)
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        let typed = Array(password.text.utf8)
        var encoded = [CChar](repeating: 0, count: 128)
        let result = argon2id_hash_encoded(passes, kibibytes, 1, typed, typed.count, salt, salt.count, 32, &encoded, encoded.count)
        guard result == ARGON2_OK.rawValue else { throw PasswordError(code: result) }
        return PasswordHash(text: String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}

/// Argon2 could not work, e.g. for want of memory; the code is the library's own.
struct PasswordError: Error { let code: Int32 }
