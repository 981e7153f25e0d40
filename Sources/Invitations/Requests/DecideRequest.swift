import Accounts
import Kernel
import School
import Storage

/// A request is accepted: as whom, into which class, for which child is for the school to say. From then on its number is a code.
public struct AcceptRequest: Verb {
    public let request: ID<JoinRequest>
    public let role: Role
    public let schoolClass: ID<SchoolClass>?
    public let pupil: ID<Person>?
    /// Who asks is entered already under the same name: they get that one's login instead of a second entry.
    public let person: ID<Person>?
    public init(_ request: ID<JoinRequest>, as role: Role, schoolClass: ID<SchoolClass>? = nil, pupil: ID<Person>? = nil, person: ID<Person>? = nil) {
        self.request = request
        self.role = role
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.person = person
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Invitation> {
        let deciding = try InvitationsAccess.deciding(by: viewer)
        guard let asked = try RequestStore.request(request, deciding, tx) else { throw Denial.notFound }
        let (issuing, slip) = try judged(asked, by: viewer, at: now, in: tx)
        guard let hash = try RequestStore.decide(request, .accepted, reason: "", deciding, at: now, tx) else { throw Denial.conflict(.decidedAlready) }
        if let person { try InvitationStore.end(codesOf: [person], by: viewer, at: now, tx) }
        let invitation = try InvitationStore.add(slip, hash: hash, on: nil, place: 0, issuing, at: now, tx)
        try tx.leave(Trace("invitations.accepted", about: "request:\(request.number)", became: "invitation:\(invitation.number)"), by: viewer, at: now)
        return invitation
    }

    private func judged(_ asked: JoinRequest, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> (Issuing, Slip) {
        guard let person else {
            let issuing = try InvitationsAccess.inviting(role, by: viewer)
            return (issuing, try InvitePeople(role, schoolClass: schoolClass, pupil: pupil, name: asked.name).slip(by: viewer, in: tx))
        }
        let line = try RosterStore.line(of: person, seenBy: viewer, at: now, tx)
        let issuing = try InvitationsAccess.issuing(to: line, by: viewer)
        guard let line, line.login == nil else { throw Denial.conflict(.hasLogin) }
        return (issuing, Slip(purpose: .claim, role: line.role, person: person, schoolClass: try RosterStore.schoolClass(of: person, in: viewer.school, tx)))
    }
}

/// A request is refused, with words for whoever asked.
public struct RefuseRequest: Verb {
    public let request: ID<JoinRequest>
    public let reason: String
    public init(_ request: ID<JoinRequest>, because reason: String) {
        self.request = request
        self.reason = reason
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let deciding = try InvitationsAccess.deciding(by: viewer)
        guard try RequestStore.request(request, deciding, tx) != nil else { throw Denial.notFound }
        let words = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ").filter { $0 != "\0" }
        guard (1...JoinRequest.longestMessage).contains(words.count) else { throw Denial.invalid(field: "reason", .reasonNeeded) }
        guard try RequestStore.decide(request, .refused, reason: words, deciding, at: now, tx) != nil else { throw Denial.conflict(.decidedAlready) }
        try tx.leave(Trace("invitations.refused", about: "request:\(request.number)"), by: viewer, at: now)
    }
}

/// The school gets an address under which people without a code may ask to be let in, a new one instead of it, or none any more.
public struct SetEntrance: Verb {
    public let isOpen: Bool
    let word: Token
    public init(open isOpen: Bool, word: Token = Token()) {
        self.isOpen = isOpen
        self.word = word
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let deciding = try InvitationsAccess.deciding(by: viewer)
        try RequestStore.setEntrance(isOpen ? String(word.text.prefix(16)) : nil, deciding, at: now, tx)
        try tx.leave(Trace("invitations.entrance", about: "school:\(viewer.school.number)", became: isOpen ? "open" : "closed"), by: viewer, at: now)
    }
}
