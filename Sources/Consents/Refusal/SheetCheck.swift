import Crypto
import Foundation
import Kernel
import Storage
import WebCore

/// The line that a printed personal sheet carries as a QR code: to tell whose sheet a paper is, without a name, and whether two papers are
/// the same one. Letters, digits and a few signs alone, so any reader gives it back as it was.
struct SheetCheck: Hashable, Sendable {
    /// `ZVONOK-SHEET 12 17 2026-11-10 3f9a…`: the school, the pupil's number in its class, the day, the digest of the contents.
    let line: String

    init(school: ID<School>, number: Int, on day: Day, contents: [String]) {
        // Each part with its length: no two lists of parts are one text.
        let text = contents.map { "\($0.utf8.count):\($0)" }.joined()
        let digest = SHA256.hash(data: Data(text.utf8)).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        line = "ZVONOK-SHEET \(school.number) \(number) \(day.description) \(digest)"
    }
}
