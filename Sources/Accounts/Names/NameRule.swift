import Foundation
import Kernel

/// What a name may be written with (REQUIREMENTS A35, B14): letters of one script to a word, with hyphens, apostrophes, full stops
/// and spaces between them. The one rule for every entrance of a name: whoever writes a name asks `checked()`.
///
/// A verified teacher's badge is no letter, so nobody can type one; letters that only look like others cannot make one person's
/// name of another's. What nobody sees (zero width, direction) is cleaned away; what one sees and a passport never has is refused.
extension PersonName {
    /// The name as it may be kept. Throws `Denial.invalid` for `family`, `given` or `patronymic`.
    public func checked() throws -> PersonName {
        // Nearly all are: an import of a whole town judges them in a glance.
        if NamePart.isPlain(family), !family.isEmpty, NamePart.isPlain(given), NamePart.isPlain(patronymic) { return self }
        return try checkedByEachSign()
    }

    /// The rule itself.
    func checkedByEachSign() throws -> PersonName {
        let name = PersonName(
            family: try NamePart.checked(family, "family"), given: try NamePart.checked(given, "given"),
            patronymic: try NamePart.checked(patronymic, "patronymic"))
        // One word is a whole name for some; nothing is a name for nobody.
        guard !name.family.isEmpty || !name.given.isEmpty else { throw Denial.invalid(field: "family", .nameEmpty) }
        try NamePart.compareScripts(of: name)
        return name
    }
}

/// Family name, given name or patronymic.
enum NamePart {
    /// Visible letters; the longest in Russian registers are half of it.
    static let longest = 80
    /// Marks over or under one letter; more of them climb over the neighbouring lines.
    private static let mostMarks = 3

    /// Whether it is nothing, or Russian letters in words with one hyphen or space between them: such a name passes the rule as it is.
    static func isPlain(_ text: String) -> Bool {
        var isAfterLetter = false, count = 0
        for scalar in text.unicodeScalars {
            count += 1
            switch scalar.value {
            case 0x410...0x44F, 0x401, 0x451: isAfterLetter = true
            case 0x20, 0x2D:
                guard isAfterLetter else { return false }
                isAfterLetter = false
            default: return false
            }
        }
        return count == 0 || isAfterLetter && count <= longest
    }

    static func checked(_ text: String, _ field: String) throws -> String {
        let clean = cleaned(text)
        guard clean.count <= longest, clean.unicodeScalars.count <= 2 * longest else { throw Denial.invalid(field: field, .nameLong) }
        var previous: Unicode.Scalar = " ", marks = 0
        for scalar in clean.unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            guard fits(scalar, after: previous), marks <= mostMarks else { throw Denial.invalid(field: field, .nameSign(scalar)) }
            previous = scalar
        }
        if let sign = clean.unicodeScalars.first, !clean.unicodeScalars.contains(where: isLetter) { throw Denial.invalid(field: field, .nameSign(sign)) }
        for word in words(of: clean) where Set(word.compactMap(Script.init)).count > 1 { throw Denial.invalid(field: field, .nameMixed(string(word))) }
        return clean
    }

    /// A whole word of Latin letters that look Cyrillic («Bepa») among Cyrillic ones is no foreign name.
    static func compareScripts(of name: PersonName) throws {
        let parts = [("family", name.family), ("given", name.given), ("patronymic", name.patronymic)]
        let isCyrillic = parts.contains { words(of: $0.1).contains { $0.contains { Script($0) == .cyrillic } } }
        guard isCyrillic else { return }
        for (field, part) in parts {
            for word in words(of: part) where word.count > 1 && word.allSatisfy(Script.lookCyrillic.contains) {
                throw Denial.invalid(field: field, .nameMixed(string(word)))
            }
        }
    }

    // MARK: Cleaning

    /// One way of writing for what looks the same: composed letters, one kind of hyphen, apostrophe and space, nothing unseen.
    private static func cleaned(_ text: String) -> String {
        var clean = String.UnicodeScalarView(), needsSpace = false
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars where !isUnseen(scalar) {
            if scalar.properties.isWhitespace { needsSpace = !clean.isEmpty; continue }
            if needsSpace { clean.append(" ") }
            needsSpace = false
            clean.append(apostrophes.contains(scalar) ? "'" : hyphens.contains(scalar) ? "-" : scalar)
        }
        return String(clean)
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.properties.isWhitespace else { return false }
        return scalar.properties.isDefaultIgnorableCodePoint || [.control, .format].contains(scalar.properties.generalCategory)
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["\u{2018}", "\u{2019}", "\u{02BC}", "\u{02BB}", "\u{0060}", "\u{00B4}", "\u{2032}"]
    private static let hyphens: Set<Unicode.Scalar> = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"]

    // MARK: Signs

    private static func fits(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ": true
        case "'": previous != "'"
        case "-", ".": isLetter(previous) || isMark(previous) || (scalar == "-" && previous == ".")
        default: isLetter(scalar) || (isMark(scalar) && (isLetter(previous) || isMark(previous)))
        }
    }

    /// A letter of a living script. Bold, round and wide letters of mathematics and of fashion are signs; so are letters that
    /// no register has written for a hundred years (multiocular «ꙮ» among them).
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: break
        default: return scalar == "々" || scalar == "ー"
        }
        let old = [0x0460...0x0481, 0xA640...0xA69F, 0x1C80...0x1C8F].contains { $0.contains(scalar.value) }
        let text = String(scalar)
        return !old && (scalar == "\u{0587}" || text.precomposedStringWithCompatibilityMapping == text)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
    }

    private static func words(of part: String) -> [[Unicode.Scalar]] {
        part.unicodeScalars.split { $0 == " " || $0 == "-" || $0 == "." }.map { Array($0.filter { $0 != "'" && !isMark($0) }) }
    }
    private static func string(_ word: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(word)) }
}

/// Scripts whose letters are taken for one another.
private enum Script: Hashable {
    case latin, cyrillic, greek, armenian, cherokee, other

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x530...0x58F: self = .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
        default: self = .other
        }
    }

    /// Latin letters that a Cyrillic reader takes for their own.
    static let lookCyrillic: Set<Unicode.Scalar> = Set("aceopxyABCEHKMOPTXY".unicodeScalars)
}
