import Kernel
import Markup

extension Link {
    static let moderation: Link = "/chats/moderation"
    static func moderation(_ report: ID<Report>) -> Link { "/chats/moderation/\(report.number)" }
    static func waiting(_ waiting: ID<WaitingMessage>) -> Link { "/chats/waiting/\(waiting.number)" }
    static let chatDecisions: Link = "/chats/decisions"
    static func appeal(_ decision: ID<Decision>) -> Link { "/chats/decisions/\(decision.number)/appeal" }
    static func answerAppeal(_ decision: ID<Decision>) -> Link { "/chats/decisions/\(decision.number)/answer" }
    static func order(of chat: ID<Chat>) -> Link { "/chats/\(chat.number)/order" }
    static func rules(of chat: ID<Chat>) -> Link { "/chats/\(chat.number)/rules" }
    static func acceptRules(of chat: ID<Chat>) -> Link { "/chats/\(chat.number)/rules/accept" }
    static let chatWords: Link = "/chats/words"
    static func unlist(_ word: ID<ListedWord>) -> Link { "/chats/words/\(word.number)/remove" }
    static let chatStatistics: Link = "/chats/statistics"
}
