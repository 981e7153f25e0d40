import Accounts
import Kernel
import Storage

/// A chat's manager takes its conversation out of the system (REQUIREMENTS C14; PRODUCT 2.4: exit right). Leaves a trace.
struct ExportChat: Verb {
    let chat: ID<Chat>
    init(_ chat: ID<Chat>) { self.chat = chat }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Chat {
        let exportable = try MessagingAccess.exportable(chat, by: viewer, in: tx)
        guard exportable.lastSeq <= ExportedMessages.most else { throw Denial.forbidden(.tooMany) }
        try tx.leave(Trace("messaging.export", about: "chat:\(chat.number)"), by: viewer, at: now)
        return exportable
    }
}

/// Which messages are taken out, a part at a time, the oldest first: all of one chat, or the person's own of all they see.
enum ExportedMessages: Sendable {
    static let most: Int64 = 500_000
    static let part = 500
    case chat(ID<Chat>)
    case own

    /// The part that follows a place. As everywhere only what the viewer sees.
    func part(after place: (chat: Int64, seq: Int64), seenBy viewer: Viewer, _ tx: Transaction) throws -> [KeptMessage] {
        let which: SQL =
            switch self {
            case .chat(let chat): "c.id = \(chat)"
            case .own: "m.author_id = \(viewer.person) AND m.removed_at IS NULL"
            }
        return try tx.rows(
            """
            SELECT \(MessagingStore.chatColumns), 0 AS members, \(MessagingStore.messageColumns) FROM chat c
            JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq \(MessagingStore.messageJoins)
            WHERE \(which) AND (m.chat_id, m.seq) > (\(place.chat), \(place.seq)) ORDER BY m.chat_id, m.seq LIMIT \(Self.part)
            """
        ).map { KeptMessage(chat: try MessagingStore.chat($0), message: try MessagingStore.message($0)) }
    }
}
