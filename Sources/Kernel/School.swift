/// One closed space: a school, a college or an organisation of additional education (REQUIREMENTS A01, A38).
public struct School: Hashable, Sendable {
    public let id: ID<School>
    public let name: String
    public let zone: Zone
    public init(id: ID<School>, name: String, zone: Zone) {
        self.id = id
        self.name = name
        self.zone = zone
    }
}
