import Accounts
import Kernel
import Storage

/// A chat's manager takes its conversation out of the system (REQUIREMENTS C14; PRODUCT 2.4: exit right), or somebody their own messages: the archive
/// is made by `ExportJob`. Taking a chat out leaves a trace.
struct AskExport: Verb {
    /// Missing for one's own messages.
    let chat: ID<Chat>?
    let language: Language
    init(_ chat: ID<Chat>?, in language: Language) {
        self.chat = chat
        self.language = language
    }

    /// What waits already is not asked for twice.
    @discardableResult func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<ChatExport> {
        if let chat {
            let exportable = try MessagingAccess.exportable(chat, by: viewer, in: tx)
            guard exportable.lastSeq <= ExportedMessages.most else { throw Denial.forbidden(.tooMany) }
        }
        let waiting = try ExportStore.waiting(by: viewer, tx)
        if let known = waiting.first(where: { $0.chat == chat }) { return known.id }
        guard waiting.count < ChatExport.mostWaiting else { throw Denial.conflict(.exportsWait) }
        if let chat { try tx.leave(Trace("messaging.export", about: "chat:\(chat.number)"), by: viewer, at: now) }
        return try ExportStore.ask(chat, by: viewer, in: language, at: now, tx)
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
        let part = try tx.rows(
            """
            SELECT \(MessagingStore.chatColumns), 0 AS members, \(MessagingStore.messageColumns) FROM chat c
            JOIN chat_member me ON \(MessagingAccess.seen(by: viewer)) JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq \(MessagingStore.messageJoins)
            WHERE \(which) AND (m.chat_id, m.seq) > (\(place.chat), \(place.seq)) ORDER BY m.chat_id, m.seq LIMIT \(Self.part)
            """
        ).map { KeptMessage(chat: try MessagingStore.chat($0), message: try MessagingStore.message($0)) }
        return try part.withFiles(tx)
    }
}
