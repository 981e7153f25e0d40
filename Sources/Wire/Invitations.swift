/// For whom codes are asked.
public struct CodesBody: Codable, Sendable {
    /// Whether those whose code is still good get a new one in its stead.
    public let anew: Bool?
    public init(anew: Bool? = nil) { self.anew = anew }
}

/// Codes for people who are not entered yet.
public struct InviteBody: Codable, Sendable {
    /// `pupil`, `guardian`, `classTeacher`, `subjectTeacher`, …
    public let role: String
    /// For a pupil and a class teacher.
    public let schoolClass: Int64?
    /// For a guardian: whose.
    public let pupil: Int64?
    public let count: Int?
    public init(role: String, schoolClass: Int64? = nil, pupil: Int64? = nil, count: Int? = nil) {
        self.role = role
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.count = count
    }
}

/// What was given out. The codes are in this answer and nowhere else.
public struct SheetInfo: Codable, Sendable {
    public let codes: [FreshCodeInfo]
    /// How many hold a good code already and got none now.
    public let held: Int
    public init(codes: [FreshCodeInfo], held: Int) {
        self.codes = codes
        self.held = held
    }
}

public struct FreshCodeInfo: Codable, Sendable {
    public let invitation: Int64
    /// As it is typed: `K7M4-9TXH-A2C5`.
    public let code: String
    public init(invitation: Int64, code: String) {
        self.invitation = invitation
        self.code = code
    }
}

/// A code that was given out, without the code.
public struct InvitationInfo: Codable, Sendable {
    public let id: Int64
    /// `open`, `used`, `revoked` or `expired`.
    public let state: String
    /// `claim` (a first login), `again` (a new password) or `join` (somebody who was not entered).
    public let purpose: String
    public let role: String
    public let person: Int64?
    public let name: String?
    public let schoolClass: Int64?
    public let pupil: Int64?
    public let issuedBy: String?
    /// Milliseconds since 1970, UTC, as all moments here.
    public let issuedAt: Int64
    public let expiresAt: Int64
    public let usedBy: String?
    public let usedAt: Int64?
    public init(
        id: Int64, state: String, purpose: String, role: String, person: Int64?, name: String?, schoolClass: Int64?, pupil: Int64?, issuedBy: String?,
        issuedAt: Int64, expiresAt: Int64, usedBy: String?, usedAt: Int64?
    ) {
        self.id = id
        self.state = state
        self.purpose = purpose
        self.role = role
        self.person = person
        self.name = name
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.issuedBy = issuedBy
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.usedBy = usedBy
        self.usedAt = usedAt
    }
}

public struct RevokedInfo: Codable, Sendable {
    /// How many codes were taken back.
    public let revoked: Int
    public init(revoked: Int) { self.revoked = revoked }
}

/// How many of those who were reminded have not come.
public struct AbsentInfo: Codable, Sendable {
    public let absent: Int
    public init(absent: Int) { self.absent = absent }
}
