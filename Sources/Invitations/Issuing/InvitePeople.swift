import Accounts
import Kernel
import School
import Storage

/// Codes for people who are not entered yet: teachers, pupils of a class, a guardian of a named pupil (REQUIREMENTS A19, A21, A24).
public struct InvitePeople: Verb {
    /// As many slips as a class may need.
    public static let most = 40
    public let role: Role
    /// Where a pupil will learn, or what a class teacher will lead.
    public let schoolClass: ID<SchoolClass>?
    /// Whose guardian is invited.
    public let pupil: ID<Person>?
    /// Who is meant, if it is said; one who is not named says their name on coming.
    public let name: PersonName?
    public let count: Int
    let secret: Token
    public init(
        _ role: Role, schoolClass: ID<SchoolClass>? = nil, pupil: ID<Person>? = nil, name: PersonName? = nil, count: Int = 1, secret: Token = Token()
    ) {
        self.role = role
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.name = name
        self.count = count
        self.secret = secret
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> IssuedSheet {
        let issuing = try InvitationsAccess.inviting(role, by: viewer)
        guard (1...Self.most).contains(count), name == nil || count == 1 else { throw Denial.invalid(field: "count", .wrongCount) }
        let slip = try slip(by: viewer, in: tx)
        let sheet = try InvitationStore.addSheet(secret, of: slip.schoolClass, issuing, at: now, tx)
        let codes = try (0..<count).map { place in
            try InvitationStore.add(slip, Code(of: secret, place: place), on: sheet, place: place, issuing, at: now, tx)
        }
        try tx.leave(Trace("invitations.sheet", about: "role:\(role.rawValue)", became: "sheet:\(sheet.number)"), by: viewer, at: now)
        return IssuedSheet(sheet: sheet, codes: codes, skipped: 0)
    }

    /// The class and the child are the viewer's to invite into.
    func slip(by viewer: Viewer, in tx: Transaction) throws -> Slip {
        switch role {
        case .guardian:
            guard let pupil else { throw Denial.invalid(field: "pupil", .choosePupil) }
            let row = try tx.first(
                "SELECT class_id FROM enrolment WHERE pupil_id = \(pupil) AND school_id = \(viewer.school) AND until IS NULL AND \(InvitationsAccess.sees("class_id", viewer))"
            )
            guard let row else { throw Denial.notFound }
            return Slip(purpose: .join, role: role, schoolClass: try row.id("class_id"), pupil: pupil, name: name)
        case .pupil, .classTeacher:
            guard let schoolClass else { throw Denial.invalid(field: "class", .chooseClass) }
            guard try RosterStore.schoolClass(schoolClass, seenBy: viewer, tx) != nil else { throw Denial.notFound }
            return Slip(purpose: .join, role: role, schoolClass: schoolClass, name: name)
        default: return Slip(purpose: .join, role: role, name: name)
        }
    }
}
