import Kernel

/// The words of the order of chats. Each comment is the translator's context.
protocol OrderText: Sendable {
    /// Why a message is not taken at once: the writer decides.
    var looksRude: String { get }
    var isListed: String { get }
    var holdsPersonal: String { get }
    /// A pupil's message was put aside for a look.
    var waits: String { get }
    /// An edit that a moderator would have to see.
    var editWaits: String { get }
    /// Words that a manager would have to see first, where nothing can wait.
    var cannotWait: String { get }
    /// Of two who decide at once, what the later one is told.
    var waitingJudged: String { get }
    var alreadyAppealed: String { get }
    var alreadyAnswered: String { get }
    /// Refusals of posting.
    var muted: String { get }
    var acceptFirst: String { get }
    /// Why other things are refused.
    var explanation: String { get }
    var ownReport: String { get }
    var ownCase: String { get }
    var decided: String { get }
    var unknownWord: String { get }
    var onlyManagers: String { get }
    /// Fold and button: reporting a message.
    var report: String { get }
    func cause(_ cause: ReportCause) -> String
    var note: String { get }
    /// Headings.
    var moderation: String { get }
    var reports: String { get }
    var waiting: String { get }
    var noCases: String { get }
    var around: String { get }
    /// What can be decided, as a button or choice.
    func measure(_ measure: Measure) -> String
    var reason: String { get }
    /// Label of why something was decided.
    var because: String { get }
    /// Before a time until which writing is forbidden.
    func until(_ moment: String) -> String
    /// Button and heading where the writer is asked about their words.
    var sendAnyway: String { get }
    var change: String { get }
    /// On the first screen: how much waits for a decision.
    func toDecide(_ count: Int) -> String
    var hours: String { get }
    var decide: String { get }
    var open: String { get }
    var publish: String { get }
    var refuse: String { get }
    /// Beside one's own message that waits, and that was refused.
    var onCheck: String { get }
    func refused(_ reason: String) -> String
    /// Page of the decisions about one's own messages and reports.
    var decisions: String { get }
    var noDecisions: String { get }
    var myReports: String { get }
    var reportOpen: String { get }
    /// Appeals.
    var appeals: String { get }
    var appeal: String { get }
    func appealed(_ text: String) -> String
    func answered(_ text: String) -> String
    var lifted: String { get }
    var uphold: String { get }
    var lift: String { get }
    /// Page of a chat's order.
    var order: String { get }
    var slow: String { get }
    func slowChoice(_ seconds: Int) -> String
    var premoderated: String { get }
    var rules: String { get }
    func rulesVersion(_ version: Int64) -> String
    var rulesAsk: String { get }
    var accept: String { get }
    var notAccepted: String { get }
    var allAccepted: String { get }
    var save: String { get }
    /// Page of the school's words.
    var words: String { get }
    var wordsHint: String { get }
    var word: String { get }
    var host: String { get }
    var add: String { get }
    var remove: String { get }
    /// Page of the months.
    var statistics: String { get }
    var month: String { get }
}

extension Language {
    var order: any OrderText {
        switch self {
        case .ru: OrderRussian()
        case .en: OrderEnglish()
        }
    }
}

extension Denial.Reason {
    static let looksRude = Denial.Reason("messaging.ask-rude") { $0.order.looksRude }
    static let isListed = Denial.Reason("messaging.ask-listed") { $0.order.isListed }
    static let holdsPersonal = Denial.Reason("messaging.ask-personal") { $0.order.holdsPersonal }
    /// Whether it is asked of who writes, and they may answer that they are sure.
    var asksWriter: Bool { [.looksRude, .isListed, .holdsPersonal].contains(self) }
    static let waitsForLook = Denial.Reason("messaging.waits") { $0.order.waits }
    static let editWaits = Denial.Reason("messaging.edit-waits") { $0.order.editWaits }
    static let cannotWait = Denial.Reason("messaging.cannot-wait") { $0.order.cannotWait }
    static let waitingJudged = Denial.Reason("messaging.waiting-judged") { $0.order.waitingJudged }
    static let appealed = Denial.Reason("messaging.appealed") { $0.order.alreadyAppealed }
    static let appealAnswered = Denial.Reason("messaging.appeal-answered") { $0.order.alreadyAnswered }
    static let muted = Denial.Reason("messaging.muted") { $0.order.muted }
    static let acceptRulesFirst = Denial.Reason("messaging.accept-rules") { $0.order.acceptFirst }
    static let explanation = Denial.Reason("messaging.explanation") { $0.order.explanation }
    static let ownReport = Denial.Reason("messaging.own-report") { $0.order.ownReport }
    static let ownCase = Denial.Reason("messaging.own-case") { $0.order.ownCase }
    static let reportDecided = Denial.Reason("messaging.decided") { $0.order.decided }
    static let unknownWord = Denial.Reason("messaging.word") { $0.order.unknownWord }
    static let onlyManagersOrder = Denial.Reason("messaging.only-managers-order") { $0.order.onlyManagers }
}
