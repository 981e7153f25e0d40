/// For how long messages are kept.
public struct RetentionList: Codable, Sendable {
    public let terms: [RetentionTerm]
    public init(terms: [RetentionTerm]) { self.terms = terms }
}

/// The term of one kind of chats.
public struct RetentionTerm: Codable, Sendable {
    /// `class`, `family`, `staff`, …
    public let kind: String
    public let days: Int
    public init(kind: String, days: Int) {
        self.kind = kind
        self.days = days
    }
}
