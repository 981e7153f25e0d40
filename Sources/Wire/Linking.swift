import Kernel

/// How many people of each role are linked with an outside diary.
public struct LinkSharesInfo: Codable, Sendable {
    public let asOf: Day
    public let shares: [LinkShareInfo]
    public init(asOf: Day, shares: [LinkShareInfo]) {
        self.asOf = asOf
        self.shares = shares
    }
}

/// One role. `percent` is whole, rounded down.
public struct LinkShareInfo: Codable, Sendable {
    public let role: String
    public let people: Int
    public let linked: Int
    public let percent: Int
    public init(role: String, people: Int, linked: Int, percent: Int) {
        self.role = role
        self.people = people
        self.linked = linked
        self.percent = percent
    }
}

/// An outside diary the school works with.
public struct OutsideSystemInfo: Codable, Sendable {
    public let id: Int64
    public let name: String
    public init(id: Int64, name: String) {
        self.id = id
        self.name = name
    }
}

/// One's own outside account. `state` is `linked` or `asked`.
public struct OwnLinkInfo: Codable, Sendable {
    public let account: Int64
    public let system: String
    public let school: String
    public let state: String
    public init(account: Int64, system: String, school: String, state: String) {
        self.account = account
        self.system = system
        self.school = school
        self.state = state
    }
}

/// Says which outside account is one's own: a system of one's school, or the code of another school's.
public struct ClaimBody: Codable, Sendable {
    public let login: String
    public let system: Int64?
    public let code: String?
    public init(login: String, system: Int64? = nil, code: String? = nil) {
        self.login = login
        self.system = system
        self.code = code
    }
}

/// `linked`, `admitted` (linked, and let into the school by it) or `asked` (the administrator decides).
public struct ClaimedInfo: Codable, Sendable {
    public let outcome: String
    public init(outcome: String) { self.outcome = outcome }
}

/// An export as text. `isSure`: most accounts may be gone.
public struct RosterBody: Codable, Sendable {
    public let text: String
    public let isJSON: Bool
    public let isSure: Bool
    public init(text: String, isJSON: Bool, isSure: Bool) {
        self.text = text
        self.isJSON = isJSON
        self.isSure = isSure
    }
}

/// What an export has changed.
public struct RosterReportInfo: Codable, Sendable {
    public let added: Int
    public let changed: Int
    public let gone: Int
    public let same: Int
    public let refused: Int
    public let flaws: [RosterFlawInfo]
    public init(added: Int, changed: Int, gone: Int, same: Int, refused: Int, flaws: [RosterFlawInfo]) {
        self.added = added
        self.changed = changed
        self.gone = gone
        self.same = same
        self.refused = refused
        self.flaws = flaws
    }
}

/// A row that was not taken, by its line and the stable code of what is wrong.
public struct RosterFlawInfo: Codable, Sendable {
    public let line: Int
    public let field: String
    public let code: String
    public init(line: Int, field: String, code: String) {
        self.line = line
        self.field = field
        self.code = code
    }
}

/// Names an outside diary.
public struct SystemBody: Codable, Sendable {
    public let name: String
    public init(name: String) { self.name = name }
}

/// Whether a linked account is enough for a pupil or guardian to come in.
public struct AdmissionBody: Codable, Sendable {
    public let admitsAlone: Bool
    public init(admitsAlone: Bool) { self.admitsAlone = admitsAlone }
}

/// Whose an account is; nobody's without a person.
public struct PersonBody: Codable, Sendable {
    public let person: Int64?
    public init(person: Int64?) { self.person = person }
}

/// Yes or no to a wish to be linked.
public struct AnswerBody: Codable, Sendable {
    public let isConfirmed: Bool
    public init(isConfirmed: Bool) { self.isConfirmed = isConfirmed }
}

/// A wish to be linked, with what the export says of the account. `isTaken`: it is linked with another person already.
public struct LinkRequestInfo: Codable, Sendable {
    public let id: Int64
    public let person: Int64
    public let name: String
    public let account: Int64
    public let role: String
    public let schoolClass: String
    public let exportedName: String
    public let isMember: Bool
    public let isTaken: Bool
    public init(
        id: Int64, person: Int64, name: String, account: Int64, role: String, schoolClass: String, exportedName: String, isMember: Bool, isTaken: Bool
    ) {
        self.id = id
        self.person = person
        self.name = name
        self.account = account
        self.role = role
        self.schoolClass = schoolClass
        self.exportedName = exportedName
        self.isMember = isMember
        self.isTaken = isTaken
    }
}
