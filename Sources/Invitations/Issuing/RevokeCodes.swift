import Accounts
import Kernel
import School
import Storage

/// A code that nobody has used is taken back (REQUIREMENTS A26).
public struct RevokeCode: Verb {
    public let invitation: ID<Invitation>
    public init(_ invitation: ID<Invitation>) { self.invitation = invitation }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let found = try InvitationStore.invitation(invitation, seenBy: viewer, tx) else { throw Denial.notFound }
        guard found.state(at: now) == .open else { return }
        _ = try InvitationStore.revoke(where: "i.id = \(invitation)", seenBy: viewer, at: now, tx)
        try tx.leave(Trace("invitations.revoked", about: "invitation:\(invitation.number)"), by: viewer, at: now)
    }
}

/// All codes that nobody has used are taken back: of a class, or all that the viewer sees (REQUIREMENTS A26).
public struct RevokeCodes: Verb {
    public let schoolClass: ID<SchoolClass>?
    public init(of schoolClass: ID<SchoolClass>? = nil) { self.schoolClass = schoolClass }

    /// How many there were.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int {
        guard InvitationsAccess.mayIssue(viewer) else { throw Denial.notFound }
        if let schoolClass { _ = try InvitationsAccess.issuing(to: .schoolClass(schoolClass), by: viewer, in: tx) }
        let condition: SQL = schoolClass.map { "i.class_id = \($0)" } ?? "1 = 1"
        let revoked = try InvitationStore.revoke(where: condition, seenBy: viewer, at: now, tx)
        for code in revoked { try tx.leave(Trace("invitations.revoked", about: "invitation:\(code.number)"), by: viewer, at: now) }
        return revoked.count
    }
}
