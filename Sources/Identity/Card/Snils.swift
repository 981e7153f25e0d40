import Kernel

/// The insurance number by which a citizen is known once in the country (СНИЛС): nine digits and two of a checksum.
public struct Snils: Hashable, Sendable {
    /// Eleven digits.
    public let digits: String

    /// Digits, with the spaces and hyphens people write between them. Throws `Denial.invalid` on `field` for what cannot be a SNILS.
    public init(_ text: String, field: String = "snils") throws {
        let digits = text.filter { !" -\u{A0}\u{2011}\u{2013}".contains($0) }
        guard digits.utf8.count == 11, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { throw Denial.invalid(field: field, .snilsForm) }
        guard Self.checksum(of: digits.utf8.prefix(9).map { Int($0) - 48 }) == Int(digits.suffix(2)) else { throw Denial.invalid(field: field, .snilsChecksum) }
        self.digits = digits
    }

    /// Each digit times its place from the right, by 101; 100 is written 00.
    static func checksum(of nine: [Int]) -> Int {
        zip(nine, (1...9).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 101 % 100
    }

    /// `112-233-445 95`
    public var written: String {
        let all = Array(digits)
        return String(all[0..<3]) + "-" + String(all[3..<6]) + "-" + String(all[6..<9]) + " " + String(all[9...])
    }
    /// `•••-•••-••5 95`: enough for its owner to know it again.
    public var masked: String { "•••-•••-••" + digits.suffix(3).prefix(1) + " " + digits.suffix(2) }
}

/// An address for letters, compared without regard to capital letters.
public struct EmailAddress: Hashable, Sendable {
    public let text: String
    public var key: String { text.lowercased() }

    /// Throws `Denial.invalid` on `field` for what no letter reaches.
    public init(_ text: String, field: String = "email") throws {
        let text = text.filter { !$0.isWhitespace || !$0.isASCII || $0 == " " }.trimmed
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), text.utf8.count <= 254,
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && !",;<>()[]\"\\".unicodeScalars.contains($0) })
        else { throw Denial.invalid(field: field, .emailForm) }
        self.text = text
    }
}

extension String {
    var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part = part.dropFirst() }
        while part.last?.isWhitespace == true { part = part.dropLast() }
        return String(part)
    }
}
