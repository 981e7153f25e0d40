import Kernel
import Notices
import Storage

/// A member has read a chat up to a message. Never moves back: an older page that reports late takes nothing away.
struct ReadUpTo: Verb {
    /// One statement on the member's own row.
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let seq: Int64

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        if try MessagingStore.moveRead(in: chat, to: seq, by: viewer, tx) {
            try Notices.seen(.chat(chat), by: viewer.person, in: tx)
            return tx.emit(.read(chat, by: viewer.person))
        }
        guard try MessagingStore.chat(chat, seenBy: viewer, tx) != nil else { throw Denial.notFound }
    }
}
