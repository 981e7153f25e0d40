import Accounts
import Kernel
import Storage

/// A chat is put together by hand: a group, a project, an event (REQUIREMENTS C09, C11, C12, C29). Who makes it owns it and answers for it.
struct MakeChat: Verb {
    static let mostMembers = 1_000
    let draft: ChatDraft
    let members: [PeerKey]
    init(_ draft: ChatDraft, with members: [PeerKey] = []) {
        self.draft = draft
        self.members = members
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let maker = try MessagingAccess.maker(by: viewer, in: tx)
        guard Set(members).count < Self.mostMembers else { throw Denial.invalid(field: "members", .tooManyMembers) }
        let peers = try MessagingAccess.reachable(members, by: viewer, in: tx)
        let chat = try RoomStore.make(draft, by: maker, at: now, tx)
        try tx.leave(Trace("messaging.chat", about: "chat:\(chat.number)", became: draft.purpose.rawValue), by: viewer, at: now)
        var joining = Joining(chat, at: now, by: viewer, tx)
        try joining.add(maker.own, since: 0, manages: true)
        for peer in Joining.onePerPerson(peers) { try joining.add(peer, since: 0) }
        joining.tell()
        return chat
    }
}

/// People come into a chat by hand: each with a trace, and their open pages follow at once.
struct Joining {
    let chat: ID<Chat>
    let now: Moment
    let viewer: Viewer
    let tx: Transaction
    private var joined: Set<ID<Person>> = []
    init(_ chat: ID<Chat>, at now: Moment, by viewer: Viewer, _ tx: Transaction) {
        self.chat = chat
        self.now = now
        self.viewer = viewer
        self.tx = tx
    }

    /// In one chat a person has one side; as staff they answer for more.
    static func onePerPerson(_ peers: [ReachablePeer]) -> [ReachablePeer] {
        var seen: Set<ID<Person>> = []
        return peers.sorted { ($0.key.side == .staff ? 0 : 1, $0.key) < ($1.key.side == .staff ? 0 : 1, $1.key) }.filter { seen.insert($0.key.person).inserted }
    }

    mutating func add(_ peer: ReachablePeer, since: Int64, manages: Bool = false) throws {
        guard try RoomStore.add(peer, to: chat, since: since, manages: manages, at: now, tx) else { return }
        let person = peer.key.person, trace = Trace("messaging.member", about: "chat:\(chat.number)/person:\(person.number)", became: peer.member.role.rawValue)
        try tx.leave(trace, in: peer.school, by: viewer.person, at: now)
        joined.insert(person)
        // As for the chats of lists: a page of the person's other side must not hear this chat.
        if try MembershipStore.ofSeveralHats([person], tx).contains(person) { return tx.end(person) }
        if try !MembershipStore.blocked(in: chat, tx).contains(person) { tx.join(person, .chat(chat)) }
    }

    func tell() { if !joined.isEmpty { tx.emit(.chats(of: joined)) } }
}
