import Crypto
import Foundation

/// A secret that opens a session: 256 random bits. The database keeps only its hash, so a stolen copy opens nothing.
public struct Token: Sendable {
    public let text: String
    public init() {
        var generator = SystemRandomNumberGenerator()
        text = Self.urlSafe((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
    /// What a browser or program sent; `nil` for what cannot be a token.
    public init?(sent text: some StringProtocol) {
        guard text.utf8.count == 43,
            text.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122) || $0 == 45 || $0 == 95 })
        else { return nil }
        self.text = String(text)
    }
    public var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    private static func urlSafe(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
