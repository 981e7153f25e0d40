import Kernel

/// Every word of an import's report. A flaw's words say what is wrong and, where it helps, what to do; the value stands before them.
public protocol InterchangeText: Sendable {
    func file(_ flaw: FileFlaw) -> String
    func column(_ flaw: ColumnFlaw) -> String
    func row(_ flaw: RowFlaw) -> String
    func timetable(_ flaw: TimetableFlaw) -> String
    func order(_ flaw: OrderFlaw) -> String
    /// What is lost by a flaw; ends the sentence.
    func loss(_ loss: Refusal.Loss) -> String
    /// Where it is: «users.csv, строка 3, поле email».
    func place(file: String, line: Int?, field: String?) -> String
    /// A value in the language's quotes.
    func quoted(_ value: String) -> String
    /// How much of a file was taken.
    func taken(_ taken: Int, of rows: Int) -> String
    /// Under a long list: how many more there are.
    func more(_ count: Int) -> String
}

extension Language {
    public var interchange: any InterchangeText {
        switch self {
        case .ru: InterchangeRussian()
        case .en: InterchangeEnglish()
        }
    }
}

extension Refusal {
    /// The whole in one line: «users.csv, строка 2, поле dateLastModified: «1/05/2023» — неясно, где день, а где месяц. Поле оставлено пустым.»
    public func words(in language: Language) -> String {
        let text = language.interchange
        let what = value.isEmpty ? code.words(in: text) : text.quoted(value) + " — " + code.words(in: text)
        let end = text.loss(loss)
        return text.place(file: file, line: line, field: field) + ": " + what + "." + (end.isEmpty ? "" : " " + end)
    }
}

extension Refusal.Code {
    func words(in text: any InterchangeText) -> String {
        switch self {
        case .file(let flaw): text.file(flaw)
        case .column(let flaw): text.column(flaw)
        case .row(let flaw): text.row(flaw)
        case .timetable(let flaw): text.timetable(flaw)
        case .order(let flaw): text.order(flaw)
        }
    }
}
