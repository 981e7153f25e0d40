import Accounts
import Kernel
import Storage

/// A chat of two is opened, or found again (REQUIREMENTS C11, C22). There is one for each pair of people and their sides.
struct WriteTo: Verb {
    let peer: PeerKey
    init(_ peer: PeerKey) { self.peer = peer }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Chat> {
        let own = PeerKey(viewer.person, viewer.side), pair = PeerKey.pair(own, peer)
        guard let other = try MessagingAccess.reachable([peer], by: viewer, in: tx).first else { throw Denial.forbidden(.mayNotWrite) }
        let known = try RoomStore.direct(pair, in: viewer.school, tx)
        let chat = try known ?? RoomStore.makeDirect(pair, with: other, at: now, tx)
        var joining = Joining(chat, at: now, by: viewer, tx)
        try joining.add(try MessagingAccess.speaker(viewer), since: 0)
        try joining.add(other, since: 0)
        joining.tell()
        return chat
    }
}
