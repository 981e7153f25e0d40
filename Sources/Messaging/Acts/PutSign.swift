import Kernel
import Storage

/// A member puts a sign to a message, or takes their own away again.
public struct PutSign: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    public let sign: Sign
    /// `nil` turns it over: put where it is not, taken where it is.
    public let isPut: Bool?
    public init(_ sign: Sign, to seq: Int64, in chat: ID<Chat>, isPut: Bool? = nil) {
        self.chat = chat
        self.seq = seq
        self.sign = sign
        self.isPut = isPut
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Changed {
        let held = try MessagingAccess.signable(seq, in: chat, by: viewer, in: tx)
        let hasMoved: Bool
        switch isPut {
        case true?: hasMoved = try MessageChangeStore.put(sign, to: held, at: now, tx)
        case false?: hasMoved = try MessageChangeStore.take(sign, from: held, tx)
        case nil: hasMoved = try MessageChangeStore.take(sign, from: held, tx) || MessageChangeStore.put(sign, to: held, at: now, tx)
        }
        guard hasMoved else { return Changed(try MessagingStore.message(seq, of: chat, tx), kind: held.kind, zone: held.zone) }
        let changed = try MessageChangeStore.changed(held, tx)
        tx.emit(.changed(changed))
        return changed
    }
}
