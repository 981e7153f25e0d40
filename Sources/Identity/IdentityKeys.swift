import Crypto
import Foundation

/// The installation's own key, kept beside the database and not in it: a stolen copy of the database gives away neither SNILS
/// numbers nor the secrets of authenticators.
public struct IdentityKeys: Sendable {
    private let sealing: SymmetricKey
    private let marking: SymmetricKey

    /// A key that nobody keeps: for tests, and for a site that is only looked at.
    public init() { self.init(SymmetricKey(size: .bits256)) }

    private init(_ master: SymmetricKey) {
        sealing = HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data("zvonok sealing".utf8), outputByteCount: 32)
        marking = HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data("zvonok marking".utf8), outputByteCount: 32)
    }

    /// The key in a file of its own: 64 hexadecimal digits, for the owner's eyes only. Made if it is not there; two that start at once
    /// agree on one. Throws `KeyFileError` for a file that is no key or that others may read.
    public init(file path: String) throws {
        if let made = try Self.make(path) { self.init(made) } else { self.init(try Self.read(path)) }
    }

    private static func make(_ path: String) throws -> SymmetricKey? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else { throw KeyFileError(description: "The key file \(path) cannot be made: \(String(cString: strerror(errno)))") }
            return nil
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), key = SymmetricKey(size: .bits256)
        try file.write(contentsOf: Data((key.withUnsafeBytes(Array.init).hexadecimal + "\n").utf8))
        try file.synchronize()
        return key
    }

    private static func read(_ path: String) throws -> SymmetricKey {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0 else {
            throw KeyFileError(description: "The key file \(path) must be readable by its owner alone: chmod 600 \(path)")
        }
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = [UInt8](hexadecimal: text), bytes.count == 32 else {
            throw KeyFileError(
                description:
                    "The key file \(path) must hold 64 hexadecimal digits. Without the right key nobody’s SNILS can be read: restore it from the backup.")
        }
        return SymmetricKey(data: bytes)
    }

    /// The bytes under a seal that opens only for the same purpose: what is sealed as one person's secret is no other's.
    func seal(_ bytes: [UInt8], for purpose: String) throws -> [UInt8] {
        guard let sealed = try AES.GCM.seal(bytes, using: sealing, authenticating: Array(purpose.utf8)).combined else {
            throw CryptoKitError.incorrectParameterSize
        }
        return Array(sealed)
    }

    /// `nil` for what was not sealed here, or for another purpose.
    func unseal(_ sealed: [UInt8], for purpose: String) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed), let bytes = try? AES.GCM.open(box, using: sealing, authenticating: Array(purpose.utf8))
        else { return nil }
        return Array(bytes)
    }

    /// A keyed hash by which equal things are found without being read.
    func mark(_ text: String, for purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array((purpose + "\u{0}" + text).utf8), using: marking))
    }
}

/// The key file is wrong; the words are for the person at the command line.
public struct KeyFileError: Error, CustomStringConvertible { public let description: String }

extension [UInt8] {
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2), digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) }
    }

    /// Base64 as addresses carry it (RFC 4648 §5), without padding.
    var base64URL: String { Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "") }

    /// `nil` for anything but the unpadded form: one value has one spelling.
    init?(base64URL text: String) {
        guard text.utf8.allSatisfy({ ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122) || $0 == 45 || $0 == 95 }) else { return nil }
        let padded = text.replacing("-", with: "+").replacing("_", with: "/") + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), Array(data).base64URL == text else { return nil }
        self = Array(data)
    }

    /// So many bytes that nobody can guess.
    static func random(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}

/// Whether two words are equal, in a time that does not tell where they differ.
func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.count == b.count && zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
