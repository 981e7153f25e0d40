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
    public static func of(_ text: String) -> String {
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
