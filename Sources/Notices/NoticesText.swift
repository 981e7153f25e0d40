import Kernel
import WebCore

/// Every word of the notices. Each comment is the translator's context.
protocol NoticesText: Sendable {
    /// Title and body of every push: no content, for it goes through a stranger's hands.
    var product: String { get }
    var news: String { get }
    /// The person's page, and its line in «Ещё».
    var notices: String { get }
    var noticesHint: String { get }
    var saved: String { get }
    var tried: String { get }
    var asked: String { get }
    /// Devices.
    var onDevices: String { get }
    var devicesHint: String { get }
    var turnOn: String { get }
    var turnOff: String { get }
    /// The person has forbidden it in the browser.
    var blocked: String { get }
    /// The browser cannot.
    var missing: String { get }
    var notTurnedOn: String { get }
    var trySending: String { get }
    var thisDevice: String { get }
    func addedOn(_ day: String) -> String
    /// When and how often.
    var whenNot: String { get }
    func schoolIsQuiet(_ from: String, _ until: String, sunday: Bool) -> String
    var ownHours: String { get }
    var ownHoursHint: String { get }
    var from: String { get }
    var until: String { get }
    var worksLate: String { get }
    var howOften: String { get }
    func pace(_ pace: NoticePace) -> String
    /// Levels.
    var aboutWhat: String { get }
    func kind(_ kind: NoticeKind) -> String
    func level(_ level: NoticeLevel) -> String
    var securityHint: String { get }
    var save: String { get }
    /// Letters.
    var byMail: String { get }
    var mailHint: String { get }
    var address: String { get }
    var confirmAddress: String { get }
    var unconfirmed: String { get }
    var confirmed: String { get }
    var remove: String { get }
    var letters: String { get }
    var letterSubject: String { get }
    func letterBody(_ place: String, count: Int, end: String) -> String
    var confirmSubject: String { get }
    func confirmBody(_ place: String) -> String
    var endLetters: String { get }
    var addressConfirmed: String { get }
    var lettersEnded: String { get }
    /// The school's hours.
    var schoolHours: String { get }
    var schoolHoursHint: String { get }
    var schoolHoursWords: String { get }
    var sundayToo: String { get }
    /// What is urgent.
    var urgent: String { get }
    var urgentHint: String { get }
    var urgentWords: String { get }
    func urgentSent(_ thisMonth: Int) -> String
    var urgentWhat: String { get }
    var urgentWhatHint: String { get }
    var urgentWhy: String { get }
    var urgentWhyHint: String { get }
    var urgentTo: String { get }
    func audience(_ kind: UrgentAudience.Kind) -> String
    var urgentClasses: String { get }
    var urgentLook: String { get }
    var urgentBefore: String { get }
    func urgentSeen(_ seen: Int, of people: Int) -> String
    func urgentGoesTo(_ people: Int) -> String
    func urgentReaches(_ reachable: Int, of people: Int) -> String
    var urgentSend: String { get }
    var urgentChange: String { get }
    func urgentBecause(_ reason: String) -> String
    var urgentGot: String { get }
    var urgentNow: String { get }
    var urgentAt: String { get }
    /// In «Мои данные».
    var device: String { get }
    var since: String { get }
    /// Refusals.
    var urgentByFew: String { get }
    var urgentWants: String { get }
    var unknownService: String { get }
    var badKeys: String { get }
    var nowhereToSend: String { get }
    var badAddress: String { get }
    var noMail: String { get }
    var letterNotTaken: String { get }
    var badTime: String { get }
    var nothingOpen: String { get }
    var nightLength: String { get }
    var weeklyForFamilies: String { get }
    var noSuchLevel: String { get }
    var urgentWordsWanted: String { get }
    var urgentEnough: String { get }
    var chooseAudience: String { get }
    var chooseClasses: String { get }
    var nobodyThere: String { get }
}

extension Language {
    var notices: any NoticesText {
        switch self {
        case .ru: NoticesRussian()
        case .en: NoticesEnglish()
        }
    }
}

extension Denial.Reason {
    static let urgentByFew = Self("notices.urgent-by-few") { $0.notices.urgentByFew }
    static let urgentWants = Self("notices.urgent-wants-reason") { $0.notices.urgentWants }
    static let unknownService = Self("notices.unknown-service") { $0.notices.unknownService }
    static let badKeys = Self("notices.bad-keys") { $0.notices.badKeys }
    static let nowhereToSend = Self("notices.nowhere-to-send") { $0.notices.nowhereToSend }
    static let badAddress = Self("notices.bad-address") { $0.notices.badAddress }
    static let noMail = Self("notices.no-mail") { $0.notices.noMail }
    static let letterNotTaken = Self("notices.letter-not-taken") { $0.notices.letterNotTaken }
    static let badTime = Self("notices.bad-time") { $0.notices.badTime }
    static let nothingOpen = Self("notices.nothing-open") { $0.notices.nothingOpen }
    static let nightLength = Self("notices.night-length") { $0.notices.nightLength }
    static let noSuchLevel = Self("notices.no-such-level") { $0.notices.noSuchLevel }
    static let urgentWords = Self("notices.urgent-wants-words") { $0.notices.urgentWordsWanted }
    static let urgentEnough = Self("notices.urgent-enough") { $0.notices.urgentEnough }
    static let chooseAudience = Self("notices.choose-audience") { $0.notices.chooseAudience }
    static let chooseClasses = Self("notices.choose-classes") { $0.notices.chooseClasses }
    static let nobodyThere = Self("notices.nobody-there") { $0.notices.nobodyThere }
    static let weeklyForFamilies = Self("notices.weekly-for-families") { $0.notices.weeklyForFamilies }
}
