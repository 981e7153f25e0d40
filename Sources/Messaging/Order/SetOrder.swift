import Accounts
import Kernel
import Storage

/// A manager sets how often one may write and whether pupils' messages are looked at first.
struct SetOrder: Verb {
    let chat: ID<Chat>
    let slowSeconds: Int
    let isPremoderated: Bool
    /// From 0, without limit, to `ChatOrder.slowest`.
    init(_ chat: ID<Chat>, slowSeconds: Int, isPremoderated: Bool) {
        self.chat = chat
        self.slowSeconds = min(max(slowSeconds, 0), ChatOrder.slowest)
        self.isPremoderated = isPremoderated
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ordered = try MessagingAccess.ordered(chat, by: viewer, in: tx), was = try OrderStore.order(of: chat, tx)
        guard was.slowSeconds != slowSeconds || was.isPremoderated != isPremoderated else { return }
        try OrderStore.set(ordered, slowSeconds: slowSeconds, isPremoderated: isPremoderated, tx)
        try tx.leave(
            Trace(
                "messaging.order", about: "chat:\(chat.number)", was: "\(was.slowSeconds) \(was.isPremoderated)", became: "\(slowSeconds) \(isPremoderated)"),
            by: viewer, at: now)
    }
}

/// A new version of the rules of behaviour (REQUIREMENTS C27): every member accepts it before they write again.
struct SetRules: Verb {
    let chat: ID<Chat>
    let text: String
    init(_ text: String, of chat: ID<Chat>) throws {
        let plain = text.replacing("\r\n", with: "\n")
        guard (1...ChatOrder.Rules.longest).contains(plain.unicodeScalars.count), !plain.contains("\0") else {
            throw Denial.invalid(field: "rules", .explanation)
        }
        self.chat = chat
        self.text = plain
    }

    @discardableResult func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int64 {
        let ordered = try MessagingAccess.ordered(chat, by: viewer, in: tx), was = try OrderStore.order(of: chat, tx).rules
        if let was, was.text == text { return was.version }
        let version = try OrderStore.setRules(text, of: ordered, at: now, tx)
        try tx.leave(Trace("messaging.rules", about: "chat:\(chat.number)", was: was.map { String($0.version) }, became: String(version)), by: viewer, at: now)
        return version
    }
}

/// A member accepts the rules they have read. Of another version than the one that stands nothing is accepted.
struct AcceptRules: Verb {
    let chat: ID<Chat>
    let version: Int64
    init(_ version: Int64, of chat: ID<Chat>) {
        self.chat = chat
        self.version = version
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try MessagingStore.chat(chat, seenBy: viewer, tx) != nil, let rules = try OrderStore.order(of: chat, tx).rules, rules.version == version else {
            throw Denial.notFound
        }
        guard try !OrderStore.hasAccepted(version, of: chat, viewer, tx) else { return }
        try OrderStore.accept(version, of: chat, by: viewer, at: now, tx)
        try tx.leave(
            Trace("messaging.rules-accepted", about: "chat:\(chat.number)/person:\(viewer.person.number)", became: String(version)), by: viewer, at: now)
    }
}
