import Accounts
import Files
import Kernel
import Storage

/// A curator puts a ready post into the stock of their department.
public struct AddToStock: Verb {
    public let post: NewStockPost
    public init(_ post: NewStockPost) { self.post = post }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<StockPost> {
        let id = try StockStore.add(post, to: MessagingAccess.keptStock(by: viewer, in: tx), at: now, tx)
        try tx.leave(Trace("messaging.stock", about: "stock:\(id.number)", became: post.title), by: viewer, at: now)
        return id
    }
}

/// A curator ends a ready post: from today on it is no longer offered.
public struct EndStockPost: Verb {
    public let post: ID<StockPost>
    public init(_ post: ID<StockPost>) { self.post = post }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let stock = try MessagingAccess.keptStock(by: viewer, in: tx)
        guard try StockStore.end(post, in: stock, on: viewer.zone.day(of: now), tx) else { throw Denial.notFound }
    }
}

/// A class teacher sends a ready post on into a chat of their class, as it is or in their own words. Sent twice under one name it stands once.
public struct SendStock: Verb {
    public static let isolation = Isolation.rowLock
    public let post: ID<StockPost>
    public let chat: ID<Chat>
    public let body: Message.Body
    public let clientID: Message.ClientID
    /// The sender's own, in their order.
    public let files: [ID<StoredFile>]
    public init(
        _ post: ID<StockPost>, to chat: ID<Chat>, saying body: Message.Body, as clientID: Message.ClientID, with files: [ID<StoredFile>] = []
    ) {
        self.files = files
        self.post = post
        self.chat = chat
        self.body = body
        self.clientID = clientID
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Posted {
        let stock = try MessagingAccess.sendable(post, to: chat, by: viewer, at: now, in: tx)
        if let known = try MessagingStore.posted(clientID, in: stock.chat, tx) { return Posted(known, in: stock.chat) }
        let words = try Words(body, with: MessagingAccess.attachable(files, by: viewer, in: tx))
        let message = try MessagingStore.append(words, clientID, to: stock.chat, at: now, tx)
        try StockStore.noteUse(stock, as: message.seq, at: now, tx)
        let posted = Posted(message, in: stock.chat)
        tx.emit(.posted(posted))
        return posted
    }
}
