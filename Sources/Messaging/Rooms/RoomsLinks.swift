import Kernel
import Markup

extension ChatLink {
    /// Where the link leads within the site.
    var path: String { Link.joining(by: word).text }
}

extension Link {
    static let newChat: Link = "/chats/new"
    static let chatPolicy: Link = "/chats/policy"
    static let networks: Link = "/chats/networks"
    static func members(of chat: ID<Chat>) -> Link { "/chats/\(chat.number)/members" }
    static func adding(to chat: ID<Chat>) -> Link { "/chats/\(chat.number)/add" }
    static func change(_ what: String, of chat: ID<Chat>) -> Link { "/chats/\(chat.number)/\(what)" }
    static func member(_ person: ID<Person>, of chat: ID<Chat>, _ act: String) -> Link { "/chats/\(chat.number)/members/\(person.number)/\(act)" }
    static func with(_ person: ID<Person>) -> Link { "/chats/with/\(person.number)" }
    static func joining(by word: String) -> Link { "/chats/join/\(word)" }
    static func revoking(_ link: ID<ChatLink>, to chat: ID<Chat>) -> Link { "/chats/\(chat.number)/links/\(link.number)/revoke" }
    static func answering(_ network: ID<Chat>) -> Link { "/chats/networks/\(network.number)/answer" }
    static func folder(_ folder: ChatShelf.Folder) -> Link { folder == .all ? chats : "/chats?folder=\(folder.rawValue)" }
    static func list(_ shelf: ChatShelf) -> Link { "/chats/list?folder=\(shelf.folder.rawValue)&q=\(shelf.text)" }
    static func openingCourse(_ course: Int64) -> Link { "/chats/courses/\(course)" }
}
