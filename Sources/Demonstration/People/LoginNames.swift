import Kernel

/// Logins made of names: `ivanova.mariya`, then `ivanova.mariya2`.
struct LoginNames {
    private var taken: [String: Int] = [:]

    mutating func login(for name: PersonName) -> String {
        let plain = [name.family, name.given].map(Self.latin).joined(separator: ".")
        let count = taken[plain, default: 0] + 1
        taken[plain] = count
        return count == 1 ? plain : plain + String(count)
    }

    /// Russian in Latin letters, as in a passport (ICAO 9303), without signs.
    static func latin(_ text: String) -> String {
        text.lowercased().map { letter in letters[letter] ?? (letter.isASCII ? String(letter) : "") }.joined()
    }

    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
        "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    ]
}
