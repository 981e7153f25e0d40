import Kernel

/// How high an organisation stands. A department is a row of `school` as well, so that a curator's hat works like any other.
public enum Level: String, Hashable, Sendable, CaseIterable {
    case school, municipality, region, platform

    /// Who acts for an organisation of the level; schools have their own people.
    public var curator: Role? {
        switch self {
        case .school: nil
        case .municipality: .municipalCurator
        case .region: .regionalCurator
        case .platform: .platformOperator
        }
    }
    /// In what an organisation of this level stands.
    var above: Level? {
        switch self {
        case .school: .municipality
        case .municipality: .region
        case .region: .platform
        case .platform: nil
        }
    }
}

/// A department, or a school among its like.
public struct Organisation: Hashable, Sendable {
    public let id: ID<School>
    public let name: String
    public let level: Level
    public let parent: ID<School>?
    public let zone: Zone
}

/// An organisation's curator, and whether they have come in.
struct Curator: Sendable {
    let person: ID<Person>
    let name: PersonName
    let hasCome: Bool
}

/// A school as its curator sees it: figures, no names of people.
struct SchoolLine: Sendable {
    let id: ID<School>
    let name: String
    let municipality: String?
    /// When the administrator has come in; missing until then.
    let hasCome: Bool
    let people: Int
    let peopleCome: Int
    /// How to reach the administrator.
    let help: String
}
