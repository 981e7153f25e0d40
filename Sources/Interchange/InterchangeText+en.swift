import Kernel

struct InterchangeEnglish: InterchangeText {
    func file(_ flaw: FileFlaw) -> String {
        switch flaw {
        case .missing: "there is no such file"
        case .unlisted: "the file is there, but manifest.csv does not name it"
        case .notRead: "such files are not read"
        case .otherContent: "its columns are those of this file; check that the files are not mixed up"
        case .tooLarge: "the file is too large"
        case .tooMany: "there are too many entries"
        case .sameName: "there is a file of this name already"
        case .unsafeName: "the file’s name leads out of its folder"
        case .encrypted: "the file has a password; save the archive without one"
        case .compression: "the file is packed in an unknown way; save the archive as an ordinary ZIP"
        case .damaged: "the file is damaged or cannot be opened"
        case .notArchive: "this is not a ZIP archive"
        case .notText: "unknown encoding; save the file as UTF-8"
        case .windows1251: "the file was read as windows-1251; check that the names are right"
        case .delimiter: "the cells are divided by this character and not by a comma; read so"
        case .empty: "the file is empty"
        }
    }

    func column(_ flaw: ColumnFlaw) -> String {
        switch flaw {
        case .missing: "a required column is missing"
        case .duplicate: "the column is named twice"
        case .unnamed: "the column has no name"
        case .misspelt: "the column’s name looks misspelt; it was read as this field"
        case .notRead: "such a column is not read"
        case .password: "passwords of other systems are not taken over"
        }
    }

    func row(_ flaw: RowFlaw) -> String {
        switch flaw {
        case .ragged: "the number of cells differs from the header’s"
        case .openQuote: "a quote is opened and never closed"
        case .brokenQuote: "text stands after a closing quote"
        case .controlCharacter: "the text holds an invisible character that is not allowed"
        case .tooLong: "a cell’s text is too long"
        case .requiredEmpty: "a required field is empty"
        case .unknownValue: "the list has no such value"
        case .invalidNumber: "a number is wanted here"
        case .invalidDate: "there is no such date; write it as 2026-09-01"
        case .ambiguousDate: "it is unclear which is the day and which the month; write the date as 2026-09-01"
        case .endsBeforeItBegins: "the end is before the beginning"
        case .duplicate: "there was such an entry already, the first is taken"
        case .unknownReference: "the files have no such entry"
        case .deletedReference: "this entry is deleted"
        case .referenceElsewhere: "the files hold only changes, and this entry is not among them; it will be looked for in the database"
        case .cyclicParent: "the parents form a ring"
        case .guardianUnclear: "the roles do not show who is whose guardian"
        case .notGuardian: "this is neither a parent nor a guardian"
        }
    }

    func timetable(_ flaw: TimetableFlaw) -> String {
        switch flaw {
        case .malformed: "the file is cut short or damaged: it is not XML"
        case .notFET: "this is not a FET timetable"
        case .documentType: "the file declares a document type; FET timetables have none"
        case .dayUnknown: "the weekday is not recognised"
        case .dayByPosition: "the weekday was told by its place in the list; please check"
        case .hourUnknown: "neither a time nor a lesson’s number is recognised"
        case .countDiffers: "another number of entries is announced than the list has"
        }
    }

    func loss(_ loss: Refusal.Loss) -> String {
        switch loss {
        case .nothing: ""
        case .field: "The field is left empty."
        case .row: "The entry is not taken."
        case .file: "The file is not taken."
        }
    }

    func place(file: String, line: Int?, field: String?) -> String {
        file + (line.map { ", line \($0)" } ?? "") + (field.map { ", field \($0)" } ?? "")
    }

    func quoted(_ value: String) -> String { "“\(value)”" }
    func taken(_ taken: Int, of rows: Int) -> String { "\(rows) " + english(rows, one: "entry", other: "entries") + ", \(taken) taken" }
    func more(_ count: Int) -> String { "and \(count) more " + english(count, one: "remark", other: "remarks") }
}
