extension Refusal {
    /// The kind of a flaw. `text` is stable: programs may rely on it, and it never changes its meaning.
    public enum Code: Hashable, Sendable {
        case file(FileFlaw)
        case column(ColumnFlaw)
        case row(RowFlaw)
        case timetable(TimetableFlaw)
        case order(OrderFlaw)

        /// For programs, e.g. `row.unknown-reference`.
        public var text: String {
            switch self {
            case .file(let flaw): "file." + flaw.rawValue
            case .column(let flaw): "column." + flaw.rawValue
            case .row(let flaw): "row." + flaw.rawValue
            case .timetable(let flaw): "timetable." + flaw.rawValue
            case .order(let flaw): "order." + flaw.rawValue
            }
        }

        public static var all: [Code] {
            FileFlaw.allCases.map(Code.file) + ColumnFlaw.allCases.map(Code.column) + RowFlaw.allCases.map(Code.row)
                + TimetableFlaw.allCases.map(Code.timetable) + OrderFlaw.allCases.map(Code.order)
        }
    }
}

/// What may be wrong with a file as a whole.
public enum FileFlaw: String, Error, Sendable, CaseIterable {
    /// The manifest promises it, or nothing can be read without it.
    case missing
    /// It is there, but the manifest does not name it or says it is absent.
    case unlisted
    /// The product has no use for it.
    case notRead = "not-read"
    /// Its columns are those of another file, which is the value.
    case otherContent = "other-content"
    case tooLarge = "too-large"
    /// More files in an archive, rows in a table or elements in a tree than an honest one has.
    case tooMany = "too-many"
    /// Another file has the same name, letter case and folders aside.
    case sameName = "same-name"
    /// The name leads out of its folder.
    case unsafeName = "unsafe-name"
    case encrypted
    /// Packed by a method that is not read; only plain and deflated entries are.
    case compression
    case damaged
    case notArchive = "not-archive"
    /// Neither UTF-8 nor plainly Russian text in windows-1251.
    case notText = "not-text"
    case windows1251 = "windows-1251"
    /// The cells are divided not by a comma but by the value.
    case delimiter
    case empty
}

/// What may be wrong with a column.
public enum ColumnFlaw: String, Error, Sendable, CaseIterable {
    case missing
    case duplicate
    case unnamed
    /// The value is the name as written; the field is what it was taken for.
    case misspelt
    case notRead = "not-read"
    /// Passwords of other systems are never kept.
    case password
}

/// What may be wrong with a row of a table or a record of a timetable.
public enum RowFlaw: String, Error, Sendable, CaseIterable {
    /// More or fewer cells than the header has.
    case ragged
    case openQuote = "open-quote"
    /// Text stands after a closing quote.
    case brokenQuote = "broken-quote"
    /// An invisible character that no text holds.
    case controlCharacter = "control-character"
    /// No honest cell is that long.
    case tooLong = "too-long"
    case requiredEmpty = "required-empty"
    /// Not in the list of values that the field may have.
    case unknownValue = "unknown-value"
    case invalidNumber = "invalid-number"
    case invalidDate = "invalid-date"
    /// 1/05/2023 is the first of May or the fifth of January.
    case ambiguousDate = "ambiguous-date"
    case endsBeforeItBegins = "ends-before-it-begins"
    /// Said once already; the first is taken.
    case duplicate
    case unknownReference = "unknown-reference"
    case deletedReference = "deleted-reference"
    /// Not in these files, but they hold only changes: the database will be asked.
    case referenceElsewhere = "reference-elsewhere"
    case cyclicParent = "cyclic-parent"
    /// The two are related, but neither is a guardian by role, or both are: nobody's rights follow from it.
    case guardianUnclear = "guardian-unclear"
    /// Related, but not a guardian: a doctor, an aide.
    case notGuardian = "not-guardian"
}

/// What may be wrong with a timetable.
public enum TimetableFlaw: String, Error, Sendable, CaseIterable {
    case malformed
    case notFET = "not-fet"
    /// It declares a document type, which no timetable needs and attacks do.
    case documentType = "document-type"
    case dayUnknown = "day-unknown"
    /// The day's name says no weekday; its place in the list does.
    case dayByPosition = "day-by-position"
    case hourUnknown = "hour-unknown"
    /// A list announces another number of entries than it has.
    case countDiffers = "count-differs"
}
