import Accounts
import Crypto
import Foundation

/// What stands on a slip of paper: `K7M4-9TXH-A2C5`, twelve signs of eighteen, 50 bits.
///
/// * The letters of the alphabet look the same in the Latin and the Russian alphabet, so a code is read aloud and typed on either
///   keyboard; digits and letters that are taken for one another (0 O, 1 I, 8 B) are not among them. What is typed for them by ear
///   or by eye in the other alphabet is understood.
/// * Guessing is hopeless from outside: failures are counted by address, and with 300,000 open codes in an installation one guess in
///   four thousand million hits any of them.
/// * Only a hash is kept. It is made slowly on purpose: 50 bits behind a quick one could be searched in a day by whoever steals a
///   copy of the database; behind this one they outlast the codes' thirty days many times.
public struct Code: Hashable, Sendable {
    static let signs = Array("23456789ACEHKMPTXY")
    static let length = 12
    private static let rounds = 1_000
    /// The twelve signs, without anything between them.
    public let text: String

    /// What a person typed or a link carried; `nil` for what cannot be a code.
    public init?(typed: String) {
        guard typed.utf8.count <= 100 else { return nil }
        let spaces: Set<Character> = [" ", "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{A0}", ".", "\t", "\n", "\r\n"]
        let meant = typed.uppercased().filter { !spaces.contains($0) }.map { Self.alike[$0] ?? $0 }
        guard meant.count == Self.length, meant.allSatisfy(Self.signs.contains) else { return nil }
        text = String(meant)
    }

    /// A new one, by chance.
    public init() { self.init(of: Token(), place: 0) }

    /// The code at a place of a sheet whose secret this is: whoever has the secret can print the sheet again, nobody else can.
    public init(of secret: Token, place: Int) {
        var signs: [Character] = []
        for round in 0... {
            let bytes = HMAC<SHA256>.authenticationCode(for: Data("code \(place) \(round)".utf8), using: SymmetricKey(data: Data(secret.text.utf8)))
            // 252 is the largest multiple of 18 in a byte: beyond it some signs would come more often.
            signs += bytes.filter { $0 < 252 }.map { Self.signs[Int($0) % Self.signs.count] }
            if signs.count >= Self.length { break }
        }
        text = String(signs.prefix(Self.length))
    }

    /// As it is printed: three groups of four.
    public var grouped: String { stride(from: 0, to: Self.length, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: "-") }

    /// What the database recognises it by.
    public var hash: [UInt8] {
        (1..<Self.rounds).reduce(SHA256.hash(data: Data("zvonok code \(text)".utf8))) { digest, _ in digest.withUnsafeBytes { SHA256.hash(data: $0) } }.bytes
    }

    /// Signs that are typed where another is meant, by look and by sound.
    private static let alike: [Character: Character] = [
        "\u{410}": "A", "\u{421}": "C", "\u{415}": "E", "\u{401}": "E", "\u{42D}": "E", "\u{41D}": "H", "\u{41A}": "K", "\u{41C}": "M", "\u{420}": "P",
        "\u{422}": "T", "\u{425}": "X", "\u{423}": "Y", "\u{417}": "3", "\u{427}": "4", "\u{411}": "6", "\u{412}": "8", "\u{41F}": "P", "\u{426}": "C",
        "B": "8", "G": "6", "Z": "2", "S": "C", "R": "P", "N": "H", "U": "Y",
    ]
}

extension SHA256.Digest {
    fileprivate var bytes: [UInt8] { Array(self) }
}
