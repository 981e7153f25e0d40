import Kernel

/// A post that is made by itself at its hour.
public struct PreparedPost: Hashable, Sendable {
    static let mostWaiting = 50
    public let id: ID<PreparedPost>
    let chat: ID<Chat>
    let body: String
    let isAnnouncement: Bool
    let dueAt: Moment
    /// Whether it could not be made: the author may no longer write there, or the chat has ended. Its words are kept.
    let hasFailed: Bool
    var files: [AttachedFile] = []
}

/// What a person has begun to write in a chat and not sent.
struct Draft: Hashable, Sendable {
    let body: String
    let writtenAt: Moment
}
