import Kernel

/// Every word of the log of who did what. Each comment is the translator's context.
protocol LogText: Sendable {
    /// Title.
    var title: String { get }
    /// A kind of act by its code; a code that is not known stands as it is.
    func kind(_ kind: String) -> String
    /// A value of a trace by its code; anything else stands as it is.
    func value(_ value: String) -> String
    /// A thing that has only a number.
    func thing(_ kind: String, _ number: String) -> String
    var kindLabel: String { get }
    var anyKind: String { get }
    var day: String { get }
    /// Button.
    var show: String { get }
    /// Only what one person did or what was done to them.
    func onlyOf(_ name: String) -> String
    /// Nobody was signed in: the command line.
    var byNobody: String { get }
    /// A name the school does not know.
    var someone: String { get }
    var empty: String { get }
    var emptyHint: String { get }
    /// Link.
    var older: String { get }
    /// Under the title: nobody can change it.
    var hint: String { get }
    /// A value was taken away.
    func removed(_ value: String) -> String
}

extension Language {
    var log: any LogText {
        switch self {
        case .ru: LogRussian()
        case .en: LogEnglish()
        }
    }
}
