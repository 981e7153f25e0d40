import Accounts
import Kernel
import School
import Storage

/// One who is not signed in uses a code: takes a login and a password for the person the school has entered, or says who they are and
/// is entered, and is signed in at once (PRODUCT 2.3 item 1). Not a `Verb`: nobody is the viewer before it has succeeded.
package struct UseCode: Sendable {
    let code: Code
    let name: PersonName?
    let login: Login?
    let hash: PasswordHash
    /// Keys of the consents that were agreed to.
    var consents: Set<String> = []
    let address: String
    let device: String?

    package init(code: Code, name: PersonName?, login: Login?, hash: PasswordHash, consents: Set<String> = [], address: String, device: String?) {
        (self.code, self.name, self.login, self.hash) = (code, name, login, hash)
        (self.consents, self.address, self.device) = (consents, address, device)
    }

    package struct Outcome: Sendable {
        package let person: ID<Person>
        /// The word for the cookie; missing where a forgotten password was set anew: who has a second factor still proves it.
        let token: String?
    }

    /// Throws `Denial.conflict` for a code that is not good any more, `Denial.invalid` for a field, `ConsentsWanted` and
    /// `Denial.forbidden` where the school stays closed for want of consents.
    package func run(at now: Moment, in tx: Transaction) throws -> Outcome {
        guard let invitation = try Standing.of(code, at: now, in: tx)?.invitation() else { throw Denial.notFound }
        let person = try person(of: invitation, at: now, in: tx)
        guard try InvitationStore.use(invitation.id, by: person, at: now, tx) else { throw Denial.conflict(.codeUsed) }
        let login = invitation.purpose == .again ? nil : try self.login ?? AccountsStore.freeLogin(for: invitation.name ?? name ?? Self.nameless, tx)
        // The consent is there before access opens, not after it.
        try ConsentStep.sign(consents, by: person, as: invitation.role, in: invitation.school.id, at: now, tx)
        try TakeCredential(person, login: login, hash: hash).run(in: invitation.school.id, at: now, in: tx)
        try tx.leave(
            Trace("invitations.used", about: "person:\(person.number)", became: "invitation:\(invitation.id.number)"), in: invitation.school.id, by: person,
            at: now)
        guard invitation.purpose != .again else { return Outcome(person: person, token: nil) }
        let hat = (school: invitation.school.id, side: invitation.role.side)
        return Outcome(person: person, token: try ComeIn(person, as: hat, address: address, device: device).run(at: now, in: tx))
    }

    private static let nameless = PersonName(family: "", given: "")

    private func person(of invitation: Invitation, at now: Moment, in tx: Transaction) throws -> ID<Person> {
        if let person = invitation.person { return person }
        guard let name = invitation.name ?? name else { throw Denial.invalid(field: "family", .nameNeeded) }
        return try Entering(invitation: invitation, at: now, in: tx).enter(name)
    }
}

/// Gives a newcomer the place the invitation speaks of. The right to it was judged when the code was given: the school itself does this.
struct Entering {
    let invitation: Invitation
    let now: Moment
    let tx: Transaction
    private let school: Viewer
    private var today: Day { invitation.school.zone.day(of: now) }

    init(invitation: Invitation, at now: Moment, in tx: Transaction) {
        self.invitation = invitation
        self.now = now
        self.tx = tx
        school = .installer(of: invitation.school)
    }

    /// One who is not known.
    func enter(_ name: PersonName) throws -> ID<Person> {
        let person = try RegisterPerson(name, as: invitation.role, since: today).run(by: school, at: now, in: tx)
        try place(person)
        return person
    }

    /// One who has an account, here or in another school.
    func admit(_ person: ID<Person>) throws {
        try AdmitPerson(person, as: invitation.role, since: today).run(by: school, at: now, in: tx)
        try place(person)
    }

    /// The children of a guardian whom the school had entered under another number are the account's now.
    func takeOver(from entered: ID<Person>, by person: ID<Person>) throws {
        try AdmitPerson(person, as: .guardian, since: today).run(by: school, at: now, in: tx)
        let children: [ID<Person>] = try tx.rows(
            "SELECT pupil_id FROM guardian WHERE guardian_id = \(entered) AND school_id = \(invitation.school.id) ORDER BY pupil_id"
        ).map { try $0.id("pupil_id") }
        for child in children {
            try LinkGuardian(person, to: child).run(by: school, at: now, in: tx)
            try UnlinkGuardian(entered, from: child).run(by: school, at: now, in: tx)
        }
        try EndRole(.guardian, of: entered, on: today).run(by: school, at: now, in: tx)
    }

    private func place(_ person: ID<Person>) throws {
        switch (invitation.role, invitation.schoolClass, invitation.pupil) {
        case (.pupil, let schoolClass?, _): try EnrolPupil(person, into: schoolClass.id, since: today).run(by: school, at: now, in: tx)
        case (.classTeacher, let schoolClass?, _): try AppointClassTeacher(person, of: schoolClass.id, since: today).run(by: school, at: now, in: tx)
        case (.guardian, _, let pupil?): try LinkGuardian(person, to: pupil.id).run(by: school, at: now, in: tx)
        default: break
        }
    }
}
