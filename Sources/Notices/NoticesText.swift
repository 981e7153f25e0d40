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
    static let weeklyForFamilies = Self("notices.weekly-for-families") { $0.notices.weeklyForFamilies }
}
