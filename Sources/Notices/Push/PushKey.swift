import Crypto
import Foundation
import Kernel

/// The installation's key by which push services know it (VAPID, RFC 8292). Lies in the data folder as `push.key`, for its owner's eyes
/// alone; several servers need the same file. Without it every device would have to be added anew.
struct PushKey: Sendable {
    static let fileName = "push.key"
    private let pair: P256.Signing.PrivateKey

    /// A key that nobody keeps.
    init() { pair = P256.Signing.PrivateKey() }

    /// The key in this folder, made at its first use.
    init(in folder: URL) throws {
        let file = folder.appending(path: Self.fileName)
        if !FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) { try Self.make(file, in: folder) }
        pair = try P256.Signing.PrivateKey(rawRepresentation: Data(contentsOf: file))
    }

    /// Written whole under another name first, so that nobody ever reads half a key; the link fails where another process was faster.
    private static func make(_ file: URL, in folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let draft = folder.appending(path: fileName + "." + UUID().uuidString).path(percentEncoded: false)
        let made = FileManager.default.createFile(atPath: draft, contents: PushKey().pair.rawRepresentation, attributes: [.posixPermissions: 0o600])
        defer { try? FileManager.default.removeItem(atPath: draft) }
        guard made, link(draft, file.path(percentEncoded: false)) == 0 || errno == EEXIST else { throw PushKeyError(path: file.path(percentEncoded: false)) }
    }

    /// What a browser asks its push service with: the uncompressed point, base64url.
    var publicKey: String { Array(pair.publicKey.x963Representation).base64URL }

    /// The `Authorization` of one push: a token of half a day for the service's origin.
    func authorization(for origin: String, contact: String?, at now: Moment) throws -> String {
        struct Claims: Encodable { let aud: String, exp: Int64, sub: String? }
        let coder = JSONEncoder()
        coder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let claims = try coder.encode(Claims(aud: origin, exp: (now + 12 * 3600).milliseconds / 1000, sub: contact))
        let signed = Array(#"{"typ":"JWT","alg":"ES256"}"#.utf8).base64URL + "." + Array(claims).base64URL
        let signature = try pair.signature(for: Data(signed.utf8)).rawRepresentation
        return "vapid t=\(signed).\(Array(signature).base64URL), k=\(publicKey)"
    }

    /// A name by which a push service may replace an older message (RFC 8030 §5.4): the same for the same news, and tells it nothing.
    func topic(_ name: String) -> String {
        let key = SymmetricKey(data: pair.rawRepresentation)
        return Array(HMAC<SHA256>.authenticationCode(for: Data(("topic " + name).utf8), using: key).prefix(24)).base64URL
    }
}

/// The key cannot be made; the words are for the person at the command line.
struct PushKeyError: Error, CustomStringConvertible {
    let path: String
    var description: String { "The key file \(path) cannot be made" }
}

extension [UInt8] {
    /// Base64 as addresses carry it (RFC 4648 §5), without padding.
    var base64URL: String { Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "") }

    /// With or without padding: browsers differ.
    init?(base64URL text: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/").replacing("=", with: "")
        guard let data = Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)) else { return nil }
        self = Array(data)
    }
}
