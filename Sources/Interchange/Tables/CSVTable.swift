/// A table of a file of others: a header and rows, with every flaw named by its line.
public struct CSVTable: Sendable {
    public struct Row: Hashable, Sendable {
        /// The line of the file on which the row begins, from 1.
        public let line: Int
        /// As many as the header has.
        public let cells: [String]
    }

    /// More than the rosters of a large region's biggest delivery have.
    public static let mostRows = 1_000_000
    static let mostColumns = 200

    public let file: String
    /// The columns' names, trimmed; an inner one may be empty, the last is not.
    public let header: [String]
    /// Where the header stands.
    public let line: Int
    private let records: CSVRecords

    /// Throws if nothing of the file can be taken; lesser flaws go to the report.
    public init(_ bytes: [UInt8], file: String, report: inout ImportReport) throws(Refusal) {
        guard let (text, encoding) = TextBytes.decoded(bytes) else { throw Refusal(file: file, .file(.notText), loses: .file) }
        if encoding == .windows1251 { report.add(Refusal(file: file, .file(.windows1251), loses: .nothing)) }
        let delimiter = Self.delimiter(of: text)
        if delimiter != "," { report.add(Refusal(file: file, .file(.delimiter), value: delimiter == "\t" ? "Tab" : "\(delimiter)", loses: .nothing)) }
        var records = CSVRecords(text, delimiter: UInt8(ascii: delimiter))
        guard let first = records.next() else { throw Refusal(file: file, .file(.empty), loses: .file) }
        if let flaw = first.flaw { throw Refusal(file: file, line: first.line, .row(flaw), loses: .file) }
        (self.file, self.line, self.records) = (file, first.line, records)
        header = try Self.header(first, file: file, report: &report)
    }

    /// Every good row in turn; the others go to the report. The row itself is not shown there: a cell out of its place may be a password.
    /// Gives the number of all, good or not.
    @discardableResult
    public func forEachRow(_ report: inout ImportReport, _ body: (Row, inout ImportReport) -> Void) throws(Refusal) -> Int {
        var count = 0
        for record in records {
            count += 1
            guard count <= Self.mostRows else { throw Refusal(file: file, line: record.line, .file(.tooMany), value: "\(Self.mostRows)", loses: .file) }
            let extra = record.cells.dropFirst(header.count)
            let fits = record.cells.count >= header.count && extra.allSatisfy { $0.allSatisfy(\.isWhitespace) }
            if let flaw = record.flaw ?? (fits ? nil : .ragged) {
                report.add(Refusal(file: file, line: record.line, .row(flaw), loses: .row))
            } else {
                body(Row(line: record.line, cells: Array(record.cells.prefix(header.count))), &report)
            }
        }
        return count
    }

    /// All good rows at once, for small tables.
    public func rows(_ report: inout ImportReport) throws(Refusal) -> [Row] {
        var rows: [Row] = []
        try forEachRow(&report) { row, _ in rows.append(row) }
        return rows
    }

    private static func header(_ record: CSVRecords.Record, file: String, report: inout ImportReport) throws(Refusal) -> [String] {
        var names = record.cells.map(\.trimmed)
        let written = names.count
        while names.last == "" { names.removeLast() }
        guard !names.isEmpty else { throw Refusal(file: file, line: record.line, .file(.empty), loses: .file) }
        guard names.count <= mostColumns else { throw Refusal(file: file, line: record.line, .file(.tooMany), value: "\(names.count)", loses: .file) }
        if names.count < written || names.contains("") { report.add(Refusal(file: file, line: record.line, .column(.unnamed), loses: .nothing)) }
        var seen: Set<String> = []
        for name in names where !name.isEmpty && !seen.insert(name.lowercased()).inserted {
            throw Refusal(file: file, line: record.line, field: name, .column(.duplicate), loses: .file)
        }
        return names
    }

    /// A comma; but spreadsheets in Russia write a semicolon, and a header with neither may be divided by tabs.
    private static func delimiter(of text: [UInt8]) -> Unicode.Scalar {
        let start = text.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let first = start.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return [",", ";", "\t"].first { (mark: Unicode.Scalar) in first.contains(UInt8(ascii: mark)) } ?? ","
    }
}

extension StringProtocol {
    /// Without the white space at both ends, unbreakable too.
    var trimmed: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest.drop(while: \.isWhitespace))
    }
}
