import Kernel

/// Words that one who may not write in a channel proposes for it (REQUIREMENTS C05).
public struct PublishRequest: Hashable, Sendable {
    static let mostWaiting = 20
    public enum State: String, Hashable, Sendable { case waiting, published, returned, withdrawn }
    public let id: ID<PublishRequest>
    let chat: ID<Chat>
    let author: Message.Author
    let body: String
    let askedAt: Moment
    let state: State
    /// Why it was returned.
    let reason: String
    /// The message it has become.
    let seq: Int64?
    /// As long as it waits.
    var files: [AttachedFile] = []
}
