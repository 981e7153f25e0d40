import Kernel
import Storage

extension Login {
    /// Logins made of a person's name in Latin letters: `petrova.m`, then `petrova.m2`, … The caller takes the first that is free.
    public static func suggestion(for name: PersonName, number: Int) throws -> Login {
        let family = latin(name.family), given = latin(name.given).prefix(1)
        let base = [family, String(given)].filter { !$0.isEmpty }.joined(separator: ".")
        return try Login((base.count < 3 ? "person." + base : String(base.prefix(60))) + (number < 2 ? "" : "\(number)"))
    }

    /// Lower-case Latin letters of a Russian or other text; what has none is left out.
    static func latin(_ text: String) -> String {
        TextKey.of(text).reduce(into: "") { latin, letter in
            if let known = letters[letter] {
                latin += known
            } else if letter.isASCII, letter.isLetter || letter.isNumber || letter == "-" {
                latin.append(letter)
            }
        }
    }

    /// As in Russian passports (ICAO Doc 9303), without the signs.
    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p",
        "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e",
        "ю": "iu", "я": "ia",
    ]
}
