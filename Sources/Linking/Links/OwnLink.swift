import Kernel

/// One system as a person sees it: the account that is theirs, or that they have asked for.
struct OwnLink: Hashable, Sendable {
    enum State: Hashable, Sendable { case linked(since: Moment, isGone: Bool), asked(Moment) }
    let system: String
    let school: String
    let account: ID<OutsideAccount>
    let state: State
}

/// A person's wish to be linked, which the administrator decides on.
struct LinkRequest: Hashable, Sendable {
    let id: ID<LinkRequest>
    let account: OutsideAccount
    let person: ID<Person>
    let name: PersonName
    let systemName: String
    let askedAt: Moment
    /// Whose the account is already.
    let holder: PersonName?
    /// Whether the person has the account's role in the school.
    let isMember: Bool
    /// Confirmed, it makes the person one of the staff.
    var givesStaffRole: Bool { !isMember && account.entry.role.granted?.side == .staff }
}

/// How many people of a role are linked.
struct LinkShare: Hashable, Sendable {
    let role: Role
    let people: Int
    let linked: Int
    /// Whole percent, rounded down: all means all.
    var percent: Int { people == 0 ? 0 : linked * 100 / people }

    /// Above the school level groups of fewer people are not shown: who is not linked could be guessed (REQUIREMENTS B02).
    static let smallest = 5
}
