import Foundation
import Accounts
import Kernel
import Storage

/// The school writes a new version of a consent's text. Written again as it stands, it stays one version.
public struct ChangeWording: Verb {
    public let purpose: Purpose
    public let body: String
    /// Whether those who have agreed to the old text are asked again.
    public let asksAgain: Bool
    /// The version the writer saw; another one meanwhile is a conflict.
    public let seen: Int
    public init(_ purpose: Purpose, body: String, asksAgain: Bool, seen: Int) {
        self.purpose = purpose
        self.body = body
        self.asksAgain = asksAgain
        self.seen = seen
    }

    /// The version that stands now.
    @discardableResult
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int {
        let school = try ConsentsAccess.ruled(by: viewer)
        let text = body.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty, text.unicodeScalars.count <= ConsentWording.longest, !text.utf8.contains(0) else {
            throw Denial.invalid(field: "body", .wordingLength)
        }
        let current = try TextStore.current(purpose, in: school.id, tx)
        guard current.body != text else { return current.version }
        guard current.version == seen else { throw Denial.conflict(.wordingChanged) }
        try TextStore.keep(current, in: school.id, by: nil, at: now, tx)
        let next = ConsentWording(purpose: purpose, version: current.version + 1, body: text, asksAgain: asksAgain)
        try TextStore.keep(next, in: school.id, by: viewer.person, at: now, tx)
        let about = "consent-text:\(purpose.rawValue)"
        try tx.leave(Trace("consents.text", about: about, was: "\(current.version)", became: "\(next.version)"), by: viewer, at: now)
        return next.version
    }
}
