import Accounts
import Kernel
import School
import Storage

/// One who is signed in uses a code with the account they have: a teacher who is a parent, a guardian with a second child, a teacher who
/// comes to one more school. A second account is not made.
struct UseCodeWithAccount: Verb {
    let code: Code
    /// Keys of the consents that were agreed to.
    var consents: Set<String> = []

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Invitation {
        guard let invitation = try Standing.of(code, at: now, in: tx)?.invitation() else { throw Denial.notFound }
        guard Self.fits(invitation, viewer) else { throw Denial.conflict(.codeOfAnother) }
        guard try InvitationStore.use(invitation.id, by: viewer.person, at: now, tx) else { throw Denial.conflict(.codeUsed) }
        let entering = Entering(invitation: invitation, at: now, in: tx)
        if let entered = invitation.person { try entering.takeOver(from: entered, by: viewer.person) } else { try entering.admit(viewer.person) }
        try ConsentStep.sign(consents, by: viewer.person, as: invitation.role, in: invitation.school.id, at: now, tx)
        try tx.leave(
            Trace("invitations.used", about: "person:\(viewer.person.number)", became: "invitation:\(invitation.id.number)"), in: invitation.school.id,
            by: viewer.person, at: now)
        return invitation
    }

    /// A pupil's account becomes nobody's guardian and no teacher; a code for one who is entered as a pupil or in the staff opens that
    /// one's account and no other, or their journal would get a second owner.
    static func fits(_ invitation: Invitation, _ viewer: Viewer) -> Bool {
        let sides = Set(([viewer.hat] + viewer.otherHats).map(\.side))
        guard invitation.role != .pupil, !sides.contains(.pupil), invitation.person != viewer.person else { return false }
        return invitation.purpose == .join || (invitation.purpose == .claim && invitation.role == .guardian)
    }
}
