/// Random letters and digits that people read out and type: Crockford's base 32, where no two look alike.
enum ShortCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    /// A package's code: 50 random bits.
    static let length = 10

    static func random(_ length: Int = length) -> String {
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] })
    }

    /// Five bits of the bytes for each letter.
    static func letters(of bytes: [UInt8], _ length: Int) -> String {
        String(
            (0..<length).map { place in
                let bit = place * 5, pair = Int(bytes[bit / 8]) << 8 | (bit / 8 + 1 < bytes.count ? Int(bytes[bit / 8 + 1]) : 0)
                return alphabet[pair >> (11 - bit % 8) & 31]
            })
    }

    /// What a person typed, as the code is kept; `nil` for what cannot be one. The Russian layout's letters of the same shape are taken.
    static func typed(_ text: String, length: Int = length) -> String? {
        let letters = text.uppercased().prefix(64).filter { !$0.isWhitespace && $0 != "-" && $0 != "–" }.map { alike[$0] ?? $0 }
        guard letters.count == length, letters.allSatisfy(alphabet.contains) else { return nil }
        return String(letters)
    }

    /// `AB12C-3DE4F`: as it is shown.
    static func shown(_ code: String, by size: Int = 5) -> String {
        var rest = Substring(code), groups: [Substring] = []
        while !rest.isEmpty { groups.append(rest.prefix(size)); rest = rest.dropFirst(size) }
        return groups.joined(separator: "-")
    }

    private static let alike: [Character: Character] = [
        "O": "0", "I": "1", "L": "1", "\u{410}": "A", "\u{412}": "B", "\u{415}": "E", "\u{41A}": "K", "\u{41C}": "M", "\u{41D}": "H", "\u{41E}": "0",
        "\u{420}": "P", "\u{421}": "C", "\u{422}": "T", "\u{425}": "X",
    ]
}
