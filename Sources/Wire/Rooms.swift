/// A chat to put together. Members are named by person and side.
public struct NewChat: Codable, Sendable {
    public let title: String
    public let about: String?
    /// `group`, `project` or `event`; a group if not said.
    public let purpose: String?
    public let members: [PeerRef]?
    public init(title: String, about: String? = nil, purpose: String? = nil, members: [PeerRef]? = nil) {
        self.title = title
        self.about = about
        self.purpose = purpose
        self.members = members
    }
}

/// A person from one of their sides: `staff`, `pupil` or `family`.
public struct PeerRef: Codable, Sendable {
    public let person: Int64
    public let side: String
    public init(person: Int64, side: String) {
        self.person = person
        self.side = side
    }
}

/// Those who are to come into a chat.
public struct PeerRefs: Codable, Sendable {
    public let members: [PeerRef]
    public init(members: [PeerRef]) { self.members = members }
}

/// The number of a chat.
public struct ChatRef: Codable, Sendable {
    public let chat: Int64
    public init(chat: Int64) { self.chat = chat }
}

/// One whom the person may write to.
public struct PeerInfo: Codable, Sendable {
    public let person: Int64
    public let side: String
    public let name: String
    public let roles: [String]
    public let isVerified: Bool
    /// A pupil's class.
    public let className: String?
    public init(person: Int64, side: String, name: String, roles: [String], isVerified: Bool, className: String?) {
        self.person = person
        self.side = side
        self.name = name
        self.roles = roles
        self.isVerified = isVerified
        self.className = className
    }
}

public struct PeerList: Codable, Sendable {
    public let people: [PeerInfo]
    public init(people: [PeerInfo]) { self.people = people }
}

/// One who is in a chat.
public struct ChatMemberInfo: Codable, Sendable {
    public let person: Int64
    public let side: String
    public let name: String
    public let role: String
    public let isVerified: Bool
    public let manages: Bool
    public let isOwner: Bool
    /// Where people of several schools meet.
    public let school: String?
    public init(person: Int64, side: String, name: String, role: String, isVerified: Bool, manages: Bool, isOwner: Bool, school: String?) {
        self.person = person
        self.side = side
        self.name = name
        self.role = role
        self.isVerified = isVerified
        self.manages = manages
        self.isOwner = isOwner
        self.school = school
    }
}

/// A chat's members as far as the person sees them, those who answer for it first.
public struct ChatMemberList: Codable, Sendable {
    public let about: String
    public let isForManagersToPost: Bool
    public let isArchived: Bool
    public let count: Int
    public let members: [ChatMemberInfo]
    public init(about: String, isForManagersToPost: Bool, isArchived: Bool, count: Int, members: [ChatMemberInfo]) {
        self.about = about
        self.isForManagersToPost = isForManagersToPost
        self.isArchived = isArchived
        self.count = count
        self.members = members
    }
}

/// What a chat is called and is about.
public struct ChatWords: Codable, Sendable {
    public let title: String
    public let about: String
    public init(title: String, about: String) {
        self.title = title
        self.about = about
    }
}

/// For whom a link is (`staff`, `pupil` or `family`) and for how many days: 1, 7 or 30.
public struct NewChatLink: Codable, Sendable {
    public let side: String
    public let days: Int
    public init(side: String, days: Int) {
        self.side = side
        self.days = days
    }
}

/// A link to a chat, for members of the school.
public struct ChatLinkInfo: Codable, Sendable {
    public let id: Int64
    public let side: String
    public let word: String
    public let path: String
    /// Milliseconds since 1970, UTC.
    public let expiresAt: Int64
    public init(id: Int64, side: String, word: String, path: String, expiresAt: Int64) {
        self.id = id
        self.side = side
        self.word = word
        self.path = path
        self.expiresAt = expiresAt
    }
}

public struct ChatLinkList: Codable, Sendable {
    public let links: [ChatLinkInfo]
    public init(links: [ChatLinkInfo]) { self.links = links }
}

/// The last piece of a link's path.
public struct LinkWord: Codable, Sendable {
    public let word: String
    public init(word: String) { self.word = word }
}

/// Who may write to whom: a rule's name and how far it reaches, `none`, `near` or `school`.
public struct ChatRules: Codable, Sendable {
    public let rules: [ChatRuleInfo]
    public init(rules: [ChatRuleInfo]) { self.rules = rules }
}

public struct ChatRuleInfo: Codable, Sendable {
    public let name: String
    public let reach: String
    public init(name: String, reach: String) {
        self.name = name
        self.reach = reach
    }
}

/// A chat of several schools to propose to another school of the installation.
public struct NewNetwork: Codable, Sendable {
    public let title: String
    public let about: String?
    /// Its name as it is written here.
    public let school: String
    public init(title: String, about: String?, school: String) {
        self.title = title
        self.about = about
        self.school = school
    }
}

public struct NetworkInfo: Codable, Sendable {
    public let chat: Int64
    public let title: String
    public let about: String
    public let proposer: String
    /// What the person's school has said: `proposed` or `agreed`.
    public let state: String
    public let agreed: [String]
    public let asked: [String]
    public init(chat: Int64, title: String, about: String, proposer: String, state: String, agreed: [String], asked: [String]) {
        self.chat = chat
        self.title = title
        self.about = about
        self.proposer = proposer
        self.state = state
        self.agreed = agreed
        self.asked = asked
    }
}

public struct NetworkList: Codable, Sendable {
    public let networks: [NetworkInfo]
    public init(networks: [NetworkInfo]) { self.networks = networks }
}
