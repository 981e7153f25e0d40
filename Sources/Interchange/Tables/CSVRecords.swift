/// The records of a table's text, one by one, by RFC 4180; nothing is held but the record at hand.
///
/// Lines end in CRLF, LF or CR. Empty lines are no records. A quote inside an unquoted cell is an ordinary character.
struct CSVRecords: Sequence, IteratorProtocol {
    struct Record {
        /// The line of the file on which the record begins, from 1.
        let line: Int
        let cells: [String]
        let flaw: RowFlaw?
    }

    private static let quote = UInt8(ascii: "\""), lineFeed = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")
    /// Far above what any table has; the rest of a longer record is passed over.
    private static let mostCells = 1_000

    private static let longestCell = 64 << 10

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var at = 0
    private var line = 1
    private var flaw: RowFlaw?

    /// The text must be UTF-8.
    init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    mutating func next() -> Record? {
        while takeLineEnd() {}
        guard at < bytes.count else { return nil }
        let first = line
        var cells: [String] = []
        flaw = nil
        repeat {
            let cell = takeCell()
            if cells.count < Self.mostCells { cells.append(cell) } else { flaw = flaw ?? .ragged }
        } while takeDelimiter()
        _ = takeLineEnd()
        return Record(line: first, cells: cells, flaw: flaw)
    }

    private mutating func takeCell() -> String {
        guard at < bytes.count, bytes[at] == Self.quote else { return text(takePlain()) }
        var cell = takeQuoted()
        let rest = takePlain()
        if !rest.isEmpty { flaw = flaw ?? .brokenQuote; cell += rest }
        return text(cell[...])
    }

    private mutating func takePlain() -> ArraySlice<UInt8> {
        let start = at
        while at < bytes.count, bytes[at] != delimiter, bytes[at] != Self.lineFeed, bytes[at] != Self.carriageReturn { at += 1 }
        return bytes[start..<at]
    }

    private mutating func takeQuoted() -> [UInt8] {
        var cell: [UInt8] = []
        at += 1
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != Self.quote { if !takeLineEnd() { at += 1 } }
            cell += bytes[start..<at]
            guard at < bytes.count else { break }
            at += 1
            guard at < bytes.count, bytes[at] == Self.quote else { return cell }
            cell.append(Self.quote)
            at += 1
        }
        flaw = flaw ?? .openQuote
        return cell
    }

    private mutating func takeDelimiter() -> Bool {
        guard at < bytes.count, bytes[at] == delimiter else { return false }
        at += 1
        return true
    }

    private mutating func takeLineEnd() -> Bool {
        guard at < bytes.count, bytes[at] == Self.lineFeed || bytes[at] == Self.carriageReturn else { return false }
        at += bytes[at] == Self.carriageReturn && at + 1 < bytes.count && bytes[at + 1] == Self.lineFeed ? 2 : 1
        line += 1
        return true
    }

    private mutating func text(_ cell: ArraySlice<UInt8>) -> String {
        if cell.contains(where: { $0 < 0x20 && $0 != Self.lineFeed && $0 != Self.carriageReturn && $0 != UInt8(ascii: "\t") }) {
            flaw = flaw ?? .controlCharacter
        }
        guard cell.count <= Self.longestCell else { flaw = flaw ?? .tooLong; return "" }
        return String(decoding: cell, as: UTF8.self)
    }
}
