import Crypto
import Foundation

/// What an outside login is compared by: SHA-256 over the normalised login, a colon and the school's salt, in hexadecimal (docs/linking.md).
struct OutsideKey: Hashable, Sendable {
    let hex: String

    /// As an export has it; `nil` for what is no hash, e.g. a login somebody forgot to hash.
    init?(hex: String) {
        let hex = hex.lowercased()
        guard hex.utf8.count == 64, hex.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else { return nil }
        self.hex = hex
    }

    init(login: String, salt: String) {
        hex = SHA256.hash(data: Array("\(Self.normalised(login)):\(salt)".utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compatibility form (NFKC), lower case, without any white space.
    static func normalised(_ login: String) -> String {
        String(String.UnicodeScalarView(login.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
}
