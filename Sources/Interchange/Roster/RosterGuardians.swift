/// Tells who of two related people is the guardian, by their roles.
///
/// A guardian sees a child's diary, so the answer is never guessed: one of the two must have a guardian's role and the other must not.
/// One who works in a school and has no pupil's role is nobody's ward.
struct RosterGuardians {
    private var kinds: [OneRoster.SourcedID<OneRoster.User>: OneRoster.GuardianKind] = [:]
    private var pupils: Set<OneRoster.SourcedID<OneRoster.User>> = []
    private var workers: Set<OneRoster.SourcedID<OneRoster.User>> = []
    private var told: Set<[OneRoster.SourcedID<OneRoster.User>]> = []

    init(_ roles: [OneRoster.Role]) {
        for role in roles where role.status == .active {
            guard case .known(let kind) = role.kind else { continue }
            if let guardian = kind.guardianship { kinds[role.user] = kinds[role.user] ?? guardian }
            if kind == .student { pupils.insert(role.user) }
            if kind != .student, kind.guardianship == nil { workers.insert(role.user) }
        }
    }

    func relationship(_ agents: RosterReader.Agents, _ other: OneRoster.SourcedID<OneRoster.User>) -> OneRoster.Relationship? {
        switch (kinds[agents.user], kinds[other]) {
        case (nil, let kind?) where mayBeWard(agents.user):
            OneRoster.Relationship(origin: agents.origin, status: agents.status, ward: agents.user, guardian: other, kind: kind)
        case (let kind?, nil) where mayBeWard(other):
            OneRoster.Relationship(origin: agents.origin, status: agents.status, ward: other, guardian: agents.user, kind: kind)
        default: nil
        }
    }

    /// OneRoster may say the same in the child's row and in the parent's; that is no mistake.
    mutating func isNew(_ relationship: OneRoster.Relationship) -> Bool { told.insert([relationship.ward, relationship.guardian]).inserted }

    private func mayBeWard(_ user: OneRoster.SourcedID<OneRoster.User>) -> Bool { pupils.contains(user) || !workers.contains(user) }
}
