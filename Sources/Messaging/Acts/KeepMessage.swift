import Kernel
import Storage

/// A person keeps a message among their own bookmarks, or no longer does.
public struct KeepMessage: Verb {
    public let chat: ID<Chat>
    public let seq: Int64
    public let isKept: Bool
    public init(_ seq: Int64, in chat: ID<Chat>, isKept: Bool = true) {
        self.chat = chat
        self.seq = seq
        self.isKept = isKept
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try MessageChangeStore.keep(MessagingAccess.seen(seq, in: chat, by: viewer, in: tx), isKept, at: now, tx)
    }
}
