import Kernel

/// A post that is made by itself at its hour.
public struct NewLater: Codable, Sendable {
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let dueAt: Int64
    public let isAnnouncement: Bool?
    /// Numbers of the author's own files, at most ten. In a change: all that it has from now on; missing, they stay as they are.
    public let files: [Int64]?
    /// They were asked about their words and leave them all the same.
    public let isSure: Bool?
    public init(body: String, dueAt: Int64, isAnnouncement: Bool? = nil, files: [Int64]? = nil, isSure: Bool? = nil) {
        self.isSure = isSure
        self.files = files
        self.body = body
        self.dueAt = dueAt
        self.isAnnouncement = isAnnouncement
    }
}

public struct LaterNumber: Codable, Sendable {
    public let post: Int64
    public init(post: Int64) { self.post = post }
}

/// Posts that wait for their hour, the next first.
public struct LaterList: Codable, Sendable {
    public let posts: [LaterInfo]
    public init(posts: [LaterInfo]) { self.posts = posts }
}

public struct LaterInfo: Codable, Sendable {
    public let id: Int64
    public let body: String
    /// Milliseconds since 1970, UTC.
    public let dueAt: Int64
    public let isAnnouncement: Bool
    /// It could not be made at its hour: the person may no longer write there.
    public let hasFailed: Bool
    public let files: [AttachedInfo]
    public init(id: Int64, body: String, dueAt: Int64, isAnnouncement: Bool, hasFailed: Bool, files: [AttachedInfo]) {
        self.files = files
        self.id = id
        self.body = body
        self.dueAt = dueAt
        self.isAnnouncement = isAnnouncement
        self.hasFailed = hasFailed
    }
}

/// What a person has begun to write in a chat; empty if nothing.
public struct DraftInfo: Codable, Sendable {
    public let body: String
    /// Milliseconds since 1970, UTC; 0 if there is none.
    public let writtenAt: Int64
    public init(body: String, writtenAt: Int64) {
        self.body = body
        self.writtenAt = writtenAt
    }
}
