/// One place where a person is signed in. Moments are milliseconds since 1970, UTC.
public struct SignInInfo: Codable, Sendable {
    public let id: Int64
    public let device: String
    public let address: String
    public let beganAt: Int64
    /// Last use, to the hour.
    public let seenAt: Int64
    public let isThis: Bool
    public init(id: Int64, device: String, address: String, beganAt: Int64, seenAt: Int64, isThis: Bool) {
        self.id = id
        self.device = device
        self.address = address
        self.beganAt = beganAt
        self.seenAt = seenAt
        self.isThis = isThis
    }
}

/// Whose account was stolen: one's own if nobody is named.
public struct StolenRequest: Codable, Sendable {
    public let person: Int64?
    public init(person: Int64? = nil) { self.person = person }
}
