import Crypto

/// Letters a person copies from paper: a one-time code, an application's secret word. 16 of 31 letters that do not look alike are
/// 79 bits. The database keeps only the hash.
package struct Secret: Hashable, Sendable {
    static let length = 16
    private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
    let text: String

    init() {
        var generator = SystemRandomNumberGenerator()
        text = String((0..<Self.length).map { _ in Self.letters[Int.random(in: 0..<Self.letters.count, using: &generator)] })
    }
    /// As a person typed it: capitals, spaces and dashes make no difference. `nil` for what cannot be one.
    init?(typed: String) {
        guard typed.utf8.count <= 100 else { return nil }
        let plain = typed.lowercased().filter { !$0.isWhitespace && !"-‐–—".contains($0) }
        guard plain.count == Self.length, plain.allSatisfy(Self.letters.contains) else { return nil }
        text = plain
    }
    /// Always the same for the same visit: a form that is sent twice is answered twice alike.
    init(of visit: ApplicantVisit) {
        let bytes = SHA256.hash(data: Array("word:\(visit.text)".utf8))
        text = String(bytes.prefix(Self.length).map { Self.letters[Int($0) % Self.letters.count] })
    }

    var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
    /// `abcd-efgh-jkmn-pqrs`
    var forPaper: String {
        stride(from: 0, to: Self.length, by: 4).map { start in String(text.dropFirst(start).prefix(4)) }.joined(separator: "-")
    }
}

/// One opening of the application form: 32 letters that travel in the form itself.
package struct ApplicantVisit: Sendable {
    let text: String
    package init() { text = Secret().text + Secret().text }
    init?(sent text: String) {
        guard text.utf8.count == 2 * Secret.length, text.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || ($0 >= 48 && $0 <= 57) }) else { return nil }
        self.text = text
    }
    var hash: [UInt8] { Array(SHA256.hash(data: Array("visit:\(text)".utf8))) }
}
