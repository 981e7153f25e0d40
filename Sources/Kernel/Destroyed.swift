/// A kind of personal data, as an act of destruction names it (order of Roskomnadzor 179, «категории уничтоженных данных»).
public enum DataKind: String, Hashable, Sendable, CaseIterable, Codable {
    case name, birth, login, signIn, membership, family, mark, attendance, message, chat, consent, scan, invitation, secondFactor, outsideAccount, movement
    case file, trace, other
}

/// So many entries of a kind were destroyed.
public struct Destroyed: Hashable, Sendable {
    public let kind: DataKind
    public let count: Int
    public init(_ kind: DataKind, _ count: Int) {
        self.kind = kind
        self.count = count
    }
}
