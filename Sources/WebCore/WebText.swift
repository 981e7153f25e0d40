import Kernel

/// Words that belong to no feature.
public protocol WebText: Sendable {
    /// The product's name in the page's title and head.
    var product: String { get }
    /// Heading of the page shown for what is missing, and for what the reader may not know of.
    var notFound: String { get }
    /// Under it: what may have happened and what to do.
    var notFoundHint: String { get }
    /// Heading over the reason why a thing that the reader sees is not theirs to do.
    var forbidden: String { get }
    /// Under the same heading, for one who has other sides: they may have followed a link meant for another of them.
    var otherHatHint: String { get }
    /// Heading over the reason why a form's field was not accepted.
    var invalid: String { get }
    /// Why a form or message could not be read at all.
    var unreadable: String { get }
    /// A page of another site tried to act in the person's name.
    var foreignPage: String { get }
    /// The page was open so long, or in another sign-in, that its form is no longer good.
    var staleForm: String { get }
    /// The person is signed in, but proved who they are too long ago.
    var proveAgain: String { get }
    var signInFirst: String { get }
    /// Heading over how long to wait.
    var waitTitle: String { get }
    func wait(_ seconds: Int) -> String
    /// Heading over a failure of ours.
    var failedTitle: String { get }
    var failed: String { get }
    var busy: String { get }
    /// The number under which support finds what happened.
    func requestNumber(_ number: String) -> String
    var toToday: String { get }
    var skipToMain: String { get }
    /// The four places at hand, and the name of their list.
    var places: String { get }
    var today: String { get }
    var chats: String { get }
    var journal: String { get }
    var diary: String { get }
    var more: String { get }
    /// The first screen of one for whom there is nothing at all.
    var nothingToday: String { get }
    /// Under the page's head when the line to the server is cut; the page still shows what it had.
    var offline: String { get }
    /// In its place, before the time, on a page that the device has kept: «Нет связи. Показано на 10:42».
    var shownAt: String { get }
    /// The page for what is not kept on the device, while there is no connection.
    var notKept: String { get }
    var notKeptHint: String { get }
    /// What a verified teacher's badge says to those who do not see it.
    var verifiedTeacher: String { get }
    func side(_ side: Side) -> String
    func role(_ role: Role) -> String
    /// Monday is 1.
    func weekday(_ number: Int) -> String
    func weekdayShort(_ number: Int) -> String
    /// «12 ноября»
    func date(_ day: Day) -> String
    /// «ноябрь»
    func month(_ number: Int) -> String
    /// «сегодня», «вчера», «вторник, 12 ноября»
    func day(_ day: Day, today: Day) -> String
}

extension WebText {
    /// «08:30»
    public func time(_ minute: Int) -> String {
        let (hours, minutes) = (minute / 60, minute % 60)
        return (hours < 10 ? "0" : "") + "\(hours):" + (minutes < 10 ? "0" : "") + "\(minutes)"
    }
}

extension Language {
    public var web: any WebText {
        switch self {
        case .ru: WebRussian()
        case .en: WebEnglish()
        }
    }
}

extension Denial.Reason {
    public static let unreadable = Denial.Reason("web.unreadable") { $0.web.unreadable }
    static let foreignPage = Denial.Reason("web.foreign-page") { $0.web.foreignPage }
    static let staleForm = Denial.Reason("web.stale-form") { $0.web.staleForm }
}
