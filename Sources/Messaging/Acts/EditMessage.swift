import Accounts
import Kernel
import Storage

/// The author corrects what they have written. What stood before is kept and can be read by those who manage the chat.
public struct EditMessage: Verb {
    /// As for posting: the chat's row is locked first.
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let seq: Int64
    public let body: Message.Body
    /// They were asked about their words and keep them all the same.
    public let isSure: Bool
    public init(_ seq: Int64, in chat: ID<Chat>, to body: Message.Body, isSure: Bool = false) {
        self.isSure = isSure
        self.chat = chat
        self.seq = seq
        self.body = body
    }

    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Changed {
        let held = try MessagingAccess.editable(seq, in: chat, by: viewer, in: tx)
        guard !body.text.isEmpty || held.hasFiles else { throw Denial.invalid(field: "body", .bodyLength) }
        guard held.body != body.text else { return Changed(try MessagingStore.message(seq, of: chat, tx), kind: held.kind, zone: held.zone) }
        let concerns = try WordRulesStore.rules(of: viewer.school, tx).concerns(in: body.text)
        try MessagingAccess.checkCorrection(concerns, of: held, by: viewer, isSure: isSure, in: tx)
        try MessageChangeStore.edit(held, to: body, caution: Message.Caution(concerns), at: now, tx)
        try MentionStore.note(body, seq: seq, in: chat, tx)
        return try MessageChangeStore.tellWithAnswers(held, tx)
    }
}
