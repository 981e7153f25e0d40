import Kernel

/// Every word chats show. Each comment is the translator's context.
protocol MessagingText: Sendable {
    /// Why two people are not made one.
    var saidTwice: String { get }
    /// Headings and labels of what is kept about a person.
    var ownMessages: String { get }
    var ownChat: String { get }
    var ownText: String { get }
    var ownTime: String { get }
    /// Heading of the list.
    var chats: String { get }
    /// Title of a class's chat: pupils and their teachers.
    func classChat(_ name: String) -> String
    /// Title of the chat of a class's families.
    func familyChat(_ name: String) -> String
    /// Title of the chat of all the school's staff.
    var staffRoom: String { get }
    /// The list is empty, and what to do about it.
    var noChats: String { get }
    var noChatsHint: String { get }
    /// Nobody has written in the chat yet.
    var noMessages: String { get }
    var noMessagesHint: String { get }
    /// The last message in the list: who and what; without a name the reader wrote it.
    func said(_ author: String?, _ words: String) -> String
    /// After a number that stands alone, read aloud to those who do not see it: «3 непрочитанных сообщения».
    func unread(_ count: Int) -> String
    /// Heading over unread chats on the first screen.
    var unreadTitle: String { get }
    /// Under a chat's title: how many people are in it.
    func members(_ count: Int) -> String
    /// Name of the way back to the list, read aloud.
    var back: String { get }
    /// Name of the region with messages, read aloud.
    var messages: String { get }
    /// Link to what was said before.
    var older: String { get }
    /// Link from an older part back to the last messages.
    var newest: String { get }
    /// Line before the first message the reader has not read.
    var fresh: String { get }
    /// Button: down to messages that came while the reader was looking at older ones.
    var newMessages: String { get }
    /// Button shown where scripts do not run.
    var markRead: String { get }
    /// Name of the field in which a message is written.
    var yourMessage: String { get }
    /// Button that posts the message.
    var post: String { get }
    /// Under a message that the server does not have yet.
    var sending: String { get }
    /// Under a message that was not taken; the reason may follow.
    var notSent: String { get }
    var retry: String { get }
    var remove: String { get }
    /// Why a message waits: the person is no longer signed in.
    var signedOut: String { get }
    /// Why a message was not taken.
    func bodyLength(_ longest: Int) -> String
    /// A program has sent a wrong identifier; people do not meet this.
    var clientID: String { get }
}

extension Language {
    var messaging: any MessagingText {
        switch self {
        case .ru: MessagingRussian()
        case .en: MessagingEnglish()
        }
    }
}

extension Denial.Reason {
    static let saidTwice = Denial.Reason("messaging.said-twice") { $0.messaging.saidTwice }
    static let bodyLength = Denial.Reason("messaging.body-length") { $0.messaging.bodyLength(Message.Body.longest) }
    static let clientID = Denial.Reason("messaging.client-id") { $0.messaging.clientID }
}
