import Kernel

/// Ready posts.
public struct StockList: Codable, Sendable {
    public let posts: [StockInfo]
    public init(posts: [StockInfo]) { self.posts = posts }
}

public struct StockInfo: Codable, Sendable {
    public let id: Int64
    public let title: String
    public let body: String
    public let validFrom: Day
    public let validUntil: Day
    /// `class`, `family` or `both`.
    public let audience: String
    /// How many schools and chats have used it.
    public let schools: Int
    public let chats: Int
    public init(id: Int64, title: String, body: String, validFrom: Day, validUntil: Day, audience: String, schools: Int, chats: Int) {
        self.id = id
        self.title = title
        self.body = body
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.audience = audience
        self.schools = schools
        self.chats = chats
    }
}

public struct NewStockInfo: Codable, Sendable {
    public let title: String
    public let body: String
    public let validFrom: Day
    public let validUntil: Day
    /// `class`, `family` or `both`.
    public let audience: String
    public init(title: String, body: String, validFrom: Day, validUntil: Day, audience: String) {
        self.title = title
        self.body = body
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.audience = audience
    }
}

public struct StockNumber: Codable, Sendable {
    public let post: Int64
    public init(post: Int64) { self.post = post }
}

/// A ready post to send on, in its own or other words.
public struct NewStockUse: Codable, Sendable {
    public let chat: Int64
    public let body: String
    public let clientID: String
    /// Numbers of the sender's own files, at most ten.
    public let files: [Int64]?
    public init(chat: Int64, body: String, clientID: String, files: [Int64]? = nil) {
        self.files = files
        self.chat = chat
        self.body = body
        self.clientID = clientID
    }
}
