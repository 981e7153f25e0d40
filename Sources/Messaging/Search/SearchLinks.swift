import Foundation
import Kernel
import Markup

extension Link {
    static let search: Link = "/chats/search"
    static func search(in chat: ID<Chat>) -> Link { "/chats/search?chat=\(chat.number)" }
    static func search(_ search: Search) -> Link {
        """
        /chats/search?q=\(search.text)&chat=\(number(search.chat?.number))&author=\(number(search.author?.number))&from=\(search.from?.description ?? "")\
        &until=\(search.until?.description ?? "")&before=\(number(search.before))
        """
    }
    private static func number(_ number: Int64?) -> String { number.map(String.init) ?? "" }
}
