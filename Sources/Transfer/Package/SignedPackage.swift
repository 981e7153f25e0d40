import Crypto
import Foundation
import Kernel

/// A record with its page for print, signed by the installation it comes from; one JSON file in one spelling (docs/transfer.md).
///
/// The signature covers the very text of the record and of the page, so no two programs can read one signature two ways.
struct SignedPackage: Hashable, Sendable {
    static let format = "zvonok.transfer", version = 1
    /// Bytes of the largest file: a year's marks in all subjects have about sixty thousand.
    static let largest = 1 << 20

    let content: String
    let page: String
    let key: SenderKey
    let signature: [UInt8]
    let record: TransferRecord

    /// What a sender makes.
    init(_ record: TransferRecord, page: String, signedWith key: InstallationKey) throws {
        content = String(decoding: try TransferRecord.encoder.encode(record), as: UTF8.self)
        (self.page, self.record, self.key) = (page, record, key.publicKey)
        signature = try key.signature(of: Self.signed(content, page))
    }

    /// What a receiver was given. Throws `Denial.invalid` with the reason; nothing is believed before the signature has been proved.
    init(file: [UInt8]) throws {
        guard file.count <= Self.largest else { throw Denial.invalid(field: "file", .packageTooLarge) }
        guard let known = try? JSONDecoder().decode(Kind.self, from: Data(file)), known.format == Self.format else {
            throw Denial.invalid(field: "file", .unreadablePackage)
        }
        guard known.version == Self.version else { throw Denial.invalid(field: "file", .otherVersion) }
        guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(file)), let key = SenderKey(base64: envelope.key),
            let signature = Data(base64Encoded: envelope.signature).map(Array.init), signature.count == 64
        else { throw Denial.invalid(field: "file", .unreadablePackage) }
        (content, page, self.key, self.signature) = (envelope.content, envelope.page, key, signature)
        guard key.isSignature(signature, of: Self.signed(content, page)), Self.file(content, page, key, signature) == file else {
            throw Denial.invalid(field: "file", .brokenSignature)
        }
        guard let record = try? JSONDecoder().decode(TransferRecord.self, from: Data(content.utf8)) else {
            throw Denial.invalid(field: "file", .unreadablePackage)
        }
        self.record = try record.checked()
    }

    /// The bytes people carry.
    var file: [UInt8] { Self.file(content, page, key, signature) }

    private struct Kind: Decodable { let format: String, version: Int }
    private struct Envelope: Decodable { let content: String, page: String, key: String, signature: String }

    /// The signed text: the format's name and the two fingerprints, each on its line.
    private static func signed(_ content: String, _ page: String) -> [UInt8] {
        Array("\(format).\(version)\n\(hex(content))\n\(hex(page))\n".utf8)
    }
    private static func hex(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// One spelling only (RFC 8785), so that a file with any byte changed is another file.
    private static func file(_ content: String, _ page: String, _ key: SenderKey, _ signature: [UInt8]) -> [UInt8] {
        let text = """
            {"content":\(quoted(content)),"format":"\(format)","key":"\(key.base64)","page":\(quoted(page)),\
            "signature":"\(Data(signature).base64EncodedString())","version":\(version)}
            """
        return Array(text.utf8)
    }

    /// A JSON string by RFC 8785, 3.2.2.2.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{8}": quoted += "\\b"
            case "\t": quoted += "\\t"
            case "\n": quoted += "\\n"
            case "\u{C}": quoted += "\\f"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20: quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
