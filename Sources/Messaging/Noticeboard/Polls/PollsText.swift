import Kernel

/// The words of polls.
protocol PollsText: Sendable {
    var poll: String { get }
    var anonymous: String { get }
    var named: String { get }
    /// «до 12 ноября, 18:00»
    func until(_ when: String) -> String
    var closed: String { get }
    var newPoll: String { get }
    var newPollHint: String { get }
    var question: String { get }
    var options: String { get }
    var optionsHint: String { get }
    var kind: String { get }
    func kind(_ kind: Poll.Kind) -> String
    var isAnonymous: String { get }
    var isAnonymousHint: String { get }
    var showsBefore: String { get }
    var closes: String { get }
    var closesHint: String { get }
    var inChats: String { get }
    var inChatsHint: String { get }
    var put: String { get }
    /// Heading of ready questions, and the questions with their answers (REQUIREMENTS C17).
    var samplesTitle: String { get }
    var samples: [PollSample] { get }
    var answer: String { get }
    var change: String { get }
    var send: String { get }
    var answered: String { get }
    /// «Ответили 12 из 25 учеников, 48 %; до половины ещё 1»
    func coverage(_ coverage: Poll.Coverage) -> String
    func votes(_ count: Int) -> String
    /// In place of results with too few answers, and of results shown after one's own answer.
    func shownFrom(_ count: Int) -> String
    var shownAfter: String { get }
    var results: String { get }
    var answers: String { get }
    var download: String { get }
    var close: String { get }
    var closeAsks: String { get }
    var back: String { get }
    /// Columns of the table.
    var person: String { get }
    var side: String { get }
    func side(_ side: Side) -> String
    var ownAnswers: String { get }
    var questionLength: String { get }
    var pollOptions: String { get }
    var closesInThePast: String { get }
    var chooseOne: String { get }
    var answerLength: String { get }
    var chooseChats: String { get }
    var onlyManagersPoll: String { get }
    var pollIsClosed: String { get }
    var alreadyAnswered: String { get }
    var onlyManagersSeeAnswers: String { get }
    var pollStands: String { get }
}

/// A ready question.
struct PollSample: Sendable {
    let question: String
    let kind: Poll.Kind
    let options: [String]
    init(_ question: String, _ kind: Poll.Kind = .open, _ options: [String] = []) {
        self.question = question
        self.kind = kind
        self.options = options
    }
}

extension Language {
    var polls: any PollsText {
        switch self {
        case .ru: PollsRussian()
        case .en: PollsEnglish()
        }
    }
}

extension Denial.Reason {
    static let questionLength = Denial.Reason("messaging.question-length") { $0.polls.questionLength }
    static let pollOptions = Denial.Reason("messaging.poll-options") { $0.polls.pollOptions }
    static let closesInThePast = Denial.Reason("messaging.closes-in-the-past") { $0.polls.closesInThePast }
    static let chooseOne = Denial.Reason("messaging.choose-one") { $0.polls.chooseOne }
    static let answerLength = Denial.Reason("messaging.answer-length") { $0.polls.answerLength }
    static let chooseChats = Denial.Reason("messaging.choose-chats") { $0.polls.chooseChats }
    static let onlyManagersPoll = Denial.Reason("messaging.only-managers-poll") { $0.polls.onlyManagersPoll }
    static let pollIsClosed = Denial.Reason("messaging.poll-is-closed") { $0.polls.pollIsClosed }
    static let alreadyAnswered = Denial.Reason("messaging.already-answered") { $0.polls.alreadyAnswered }
    static let onlyManagersSeeAnswers = Denial.Reason("messaging.only-managers-see-answers") { $0.polls.onlyManagersSeeAnswers }
    static let pollStands = Denial.Reason("messaging.poll-stands") { $0.polls.pollStands }
}
