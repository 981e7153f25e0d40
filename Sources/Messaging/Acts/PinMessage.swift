import Accounts
import Kernel
import Storage

/// A message is put at the head of the chat, or taken from there: by those who manage it; among equals by anyone.
public struct PinMessage: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    public let isPinned: Bool
    public init(_ seq: Int64, in chat: ID<Chat>, isPinned: Bool = true) {
        self.chat = chat
        self.seq = seq
        self.isPinned = isPinned
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Changed {
        let held = try MessagingAccess.pinnable(seq, in: chat, by: viewer, in: tx)
        guard held.isPinned != isPinned else { return Changed(try MessagingStore.message(seq, of: chat, tx), kind: held.kind, zone: held.zone) }
        try MessageChangeStore.setPinned(held, at: isPinned ? now : nil, tx)
        try tx.leave(Trace("messaging.pinned", about: "chat:\(chat.number)/message:\(seq)", became: isPinned ? "pinned" : nil), by: viewer, at: now)
        let changed = try MessageChangeStore.changed(held, tx)
        tx.emit(.changed(changed))
        return changed
    }
}
