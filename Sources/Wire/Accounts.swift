/// Asks for a sign-in by login and password.
public struct SignInRequest: Codable, Sendable {
    public let login: String
    public let password: String
    /// The six digits of an authenticator, or a recovery code, where the problem `identity.confirm-first` asked for it.
    public let code: String?
    public init(login: String, password: String, code: String? = nil) {
        self.login = login
        self.password = password
        self.code = code
    }
}

/// The token that goes with every further request, as `Authorization: Bearer …`.
public struct SignInAnswer: Codable, Sendable {
    public let token: String
    public init(token: String) { self.token = token }
}

/// Who is signed in.
public struct Me: Codable, Sendable {
    public let person: Int64
    public let name: String
    public let hat: HatInfo
    public let otherHats: [HatInfo]
    public init(person: Int64, name: String, hat: HatInfo, otherHats: [HatInfo]) {
        self.person = person
        self.name = name
        self.hat = hat
        self.otherHats = otherHats
    }
}

/// From which side to look from now on: the school's number and the side, `7-family`.
public struct HatChoice: Codable, Sendable {
    public let hat: String
    public init(hat: String) { self.hat = hat }
}

/// One school and one side of it.
public struct HatInfo: Codable, Sendable {
    public let school: Int64
    public let schoolName: String
    /// `staff`, `pupil` or `family`.
    public let side: String
    public let roles: [String]
    public init(school: Int64, schoolName: String, side: String, roles: [String]) {
        self.school = school
        self.schoolName = schoolName
        self.side = side
        self.roles = roles
    }
}
