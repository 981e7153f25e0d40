import Kernel

/// The words of taking messages out and of how long they are kept. Each comment is the translator's context.
protocol KeepingText: Sendable {
    /// Heading and door of the page with the terms.
    var retention: String { get }
    var retentionHint: String { get }
    func kind(_ kind: Chat.Kind) -> String
    /// A choice; 0 is for ever.
    func days(_ days: Int) -> String
    var save: String { get }
    /// Why a term is refused.
    var unknownRetention: String { get }
    /// Buttons: a chat, one's own messages as a file.
    var exportChat: String { get }
    var exportOwn: String { get }
    /// Heading of the file's page: whose words, from which chat.
    var ownMessages: String { get }
    func takenOn(_ day: String) -> String
    /// Why a chat is not given out, and why there are too many messages.
    var onlyManagersExport: String { get }
    var tooMany: String { get }
    /// Heading of what one has asked to take out, and how long it lies ready.
    var exports: String { get }
    func exportsHint(_ days: Int) -> String
    var noExports: String { get }
    /// States of an archive, and what can be done.
    var beingMade: String { get }
    func readyUntil(_ day: String) -> String
    var notMade: String { get }
    var download: String { get }
    var lookAgain: String { get }
    /// Why another is not made.
    var exportsWait: String { get }
    /// In place of words that are gone.
    var gone: String { get }
    /// At the end of an archive without files.
    var noFiles: String { get }
}

extension Language {
    var keeping: any KeepingText {
        switch self {
        case .ru: KeepingRussian()
        case .en: KeepingEnglish()
        }
    }
}

extension Denial.Reason {
    static let unknownRetention = Denial.Reason("messaging.retention") { $0.keeping.unknownRetention }
    static let onlyManagersExport = Denial.Reason("messaging.only-managers-export") { $0.keeping.onlyManagersExport }
    static let exportsWait = Denial.Reason("messaging.exports-wait") { $0.keeping.exportsWait }
    static let tooMany = Denial.Reason("messaging.too-many") { $0.keeping.tooMany }
}
