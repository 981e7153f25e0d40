import Crypto
import Foundation
import Kernel

/// The installation's own key (Ed25519, RFC 8032), by which other schools know what it has sent. It lies in the data folder, readable
/// by its owner alone, and not in the database: a stolen copy of the database can forge nothing. Several servers need the same file.
public struct InstallationKey: Sendable {
    static let fileName = "transfer.key"
    private let pair: Curve25519.Signing.PrivateKey

    init() { pair = Curve25519.Signing.PrivateKey() }
    private init(bytes: Data) throws { pair = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes) }

    var publicKey: SenderKey { SenderKey(bytes: Array(pair.publicKey.rawRepresentation)) }
    func signature(of bytes: [UInt8]) throws -> [UInt8] { Array(try pair.signature(for: bytes)) }

    /// The key in this folder, made at its first use. Throws `Denial.conflict` where there is no folder for it.
    static func open(in folder: URL?) throws -> InstallationKey {
        guard let folder else { throw Denial.conflict(.noKeyFolder) }
        let file = folder.appending(path: fileName)
        if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) { try make(file, in: folder) }
        return try InstallationKey(bytes: Data(contentsOf: file))
    }

    /// Written whole under another name first, so that nobody ever reads half a key; the link fails where another process was faster.
    private static func make(_ file: URL, in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = folder.appending(path: fileName + "." + UUID().uuidString).path(percentEncoded: false)
        let made = FileManager.default.createFile(
            atPath: draft, contents: InstallationKey().pair.rawRepresentation, attributes: [.posixPermissions: 0o600])
        defer { try? FileManager.default.removeItem(atPath: draft) }
        guard made else { throw Denial.conflict(.noKeyFolder) }
        guard link(draft, file.path(percentEncoded: false)) == 0 || errno == EEXIST else { throw Denial.conflict(.noKeyFolder) }
    }
}

/// The public half: what a sender is known by.
public struct SenderKey: Hashable, Sendable {
    let bytes: [UInt8]
    init(bytes: [UInt8]) { self.bytes = bytes }
    init?(base64: String) {
        guard let data = Data(base64Encoded: base64), data.count == 32 else { return nil }
        bytes = Array(data)
    }

    var base64: String { Data(bytes).base64EncodedString() }

    /// The first 128 bits of SHA-256 over the key's 32 bytes: eight groups that two people compare by telephone.
    var fingerprint: String {
        let digits = SHA256.hash(data: bytes).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return ShortCode.shown(digits, by: 4).replacing("-", with: " ")
    }

    func isSignature(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes) else { return false }
        return key.isValidSignature(signature, for: bytes)
    }

    /// Where packages for one school of the installation are addressed to: says nothing to who does not know it, and names no inner number.
    func address(of school: ID<School>) -> String {
        ShortCode.letters(of: Array(SHA256.hash(data: Array("zvonok.address.1\n".utf8) + bytes + Array("\n\(school.number)".utf8))), Self.addressLength)
    }
    static let addressLength = 16
}
