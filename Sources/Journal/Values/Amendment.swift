import Accounts
import Kernel
import School
import Storage
import WebCore

/// What lets a teacher change the record of a closed term: why they do, and that they have just proved who they are (REQUIREMENTS E15).
public struct Amendment: Sendable {
    public static let longest = 300
    public let reason: String
    let proof: FreshProof?

    /// `nil` where no reason is given. Throws `Denial.invalid` for one that is too long.
    public init?(_ reason: String?, _ proof: FreshProof?) throws {
        let words = (reason ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ").filter { $0 != "\0" }
        guard !words.isEmpty else { return nil }
        guard words.count <= Self.longest else { throw Denial.invalid(field: "reason", .reasonTooLong) }
        self.reason = words
        self.proof = proof
    }
}

extension KeptLesson {
    /// Before anything of the lesson is changed. While its term is open it asks for nothing; in a closed one it leaves the reason in
    /// the trace beside the change.
    /// - Throws: `forbidden` without a reason, `proveAgain` without a fresh proof.
    func checkOpen(_ amendment: Amendment?, _ about: String, at now: Moment, in tx: Transaction) throws {
        guard closedTerm != nil else { return }
        guard let amendment else { throw Denial.forbidden(.termClosed) }
        guard amendment.proof != nil else { throw Denial.proveAgain }
        try tx.leave(Trace("journal.amended", about: about, became: amendment.reason), by: keeper, at: now)
    }
}
