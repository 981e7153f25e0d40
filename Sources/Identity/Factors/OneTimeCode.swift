import Crypto
import Foundation
import Kernel

/// The six digits an authenticator app shows for half a minute (RFC 6238 over RFC 4226, HMAC-SHA-1).
struct OneTimeCode: Sendable {
    static let period: Int64 = 30
    /// 160 bits, as RFC 4226 §4 recommends.
    static let secretLength = 20
    let secret: [UInt8]

    static func step(at now: Moment) -> Int64 { now.milliseconds / 1000 / period }

    func digits(of step: Int64) -> String {
        let counter = (0..<8).reversed().map { UInt8(truncatingIfNeeded: step >> ($0 * 8)) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let start = Int(hash[19] & 0x0F)
        let number = hash[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.utf8.count) + text
    }

    /// The step whose digits these are: the present one or a neighbour (clocks differ), and later than the last one used.
    func step(of typed: String, at now: Moment, after last: Int64) -> Int64? {
        let present = Self.step(at: now), typed = Array(typed.utf8)
        return [present, present - 1, present + 1].first { $0 > last && isSame(Array(digits(of: $0).utf8), typed) }
    }

    /// The secret as people and apps write it (RFC 4648 §6).
    var base32: String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = "", buffer: UInt32 = 0, bits = 0
        for byte in secret {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { text.append(letters[Int(buffer << (5 - bits) & 31)]) }
        return text
    }

    /// `otpauth://totp/…`, by which an app takes the secret over from a picture or a link.
    func address(account: String, issuer: String) -> String {
        func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
        return "otpauth://totp/\(encoded(issuer)):\(encoded(account))?secret=\(base32)&issuer=\(encoded(issuer))&algorithm=SHA1&digits=6&period=30"
    }
}

/// Ten words on paper for the day the phone is lost; each is good once.
enum RecoveryCode {
    static let count = 10
    /// No look-alike letters: 31¹⁰ is 49 bits.
    private static let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")

    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let all = (0..<10).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        return String(all[0..<5]) + "-" + String(all[5...])
    }
    /// As it is compared: without the hyphen and spaces, in small letters.
    static func key(_ typed: String) -> String { typed.lowercased().filter { $0.isLetter || $0.isNumber } }
}
