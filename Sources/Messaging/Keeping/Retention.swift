import Accounts
import Kernel
import Storage

/// For how long the school keeps what is said in its chats of one kind. Without a word of the school everything is kept.
struct SetRetention: Verb {
    /// What can be chosen, in days; 0 keeps for ever.
    static let choices = [0, 90, 365, 730, 1_095, 1_825]
    let kind: Chat.Kind
    let days: Int
    /// Throws `Denial.invalid` for the field `days` unless it is one of the choices.
    init(_ kind: Chat.Kind, days: Int) throws {
        guard Self.choices.contains(days) else { throw Denial.invalid(field: "days", .unknownRetention) }
        self.kind = kind
        self.days = days
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let school = try MessagingAccess.arranged(by: viewer), was = try RetentionStore.days(in: school.id, tx)[kind] ?? 0
        guard was != days else { return }
        try RetentionStore.set(kind, days: days, in: school, tx)
        let about = "school:\(school.id.number)/chats:\(kind.rawValue)"
        try tx.leave(Trace("messaging.retention", about: about, was: String(was), became: String(days)), by: viewer, at: now)
    }
}

/// Takes away what is older than its school keeps, a part at a time: it may end at any moment and goes on from there.
public struct ForgetOldMessages: Sendable {
    static let part = 200
    public init() {}

    /// Whether there may be more to do. Runs with `Isolation.rowLock`.
    public func run(at now: Moment, in tx: Transaction) throws -> Bool {
        guard let chat = try RetentionStore.nextChat(at: now, tx) else { return false }
        let gone = try RetentionStore.forget(chat, most: Self.part, at: now, tx)
        guard let first = gone.first, let last = gone.last else { return true }
        try tx.leave(Trace("messaging.expired", about: "chat:\(chat.id.number)", became: "\(first)–\(last)"), in: chat.school, by: nil, at: now)
        return true
    }
}
