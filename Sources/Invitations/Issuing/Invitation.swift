import Kernel
import School

/// A code that was given to somebody: for what, for whom, by whom, and what became of it (REQUIREMENTS A19, A26, B08).
public struct Invitation: Hashable, Sendable {
    /// What the code does when it is used.
    public enum Purpose: String, Hashable, Sendable {
        /// One who is entered already takes a login and a password.
        case claim
        /// One who has a login takes a new password.
        case again
        /// One who is not known yet is entered, or, with an account of their own, gets the role.
        case join
    }
    public enum State: String, Hashable, Sendable { case open, used, revoked, expired }
    /// Seconds for which a code is good: 30 days.
    public static let life = 30 * 24 * 3600

    public let id: ID<Invitation>
    public let school: School
    public let purpose: Purpose
    public let role: Role
    /// Who is meant, if they are entered already.
    public let person: ID<Person>?
    /// The name of who is meant; `nil` where they say it themselves.
    public let name: PersonName?
    public let schoolClass: SchoolClass?
    /// Whose guardian is meant.
    public let pupil: Pupil?
    public let issuedBy: PersonName?
    public let issuedAt: Moment
    public let expiresAt: Moment
    public let usedBy: PersonName?
    public let usedAt: Moment?
    public let endedAt: Moment?
    public let isExpiredEarly: Bool
    /// Whoever gave it may not give codes any more, so it is dead.
    public let isIssuerDismissed: Bool

    public func state(at now: Moment) -> State {
        if usedAt != nil { return .used }
        if endedAt != nil { return isExpiredEarly ? .expired : .revoked }
        return expiresAt <= now ? .expired : isIssuerDismissed ? .revoked : .open
    }

    /// A child of the first four years may keep pictures instead of a password.
    var mayHavePictures: Bool { role == .pupil && (schoolClass?.year ?? 99) <= 4 }
}

/// To whom codes are given at once.
public enum CodeGroup: Hashable, Sendable {
    /// The pupils of a class and their guardians.
    case schoolClass(ID<SchoolClass>)
    /// Everyone who works in the school.
    case staff
}

/// Someone to whom a code may be given, and how far they have come.
public struct RosterLine: Hashable, Sendable {
    public let person: ID<Person>
    public let name: PersonName
    public let roles: Set<Role>
    /// In whose line of the class they stand: their own, or the child's.
    public let pupil: Pupil?
    public let login: String?
    public let isStaff: Bool
    public let isElsewhere: Bool
    public var open: OpenCode?

    var isLeader: Bool { !roles.isDisjoint(with: InvitationsAccess.leaders) }
    var role: Role { Role.allCases.first { roles.contains($0) } ?? .guardian }
}

/// A code that was given out and is still good.
public struct OpenCode: Hashable, Sendable {
    public let id: ID<Invitation>
    public let expiresAt: Moment
}

/// Codes for guardians who are not entered yet, by the child.
public struct AwaitedGuardian: Hashable, Sendable {
    public let pupil: ID<Person>
    public let code: OpenCode
}

/// Everyone of a class or of the staff.
public struct Roster: Sendable {
    public let lines: [RosterLine]
    public let awaited: [AwaitedGuardian]
    public var came: Int { lines.count { $0.login != nil } }
    /// Pupils of the class, in the list's order.
    var pupils: [Pupil] { lines.filter { $0.pupil?.id == $0.person }.compactMap(\.pupil) }
}

/// How many of so many have come.
public struct Come: Hashable, Sendable {
    public let came: Int
    public let all: Int
    /// Who asks to be let in and waits for an answer; for those who rule over the school’s people.
    var asking = 0
}

/// A class with how many of its pupils and their guardians have come.
public struct ClassCome: Hashable, Sendable {
    public let schoolClass: SchoolClass
    public let come: Come
}

/// What was given out at once.
public struct IssuedSheet: Hashable, Sendable {
    public let sheet: ID<CodeSheet>?
    public let codes: [IssuedCode]
    /// To how many a code was given before and is still good, so that they got none now.
    public let skipped: Int
}

public struct IssuedCode: Hashable, Sendable {
    public let id: ID<Invitation>
    public let code: Code
}

/// Slips that were made together.
public enum CodeSheet {}
