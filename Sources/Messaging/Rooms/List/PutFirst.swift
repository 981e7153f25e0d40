import Kernel
import Storage

/// A person puts a chat before the others in their own list, or no longer.
struct PutFirst: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let isFirst: Bool
    init(_ chat: ID<Chat>, isFirst: Bool) {
        self.chat = chat
        self.isFirst = isFirst
    }
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try RoomStore.putFirst(try MessagingAccess.entered(chat, by: viewer, in: tx), at: isFirst ? now : nil, tx)
    }
}

/// A person silences a chat for themselves, or no longer. It stays in the list; being named in it is still shown.
struct MuteChat: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let isMuted: Bool
    init(_ chat: ID<Chat>, isMuted: Bool) {
        self.chat = chat
        self.isMuted = isMuted
    }
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try RoomStore.mute(try MessagingAccess.entered(chat, by: viewer, in: tx), isMuted: isMuted, tx)
    }
}
