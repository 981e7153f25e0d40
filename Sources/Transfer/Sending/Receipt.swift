import Foundation
import Kernel

/// What a school of another installation gives back for a package it has accepted: one line that is copied or read from the paper,
/// signed by the accepting installation (docs/transfer.md).
struct Receipt: Hashable, Sendable {
    static let format = "zvonok.receipt.1"
    let package: String
    let day: Day
    let school: String
    let key: SenderKey
    let text: String

    init(package: String, on day: Day, by school: String, signedWith key: InstallationKey) throws {
        (self.package, self.day, self.school, self.key) = (package, day, school, key.publicKey)
        let signature = try key.signature(of: Self.signed(package, day, school))
        text = [Self.format, package, day.description, key.publicKey.base64, Data(signature).base64EncodedString(), school].joined(separator: ":")
    }

    /// Throws `Denial.invalid` for what is no receipt or is not whole.
    init(typed: String) throws {
        let parts = typed.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard typed.utf8.count <= 2_000, parts.count == 6, parts[0] == Self.format, let day = Day(parts[2]), let key = SenderKey(base64: parts[3]),
            let signature = Data(base64Encoded: parts[4]).map(Array.init), (1...200).contains(parts[5].count),
            !parts[5].contains(where: \.isNewline), key.isSignature(signature, of: Self.signed(parts[1], day, parts[5]))
        else { throw Denial.invalid(field: "receipt", .noReceipt) }
        (package, self.day, self.key, school, text) = (parts[1], day, key, parts[5], typed)
    }

    private static func signed(_ package: String, _ day: Day, _ school: String) -> [UInt8] { Array("\(format)\n\(package)\n\(day)\n\(school)\n".utf8) }
}
