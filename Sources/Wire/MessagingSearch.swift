/// Messages that were found, the newest first.
public struct FoundList: Codable, Sendable {
    public let found: [FoundInfo]
    /// For `before` of the next request; missing where there is no more.
    public let next: Int64?
    public init(found: [FoundInfo], next: Int64?) {
        self.found = found
        self.next = next
    }
}

/// A message and the chat it stands in.
public struct FoundInfo: Codable, Sendable {
    public let chat: Int64
    /// In the person's language.
    public let chatTitle: String
    public let message: MessageInfo
    public init(chat: Int64, chatTitle: String, message: MessageInfo) {
        self.chat = chat
        self.chatTitle = chatTitle
        self.message = message
    }
}
