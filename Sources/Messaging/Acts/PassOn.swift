import Kernel
import Storage

/// Words of one chat are said in another, under the name of who said them. What was said among the staff does not leave the staff.
public struct PassOn: Verb {
    public static let isolation = Isolation.rowLock
    public let seq: Int64
    public let from: ID<Chat>
    public let to: ID<Chat>
    public let clientID: Message.ClientID
    public init(_ seq: Int64, from: ID<Chat>, to: ID<Chat>, as clientID: Message.ClientID) {
        self.seq = seq
        self.from = from
        self.to = to
        self.clientID = clientID
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Posted {
        // The target's lock comes first: only what is read after it still stands when the message is written.
        let target = try MessagingAccess.postable(to, by: viewer, at: now, in: tx)
        if let known = try MessagingStore.posted(clientID, in: target, tx) { return Posted(known, in: target) }
        let source = try MessagingAccess.passable(seq, in: from, to: target, by: viewer, in: tx)
        // Words of others are no way round a look either.
        let words = try MessagingAccess.judged(source.words, in: target, isSure: true, tx)
        let message = try MessagingStore.append(words, clientID, to: target, at: now, tx)
        let posted = Posted(message, in: target)
        tx.emit(.posted(posted))
        return posted
    }
}
