import Foundation

/// A human being, known once in the whole installation. `ID<Person>` names one; the row belongs to Accounts.
public enum Person {}

/// What a person is called. Russian names have three parts; the last two may be missing.
public struct PersonName: Hashable, Sendable, Codable {
    public let family: String
    public let given: String
    public let patronymic: String

    public init(family: String, given: String, patronymic: String = "") {
        self.family = family
        self.given = given
        self.patronymic = patronymic
    }

    /// «Петрова Мария Сергеевна»: lists and documents.
    public var full: String { joined([family, given, patronymic]) }
    /// «Петрова Мария»: the journal, where patronymics of children are not written.
    public var list: String { joined([family, given]) }
    /// «Мария Сергеевна»: how a teacher is addressed; the full name where there is no patronymic.
    public var address: String { patronymic.isEmpty ? joined([given, family]) : joined([given, patronymic]) }
    /// «Петрова М. С.»: narrow places.
    public var short: String { joined([family, initial(given), initial(patronymic)]) }
    /// «МП»: in place of a picture.
    public var initials: String { [given, family].compactMap(\.first).map(String.init).joined().uppercased() }
    /// Compared, sorted and searched instead of the name itself.
    public var key: String { TextKey.of(full) }

    private func initial(_ part: String) -> String { part.first.map { "\($0)." } ?? "" }
    private func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
}

/// Keys by which text of people is compared: neither database folds or sorts Cyrillic the same way.
public enum TextKey {
    /// Lower case, «ё» among the «е» as in Russian lists, single spaces, no accents on Latin letters.
    public static func of(_ text: String) -> String { ofRussian(text) ?? ofAny(text) }

    /// The same for what nearly every name here is written with. `nil` where there is anything else.
    private static func ofRussian(_ text: String) -> String? {
        var key = String.UnicodeScalarView(), needsSpace = false
        for scalar in text.unicodeScalars {
            guard let letter = scalar.plainlyFolded else { return nil }
            guard letter.value > 0x20 else {
                needsSpace = !key.isEmpty
                continue
            }
            if needsSpace { key.append(" ") }
            needsSpace = false
            key.append(letter)
        }
        return String(key)
    }

    /// The rule, for every script.
    static func ofAny(_ text: String) -> String {
        var key = ""
        var needsSpace = false
        for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace || scalar.value < 0x20 {
                needsSpace = !key.isEmpty
                continue
            }
            if needsSpace { key += " " }
            needsSpace = false
            key.unicodeScalars.append(scalar == "ё" ? "е" : scalar)
        }
        return key
    }
}

extension Unicode.Scalar {
    /// As text of people is compared: small, «ё» as «е». `nil` for all but Russian letters and signs of ASCII, which nearly all of it is written
    /// with: Unicode's tables, ten times as slow, are for the rest.
    public var plainlyFolded: Unicode.Scalar? {
        switch value {
        case 0x41...0x5A, 0x410...0x42F: Unicode.Scalar(value + 0x20)
        case ..<0x80, 0x430...0x44F: self
        case 0x401, 0x451: "е"
        default: nil
        }
    }
}
