import Kernel
import Markup

extension Link {
    static let chats: Link = "/chats"
    static func chat(_ id: ID<Chat>) -> Link { "/chats/\(id.number)" }
    /// The thread as it was before a message.
    static func chat(_ id: ID<Chat>, before seq: Int64) -> Link { "/chats/\(id.number)?before=\(seq)" }
    static func messages(of id: ID<Chat>) -> Link { "/chats/\(id.number)/messages" }
    static func read(_ id: ID<Chat>) -> Link { "/chats/\(id.number)/read" }
}
