import Accounts
import Kernel
import School
import Storage

/// One person of the school gets a code: to come in for the first time, or, where they have a login and forgot the password, to take
/// a new one; then the sign-ins from before end. A code of theirs that is still good is replaced.
public struct IssueCode: Verb {
    public let person: ID<Person>
    let secret: Token
    public init(to person: ID<Person>, secret: Token = Token()) {
        self.person = person
        self.secret = secret
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> IssuedSheet {
        let line = try RosterStore.line(of: person, seenBy: viewer, at: now, tx)
        let issuing = try InvitationsAccess.issuing(to: line, by: viewer)
        guard let line else { throw Denial.notFound }
        let schoolClass = line.roles.isSubset(of: [.pupil, .guardian]) ? try RosterStore.schoolClass(of: person, in: issuing.school, tx) : nil
        try InvitationStore.end(codesOf: [person], by: viewer, at: now, tx)
        let sheet = try InvitationStore.addSheet(secret, of: schoolClass, issuing, at: now, tx)
        let slip = Slip(purpose: line.login == nil ? .claim : .again, role: line.role, person: person, schoolClass: schoolClass)
        let code = try InvitationStore.add(slip, Code(of: secret, place: 0), on: sheet, place: 0, issuing, at: now, tx)
        try tx.leave(Trace("invitations.code", about: "person:\(person.number)", became: "invitation:\(code.id.number)"), by: viewer, at: now)
        return IssuedSheet(sheet: sheet, codes: [code], skipped: 0)
    }
}
