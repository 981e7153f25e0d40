import Kernel
import Markup

extension Link {
    static let chats: Link = "/chats"
    static func chat(_ id: ID<Chat>) -> Link { "/chats/\(id.number)" }
    /// The thread as it was before a message.
    static func chat(_ id: ID<Chat>, before seq: Int64) -> Link { "/chats/\(id.number)?before=\(seq)" }
    static func messages(of id: ID<Chat>) -> Link { "/chats/\(id.number)/messages" }
    static func read(_ id: ID<Chat>) -> Link { "/chats/\(id.number)/read" }
    /// The thread with a message in view, and the message itself within it.
    static func chat(_ id: ID<Chat>, at seq: Int64) -> Link { "/chats/\(id.number)?at=\(seq)#m\(seq)" }
    /// The composer with a message to answer.
    static func answer(_ seq: Int64, in id: ID<Chat>) -> Link { "/chats/\(id.number)?at=\(seq)&reply=\(seq)#body" }
    static func message(_ seq: Int64, in id: ID<Chat>) -> Link { "/chats/\(id.number)/messages/\(seq)" }
    static func act(_ act: String, on seq: Int64, in id: ID<Chat>) -> Link { "/chats/\(id.number)/messages/\(seq)/\(act)" }
    static func pinned(in id: ID<Chat>) -> Link { "/chats/\(id.number)/pinned" }
    static let kept: Link = "/chats/kept"
    static let manner: Link = "/chats/manner"
}
