import Accounts
import Kernel
import Storage

/// A message is put aside until somebody has looked at it: what `PostMessage` answers with `Denial.Reason.waitsForLook`.
struct HoldMessage: Verb {
    static let isolation = Isolation.rowLock
    let post: PostMessage
    init(_ post: PostMessage) { self.post = post }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let postable = try MessagingAccess.postable(post.chat, by: viewer, at: now, in: tx)
        guard try MessagingStore.posted(post.clientID, in: postable, tx) == nil else { return }
        if let reply = post.replySeq { _ = try MessagingAccess.seen(reply, in: post.chat, by: viewer, in: tx) }
        try OrderStore.hold(post.said(by: viewer, in: tx), post.clientID, in: postable, at: now, tx)
        try OrderTelling.waits(in: post.chat, of: postable.school, except: viewer.person, at: now, tx)
    }
}

/// A message that waited is published under its author's name, or refused with a reason the author sees.
struct JudgeWaiting: Verb {
    static let isolation = Isolation.rowLock
    let waiting: ID<WaitingMessage>
    /// Missing to publish it.
    let refusal: Explanation?
    init(_ waiting: ID<WaitingMessage>, refusal: Explanation? = nil) {
        self.waiting = waiting
        self.refusal = refusal
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let looked = try MessagingAccess.lookedAt(waiting, by: viewer, in: tx), about = "chat:\(looked.chat.id.number)/person:\(looked.chat.author.id.number)"
        try tx.leave(Trace("messaging.look-first", about: about, became: refusal == nil ? "published" : "refused"), by: viewer, at: now)
        if let refusal {
            try OrderStore.refuse(looked, reason: refusal.text, at: now, tx)
            return try OrderTelling.refused(in: looked.chat.id, of: looked.chat.school, to: looked.chat.author.id, at: now, tx)
        }
        tx.emit(.posted(Posted(try OrderStore.publish(looked, at: now, tx), in: looked.chat)))
    }
}
