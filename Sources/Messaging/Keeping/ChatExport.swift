import Kernel

/// A conversation that somebody has asked to take out, or their own messages: made by a job, ready for some days.
struct ChatExport: Hashable, Sendable {
    enum State: String, Hashable, Sendable { case waiting, ready, failed }
    /// For so many days an archive lies ready.
    static let days = 3
    /// Of one person at a time.
    static let mostWaiting = 3

    let id: ID<ChatExport>
    /// Missing for one's own messages.
    let chat: ID<Chat>?
    /// What it is called, in the reader's language once the chat's own name is put into words.
    let kind: Chat.Kind?
    let title: String
    let state: State
    let askedAt: Moment
    let endedAt: Moment?
    /// Bytes, once it is ready.
    let size: Int?

    var messages: ExportedMessages { chat.map { .chat($0) } ?? .own }
    var until: Moment? { endedAt.map { $0 + Self.days * 86_400 } }
}

/// An archive that is to be made, and for whom: as they are in the school now.
struct DueExport: Sendable {
    let id: ID<ChatExport>
    let export: ChatExport
    let viewer: Viewer
    let language: Language
    let claim: Moment
}
