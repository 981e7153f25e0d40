/// How it stands with one person's consents.
public struct ConsentsOfPerson: Codable, Sendable {
    public let person: Int64
    public let name: String
    public let consents: [ConsentInfo]
    public init(person: Int64, name: String, consents: [ConsentInfo]) {
        self.person = person
        self.name = name
        self.consents = consents
    }
}

/// One purpose: `agreed`, `outdated` (agreed to an earlier text), `refused` or `missing`; the version of the text that stands now.
public struct ConsentInfo: Codable, Sendable {
    public let purpose: String
    public let standing: String
    public let version: Int
    public init(purpose: String, standing: String, version: Int) {
        self.purpose = purpose
        self.standing = standing
        self.version = version
    }
}

/// A yes or a no of a person who has read this version of the text. `understood` must be true for a no that closes access.
public struct ConsentAnswer: Codable, Sendable {
    public let agrees: Bool
    public let version: Int
    public let understood: Bool
    public init(agrees: Bool, version: Int, understood: Bool) {
        self.agrees = agrees
        self.version = version
        self.understood = understood
    }
}
