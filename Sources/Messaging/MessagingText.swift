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
    /// Title of the channel of the whole school.
    var schoolChannel: String { get }
    /// Under a message that its author has corrected; one word.
    var edited: String { get }
    /// In place of a message that its author has taken back.
    var takenBack: String { get }
    /// In place of a message that one who manages the chat has taken away.
    var takenAway: String { get }
    /// Before the name of whose words a message passes on.
    var passedOn: String { get }
    /// Mark of a message that stands at the head of the chat, and heading of all of them.
    var pinned: String { get }
    /// Link to all messages that stand at the head of the chat.
    var allPinned: String { get }
    /// Name of the button beside a message that shows what can be done with it.
    var whatToDo: String { get }
    /// In place of the composer: the chat is over.
    var chatEnded: String { get }
    /// In place of the composer, and why a message is refused.
    var onlyManagersPost: String { get }
    /// Before the name of whom one answers.
    var answerTo: String { get }
    /// Button: the message answers nobody after all.
    var doNotAnswer: String { get }
    /// Acts on a message: buttons.
    var answer: String { get }
    var correct: String { get }
    var pin: String { get }
    var unpin: String { get }
    var keep: String { get }
    var unkeep: String { get }
    var passOn: String { get }
    /// Label of the list of chats a message can be passed on to.
    var passOnTo: String { get }
    /// Name of the row of signs that can be put to a message.
    var signs: String { get }
    /// Before a message is taken back.
    var removeAsks: String { get }
    /// Button that saves a corrected message.
    var save: String { get }
    /// Title of the page of one message.
    var message: String { get }
    /// Heading of the person’s bookmarks.
    var kept: String { get }
    /// There are no bookmarks, and how to make one.
    var noKept: String { get }
    var noKeptHint: String { get }
    /// Nothing is pinned in the chat.
    var noPinned: String { get }
    /// Why a message is not changed.
    var notYourMessage: String { get }
    /// Why a message is not pinned.
    var onlyManagersPin: String { get }
    /// Why a message is not passed on.
    var staysWithStaff: String { get }
    /// A program or page has sent a sign that is none of ours.
    var sign: String { get }
    /// Heading of the page of one's own manner in chats.
    var manner: String { get }
    /// Label of a box.
    var showsTyping: String { get }
    var showsPresence: String { get }
    var presenceHint: String { get }
    /// Of the other in a talk of two: there now, and there a little ago.
    var here: String { get }
    var lately: String { get }
    /// After the names of those who are writing.
    var writing: String { get }
    /// Under a message, to everyone who reads it: it asks for a code or money; it leads to a site the school does not know.
    var fraudCaution: String { get }
    var linkCaution: String { get }
    /// In place of a message whose term of keeping is over.
    var expired: String { get }
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
    static let chatEnded = Denial.Reason("messaging.chat-ended") { $0.messaging.chatEnded }
    static let onlyManagersPost = Denial.Reason("messaging.only-managers-post") { $0.messaging.onlyManagersPost }
    static let notYourMessage = Denial.Reason("messaging.not-your-message") { $0.messaging.notYourMessage }
    static let onlyManagersPin = Denial.Reason("messaging.only-managers-pin") { $0.messaging.onlyManagersPin }
    static let staysWithStaff = Denial.Reason("messaging.stays-with-staff") { $0.messaging.staysWithStaff }
    static let unknownSign = Denial.Reason("messaging.sign") { $0.messaging.sign }
    static let clientID = Denial.Reason("messaging.client-id") { $0.messaging.clientID }
}
