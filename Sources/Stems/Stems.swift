import Foundation

/// One word of a text: where it stands and what it is looked for by.
public struct StemmedWord: Hashable, Sendable {
    /// Where it stands in the text it was taken from.
    public let range: Range<String.Index>
    /// What all its forms share: «контрольной» and «контрольная» are «контрольн». Small letters, ё as е; numbers stay as they are.
    public let stem: String
}

/// Words of Russian and English texts by their stems, so that what is written in one form is found by another (Snowball, libstemmer).
public enum Stems {
    /// Signs of a word that count; what is longer is no word of any language.
    static let longest = 64

    /// All words of a text, in their order. A word is a run of letters and digits: «5-й» is two, «7а» is one.
    public static func words(of text: String) -> [StemmedWord] {
        let stemmer = Stemmer()
        return ranges(of: text).map { StemmedWord(range: $0, stem: stemmer.stem(folded(text[$0]))) }
    }

    /// The stems of a text, each once, in the order they first stand.
    public static func of(_ text: String) -> [String] {
        var known: Set<String> = []
        return words(of: text).map(\.stem).filter { known.insert($0).inserted }
    }

    /// A word as it is compared: composed, in small letters, ё as е, at most `longest` signs.
    public static func folded(_ word: some StringProtocol) -> String { russianOrEnglish(word.utf8) ?? anyScript(String(word)) }

    /// Words of the letters А–я, Ё, ё and of ASCII alone, as nearly all are: by their bytes, ten times as quick as by Unicode's tables.
    private static func russianOrEnglish(_ word: some Sequence<UInt8>) -> String? {
        var folded: [UInt8] = [], signs = 0, lead: UInt8?
        for byte in word {
            switch (lead, byte) {
            case (nil, 0xD0), (nil, 0xD1): lead = byte; continue
            case (nil, ..<0x80): folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
            case (0xD0, 0x90...0x9F): folded += [0xD0, byte + 0x20]  // А–П
            case (0xD0, 0xA0...0xAF): folded += [0xD1, byte - 0x20]  // Р–Я
            case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F): folded += [lead ?? 0, byte]
            case (0xD0, 0x81), (0xD1, 0x91): folded += [0xD0, 0xB5]  // Ё, ё
            default: return nil
            }
            (lead, signs) = (nil, signs + 1)
            if signs == longest { break }
        }
        return String(decoding: folded, as: UTF8.self)
    }

    static func anyScript(_ word: String) -> String {
        let composed = word.precomposedStringWithCanonicalMapping.lowercased().replacing("ё", with: "е")
        let plain = composed.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && !$0.isStress }
        return String(String.UnicodeScalarView(plain.prefix(longest)))
    }

    private static func ranges(of text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = [], start: String.Index?
        for place in text.indices {
            if text[place].isLetter || text[place].isNumber { start = start ?? place; continue }
            if let begun = start { ranges.append(begun..<place) }
            start = nil
        }
        if let begun = start { ranges.append(begun..<text.endIndex) }
        return ranges
    }
}

extension Unicode.Scalar {
    /// The mark over a stressed vowel in schoolbooks: «за́мок».
    fileprivate var isStress: Bool { value == 0x300 || value == 0x301 }
}
