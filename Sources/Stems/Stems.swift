import Foundation
import Kernel

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
    public static func folded(_ word: some StringProtocol) -> String { russianOrEnglish(word) ?? anyScript(String(word)) }

    private static func russianOrEnglish(_ word: some StringProtocol) -> String? {
        var folded = String.UnicodeScalarView()
        for scalar in word.unicodeScalars.prefix(longest) {
            guard let letter = scalar.plainlyFolded else { return nil }
            folded.append(letter)
        }
        return String(folded)
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
