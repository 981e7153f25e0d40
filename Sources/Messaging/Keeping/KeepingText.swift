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
    /// In place of words that are gone.
    var gone: String { get }
    /// Name of the list of files in the archive; there are none yet.
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
    static let tooMany = Denial.Reason("messaging.too-many") { $0.keeping.tooMany }
}
