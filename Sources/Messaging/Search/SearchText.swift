import Kernel

/// The words of the search among messages. Each comment is the translator's context.
protocol SearchText: Sendable {
    /// Heading of the page, name of the field and of the way to the page.
    var title: String { get }
    /// Name of the field where one chat is searched.
    func within(_ chat: String) -> String
    /// Button.
    var find: String { get }
    /// Fold with further conditions.
    var narrow: String { get }
    /// Labels: the choice of a chat and its first choice, the days.
    var chat: String { get }
    var everywhere: String { get }
    var from: String { get }
    var until: String { get }
    /// Before anything was looked for: what can be found.
    var hint: String { get }
    /// Nothing was found, and what to do.
    var nothing: String { get }
    var nothingHint: String { get }
    /// Link beside a message: only what this author has written.
    func only(_ author: String) -> String
    /// Link that takes the condition of the author away.
    var byAnyone: String { get }
    /// Link to what was written before.
    var more: String { get }
}

extension Language {
    var search: any SearchText {
        switch self {
        case .ru: SearchRussian()
        case .en: SearchEnglish()
        }
    }
}
