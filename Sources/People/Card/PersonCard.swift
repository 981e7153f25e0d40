import Kernel

/// All that the reader may know of one person of the school, on one page.
struct PersonCard: Sendable {
    /// A thing that lasts: a role, a place in a class.
    struct Span: Hashable, Sendable {
        let name: String
        let since: Day
        let until: Day?
    }
    struct RoleSpan: Hashable, Sendable {
        let role: Role
        let since: Day
        let until: Day?
    }
    struct Relative: Hashable, Sendable {
        let id: ID<Person>
        let name: PersonName
    }
    struct SignInState: Hashable, Sendable {
        let login: String?
        /// Places where they are signed in at present.
        let open: Int
        let lastAt: Moment?
        let blockedUntil: Moment?
    }
    struct Verified: Hashable, Sendable {
        let order: String?
        let at: Moment
    }

    let id: ID<Person>
    let name: PersonName
    let bornOn: Day?
    let isPresent: Bool
    let roles: [RoleSpan]
    let classes: [Span]
    let guardians: [Relative]
    let children: [Relative]
    let verified: Verified?
    /// For those who rule over the school's people.
    let signIn: SignInState?
    /// What was done to the person and by them, the newest first; for those who read the log.
    let acts: [LogLine]

    var openRoles: [Role] { roles.filter { $0.until == nil }.map(\.role) }
    var isPupil: Bool { roles.contains { $0.role == .pupil } }
}
