import Accounts
import Kernel
import Storage

/// One more answers for a chat, or no longer does. Its owner always does.
struct SetManager: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let person: ID<Person>
    let manages: Bool
    init(_ person: ID<Person>, of chat: ID<Chat>, manages: Bool) {
        self.person = person
        self.chat = chat
        self.manages = manages
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.gathered(chat, by: viewer, in: tx)
        guard try RoomStore.isIn(person, chat, tx) else { throw Denial.notFound }
        guard manages || person != chat.owner else { throw Denial.conflict(.successorFirst) }
        guard try RoomStore.setManager(person, in: chat, manages: manages, tx) else { return }
        let about = "chat:\(chat.id.number)/person:\(person.number)", (was, became) = manages ? ("member", "manager") : ("manager", "member")
        try tx.leave(Trace("messaging.member", about: about, was: was, became: became), by: viewer, at: now)
    }
}

/// The owner gives a chat to another of its members.
struct HandOverChat: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let person: ID<Person>
    init(_ chat: ID<Chat>, to person: ID<Person>) {
        self.chat = chat
        self.person = person
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.owned(chat, by: viewer, in: tx)
        guard try RoomStore.isIn(person, chat, tx) else { throw Denial.notFound }
        try RoomStore.setOwner(person, of: chat, tx)
        let (was, became) = ("person:\(viewer.person.number)", "person:\(person.number)")
        try tx.leave(Trace("messaging.chat", about: "chat:\(chat.id.number)", was: was, became: became), by: viewer, at: now)
    }
}
