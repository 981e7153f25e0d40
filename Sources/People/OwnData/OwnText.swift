import Accounts
import Kernel

/// Every word of own data and of requests to correct them. Each comment is the translator's context.
protocol OwnText: Sendable {
    /// Title.
    var title: String { get }
    /// Under the way to it on «Ещё».
    var doorHint: String { get }
    var hint: String { get }
    /// For a guardian.
    var hintFamily: String { get }
    /// Links: the same as files.
    var asPage: String { get }
    var asJSON: String { get }
    /// A section that is longer on the page.
    func more(_ count: Int) -> String
    var nothing: String { get }
    /// Heading over the form.
    var ask: String { get }
    var askHint: String { get }
    var about: String { get }
    var field: String { get }
    func name(_ field: Correction.Field) -> String
    var value: String { get }
    var valueHint: String { get }
    func name(_ sex: Sex) -> String
    var note: String { get }
    /// Button.
    var send: String { get }
    var asked: String { get }
    func state(_ state: Correction.State) -> String
    func vouched(_ name: String) -> String
    /// Title of the queue.
    var queue: String { get }
    func queueCount(_ count: Int) -> String
    var queueEmpty: String { get }
    var queueEmptyHint: String { get }
    /// From whom.
    func askedBy(_ name: String, _ when: String) -> String
    /// Buttons.
    var make: String { get }
    var refuse: String { get }
    var vouch: String { get }
    var reason: String { get }
    var today: String { get }
    func noteLong(_ longest: Int) -> String
    var tooManyRequests: String { get }
    var answeredAlready: String { get }
    var ownRequest: String { get }
    var sayWhy: String { get }
    var chooseValue: String { get }
}

extension Language {
    var own: any OwnText {
        switch self {
        case .ru: OwnRussian()
        case .en: OwnEnglish()
        }
    }
}
