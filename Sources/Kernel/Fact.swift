/// Something a verb has changed that other features follow in the same transaction, e.g. chats follow a class's list.
/// Says what has changed, not how: whoever follows looks at what stands now, so the same fact twice is one.
public struct Fact: Hashable, Sendable {
    public let name: String
    public let school: ID<School>
    public let number: Int64
    /// Each feature names its own facts in an extension, with the kind of thing the number stands for.
    public init(_ name: String, in school: ID<School>, about number: Int64 = 0) {
        self.name = name
        self.school = school
        self.number = number
    }
}
