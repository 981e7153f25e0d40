import Kernel

/// Another diary or journal the school works with: «Дневник.ру», «ЭлЖур».
struct OutsideSystem: Hashable, Sendable {
    let id: ID<OutsideSystem>
    let school: ID<School>
    let name: String
    /// Goes into every hash, so that hashes of one school's export say nothing in another.
    let salt: String
    /// By which people who are not in the school yet find it.
    let joinCode: String
    /// Whether a linked account lets a pupil or guardian in without the administrator (REQUIREMENTS B03). No, unless the school says so.
    let admitsAlone: Bool
}

/// What the other system says a person is.
enum OutsideRole: String, Hashable, Sendable, CaseIterable, Codable {
    case pupil, guardian, teacher, staff

    /// Whether one of these roles here is the same there.
    func isHeld(by roles: Set<Role>) -> Bool {
        switch self {
        case .pupil: roles.contains(.pupil)
        case .guardian: roles.contains(.guardian)
        case .teacher: !roles.isDisjoint(with: Role.teachers)
        case .staff: roles.contains { $0.side == .staff }
        }
    }

    /// The roles of ours it stands for.
    var ours: [Role] { Role.allCases.filter { isHeld(by: [$0]) } }

    /// What one who joins by the account becomes; `nil` where the administrator has to choose.
    var granted: Role? {
        switch self {
        case .pupil: .pupil
        case .guardian: .guardian
        case .teacher: .subjectTeacher
        case .staff: nil
        }
    }
}

/// One account as the other system has exported it. The login itself never comes here.
struct OutsideEntry: Hashable, Sendable {
    let key: OutsideKey
    let role: OutsideRole
    let schoolClass: String
    let name: String
}

/// An account that is kept.
struct OutsideAccount: Hashable, Sendable {
    let id: ID<OutsideAccount>
    let system: ID<OutsideSystem>
    let entry: OutsideEntry
    /// Missing from the newest export.
    let isGone: Bool

    /// Whether the exported name, if there is one, is this person's; the export may leave the patronymic out.
    func fits(_ name: PersonName) -> Bool {
        let key = TextKey.of(entry.name)
        return key.isEmpty || key == name.key || key == TextKey.of(name.list)
    }
}
