import Kernel
import Markup

extension Link {
    /// What a message asks of the reader.
    static func part(of seq: Int64, in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/messages/\(seq)/part" }
    static func announce(in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/announce" }
    /// What can be put into a chat besides a plain message.
    static func more(in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/more" }
    static func receipts(of seq: Int64, in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/messages/\(seq)/receipts" }
    static func replies(to seq: Int64, in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/messages/\(seq)/replies" }
    static func exchange(about seq: Int64, in chat: ID<Chat>, with reader: ID<Person>) -> Link {
        "/chats/\(chat.number)/messages/\(seq)/replies/\(reader.number)"
    }
    static func readReplies(about seq: Int64, in chat: ID<Chat>, with reader: ID<Person>) -> Link {
        "/chats/\(chat.number)/messages/\(seq)/replies/\(reader.number)/read"
    }
}

extension Link {
    static func newPoll(in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/polls/new" }
    static func newPoll(in chat: ID<Chat>, sample: Int) -> Link { "/chats/\(chat.number)/polls/new?sample=\(sample)" }
    static func polls(in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/polls" }
    static func poll(_ id: ID<Poll>) -> Link { "/chats/polls/\(id.number)" }
    static func table(of id: ID<Poll>) -> Link { "/chats/polls/\(id.number)/answers.csv" }
    static func close(_ id: ID<Poll>) -> Link { "/chats/polls/\(id.number)/close" }
}

extension Link {
    static func later(in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/later" }
    static func prepared(_ id: ID<PreparedPost>, in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/later/\(id.number)" }
    static func cancel(_ id: ID<PreparedPost>, in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/later/\(id.number)/cancel" }
}

extension Link {
    static func requests(in chat: ID<Chat>) -> Link { "/chats/\(chat.number)/requests" }
    static func act(_ act: String, on request: PublishRequest) -> Link { "/chats/\(request.chat.number)/requests/\(request.id.number)/\(act)" }
}

extension Link {
    static let stock: Link = "/chats/stock"
    static func end(_ id: ID<StockPost>) -> Link { "/chats/stock/\(id.number)/end" }
    static func send(_ id: ID<StockPost>) -> Link { "/chats/stock/\(id.number)/send" }
}
