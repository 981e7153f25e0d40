/// The signed-in person on whose behalf a request is served, with everything a policy may ask of them.
public struct Viewer: Hashable, Sendable {
    public let person: ID<Person>
    public let name: PersonName
    /// The side of which school's life the person looks from now.
    public let hat: Hat
    /// The others they may change to.
    public let otherHats: [Hat]
    /// What the person has chosen; until then the browser is asked.
    public let language: Language?

    public init(person: ID<Person>, name: PersonName, hat: Hat, otherHats: [Hat] = [], language: Language? = nil) {
        self.person = person
        self.name = name
        self.hat = hat
        self.otherHats = otherHats
        self.language = language
    }

    public var school: ID<School> { hat.school.id }
    public var zone: Zone { hat.school.zone }
    public var side: Side { hat.side }
    /// Acts for a department above schools and for nothing else: no lessons, no chats, no diary of their own.
    public var isAboveSchools: Bool { side == .staff && hat.roles.isSubset(of: Role.above) }
    public func has(_ role: Role) -> Bool { hat.roles.contains(role) }
    public func hasAny(of roles: Set<Role>) -> Bool { !hat.roles.isDisjoint(with: roles) }
}

/// One school and one side of it, with the roles the person has there.
public struct Hat: Hashable, Sendable {
    public let school: School
    public let side: Side
    public let roles: Set<Role>
    public init(school: School, side: Side, roles: Set<Role>) {
        self.school = school
        self.side = side
        self.roles = roles
    }

    /// `7-staff`: how a form names the hat.
    public var key: String { "\(school.id.number)-\(side.rawValue)" }
}

extension Viewer {
    /// Whoever runs the installation, at the command line: may make schools and their first people. Is no person of the database.
    public static func installer(of school: School) -> Viewer {
        Viewer(person: ID(0), name: PersonName(family: "", given: ""), hat: Hat(school: school, side: .staff, roles: [.platformOperator]))
    }
}
