import Accounts
import Kernel
import Storage

/// Those who manage a chat bring others in: whom they may write to (REQUIREMENTS A23, C12). A newcomer sees what is said from now on.
struct AddMembers: Verb {
    /// The chat's row is locked, as for posting.
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let people: [PeerKey]
    init(_ people: [PeerKey], to chat: ID<Chat>) {
        self.people = people
        self.chat = chat
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.gathered(chat, by: viewer, in: tx)
        guard try RoomStore.count(in: chat, tx) + people.count <= MakeChat.mostMembers else { throw Denial.invalid(field: "members", .tooManyMembers) }
        var joining = Joining(chat.id, at: now, by: viewer, tx)
        for peer in Joining.onePerPerson(try MessagingAccess.reachable(people, by: viewer, in: tx)) { try joining.add(peer, since: chat.lastSeq) }
        joining.tell()
    }
}

/// Those who manage a chat let one go. The owner stays until there is another.
struct RemoveMember: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    let person: ID<Person>
    init(_ person: ID<Person>, from chat: ID<Chat>) {
        self.person = person
        self.chat = chat
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.gathered(chat, by: viewer, in: tx)
        guard person != chat.owner else { throw Denial.conflict(.successorFirst) }
        try Going(person, from: chat, at: now, by: viewer, tx).run()
    }
}

/// A person leaves a chat by themselves. Its owner only when another has taken it over; the last one ends it.
struct LeaveChat: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>
    init(_ chat: ID<Chat>) { self.chat = chat }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let chat = try MessagingAccess.entered(chat, by: viewer, in: tx)
        guard chat.isGathered else { throw Denial.forbidden(.followsLists) }
        let isLast = try RoomStore.count(in: chat, tx) == 1
        guard isLast || chat.owner != viewer.person else { throw Denial.conflict(.successorFirst) }
        if isLast, !chat.isArchived { try RoomStore.end(chat, at: now, tx) }
        try Going(viewer.person, from: chat, at: now, by: viewer, tx).run()
    }
}

/// One goes out of a chat by hand: with a trace, and their open pages hear no more of it.
private struct Going {
    let person: ID<Person>
    let chat: ManagedChat
    let now: Moment
    let viewer: Viewer
    let tx: Transaction
    init(_ person: ID<Person>, from chat: ManagedChat, at now: Moment, by viewer: Viewer, _ tx: Transaction) {
        self.person = person
        self.chat = chat
        self.now = now
        self.viewer = viewer
        self.tx = tx
    }

    func run() throws {
        guard let role = try RoomStore.remove(person, from: chat, tx) else { throw Denial.notFound }
        try tx.leave(Trace("messaging.member", about: "chat:\(chat.id.number)/person:\(person.number)", was: role), by: viewer, at: now)
        tx.leave(person, .chat(chat.id))
        tx.emit(.chats(of: [person]))
    }
}
