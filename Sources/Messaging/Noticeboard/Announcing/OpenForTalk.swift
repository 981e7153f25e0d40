import Kernel
import Storage

/// The author of an announcement lets it be talked about in the chat, or sends answers to themselves again.
public struct OpenForTalk: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    public let isOpen: Bool
    public init(_ seq: Int64, in chat: ID<Chat>, isOpen: Bool = true) {
        self.chat = chat
        self.seq = seq
        self.isOpen = isOpen
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let held = try MessagingAccess.openable(seq, in: chat, by: viewer, in: tx)
        try AnnouncementStore.setOpen(held, isOpen, tx)
        tx.emit(.partChanged(seq, in: chat, for: .topic(.chat(chat))))
    }
}
