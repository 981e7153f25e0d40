import Kernel

/// The words of announcements and of what is prepared for chats.
protocol NoticeboardText: Sendable {
    var announcement: String { get }
    /// Button: I have taken note of it.
    var acknowledge: String { get }
    var acknowledged: String { get }
    /// The other parent has.
    var acknowledgedByFamily: String { get }
    /// «Ознакомились 18 из 25 семей»
    func tally(_ tallies: [Announcement.Tally]) -> String
    /// Link to those who have acknowledged it, where they are not counted on the page.
    var whoHas: String { get }
    /// Heading of those who have not, and of those who have.
    var haveNot: String { get }
    var have: String { get }
    var nobodyAsked: String { get }
    var remind: String { get }
    /// Under the button.
    func reminds(_ hours: Int) -> String
    func remindedAt(_ when: String) -> String
    func side(_ side: Side) -> String
    /// Link of a reader: an answer that only the author sees.
    var answerAuthor: String { get }
    /// Under the form of that answer.
    func onlyAuthorSees(_ author: String) -> String
    func answers(_ count: Int) -> String
    var answersTitle: String { get }
    var noAnswers: String { get }
    var reply: String { get }
    var send: String { get }
    var markRead: String { get }
    /// Button of the author: talk in the chat is allowed, or no longer.
    var openForTalk: String { get }
    var closeForTalk: String { get }
    /// Heading on «Сегодня» and over the chats.
    var waiting: String { get }
    var reminder: String { get }
    /// Heading on «Сегодня» over answers that were not read.
    var unreadAnswers: String { get }
    /// The way from a chat to all that can be put into it.
    var more: String { get }
    var newAnnouncement: String { get }
    var newAnnouncementHint: String { get }
    var words: String { get }
    /// Check box of the form.
    var isOpen: String { get }
    var post: String { get }
    var back: String { get }
    var ownReceipts: String { get }
    var ownReplies: String { get }
    var ownWhen: String { get }
    var onlyManagersAnnounce: String { get }
    var notAddressed: String { get }
    var onlyManagersSeeReceipts: String { get }
    var answersGoToAuthor: String { get }
}

extension Language {
    var noticeboard: any NoticeboardText {
        switch self {
        case .ru: NoticeboardRussian()
        case .en: NoticeboardEnglish()
        }
    }
}

extension Denial.Reason {
    static let onlyManagersAnnounce = Denial.Reason("messaging.only-managers-announce") { $0.noticeboard.onlyManagersAnnounce }
    static let notAddressed = Denial.Reason("messaging.not-addressed") { $0.noticeboard.notAddressed }
    static let onlyManagersSeeReceipts = Denial.Reason("messaging.only-managers-see-receipts") { $0.noticeboard.onlyManagersSeeReceipts }
    static let answersGoToAuthor = Denial.Reason("messaging.answers-go-to-author") { $0.noticeboard.answersGoToAuthor }
}
