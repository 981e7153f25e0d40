import Kernel

/// The words of posts for a later hour and of drafts.
protocol PreparedText: Sendable {
    var later: String { get }
    var laterHint: String { get }
    var words: String { get }
    var due: String { get }
    var isAnnouncement: String { get }
    var prepare: String { get }
    var waiting: String { get }
    var noneWait: String { get }
    var change: String { get }
    var save: String { get }
    var cancel: String { get }
    /// Beside its files where one was not taken or is no more.
    var badFile: String { get }
    /// Beside a post that could not be made, and as a heading on «Сегодня».
    var failed: String { get }
    var failedTitle: String { get }
    var back: String { get }
    /// Over the field: another device's draft, newer than what stood here.
    var otherDraft: String { get }
    var ownPrepared: String { get }
    var alreadyPosted: String { get }
    var tooManyWait: String { get }
}

extension Language {
    var prepared: any PreparedText {
        switch self {
        case .ru: PreparedRussian()
        case .en: PreparedEnglish()
        }
    }
}

extension Denial.Reason {
    static let alreadyPosted = Denial.Reason("messaging.already-posted") { $0.prepared.alreadyPosted }
    static let tooManyWait = Denial.Reason("messaging.too-many-wait") { $0.prepared.tooManyWait }
}
