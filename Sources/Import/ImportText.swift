import Kernel

/// Every word of an import besides the flaws, which are in `InterchangeText`. Each comment is the translator's context.
protocol ImportText: Sendable {
    /// First line of the report.
    func title(_ source: String) -> String
    /// First line where nothing was kept.
    func dryTitle(_ source: String) -> String
    /// Columns of the table.
    var added: String { get }
    var changed: String { get }
    var unchanged: String { get }
    var ended: String { get }
    var refused: String { get }
    /// A row of the table: what is counted.
    func kind(_ kind: ImportKind) -> String
    /// What is under way.
    func step(_ step: ImportProgress.Step) -> String
    /// Over the list of what was not taken, and over the list of what was taken otherwise than written.
    func losses(_ count: Int) -> String
    func notes(_ count: Int) -> String
    var noRemarks: String { get }
    func error(_ error: ImportError) -> String
}

extension Language {
    var imports: any ImportText {
        switch self {
        case .ru: ImportRussian()
        case .en: ImportEnglish()
        }
    }
}

extension ImportError {
    public func words(in language: Language) -> String { language.imports.error(self) }
}

extension ImportProgress.Step {
    public func words(in language: Language) -> String { language.imports.step(self) }
}
