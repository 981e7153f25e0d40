import Accounts
import Kernel
import Storage

/// A message is taken back by its author or by one who manages the chat (REQUIREMENTS C14). Its place stays, its words are kept in the trace.
public struct RemoveMessage: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    public init(_ seq: Int64, in chat: ID<Chat>) {
        self.chat = chat
        self.seq = seq
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Changed {
        let held = try MessagingAccess.removable(seq, in: chat, by: viewer, in: tx)
        try MessageChangeStore.remove(held, at: now, tx)
        if held.author != viewer.person {
            try tx.leave(Trace("messaging.removed", about: "chat:\(chat.number)/message:\(seq)/person:\(held.author.number)"), by: viewer, at: now)
        }
        return try MessageChangeStore.tellWithAnswers(held, tx)
    }
}
