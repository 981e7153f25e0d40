import Kernel
import Notices
import Storage

/// A reader says «Ознакомлен». Once is enough, and it is not taken back.
public struct Acknowledge: Verb {
    /// One row of the reader's own.
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    public init(_ seq: Int64, in chat: ID<Chat>) {
        self.chat = chat
        self.seq = seq
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let reader = try MessagingAccess.acknowledgeable(seq, in: chat, by: viewer, in: tx)
        guard try AnnouncementStore.acknowledge(reader, at: now, tx) else { return }
        try Notices.seen(.chat(chat, at: seq), by: viewer.person, in: tx)
        let hearing = try AnnouncementStore.overseers(of: chat, tx) + [AnnouncementStore.author(of: seq, in: chat, tx), viewer.person]
        tx.emit(.partChanged(seq, in: chat, for: .people(Set(hearing))))
    }
}
