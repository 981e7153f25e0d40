import Foundation
import Interchange
import Testing

@Suite struct CSVTableTests {
    @Test("a table is read whatever its line ends, with or without a mark of order", arguments: ["\r\n", "\n", "\r"], ["", "\u{FEFF}"])
    func lineEnds(_ end: String, _ mark: String) throws {
        let (rows, report) = try Samples.table(mark + ["id,name", "1,Ким", "", "2,\"Ильин, Пётр\"", ""].joined(separator: end))
        #expect(rows == [["id", "name"], ["1", "Ким"], ["2", "Ильин, Пётр"]])
        #expect(report.refusals.isEmpty)
    }

    @Test("quotes hold commas, line ends and quotes, and lines are still those of the file")
    func quotes() throws {
        var report = ImportReport()
        let table = try CSVTable(Array("a,b\r\n\"1\r\n2\n3\",\"say \"\"hi\"\"\"\r\nx,y\r\n1,2,3\r\n".utf8), file: "t.csv", report: &report)
        let rows = try table.rows(&report)
        #expect(rows.map(\.cells) == [["1\r\n2\n3", "say \"hi\""], ["x", "y"]])
        #expect(rows.map(\.line) == [2, 5])
        #expect(report.lines == ["t.csv:6 row.ragged"])
    }

    @Test(
        "a flawed row is refused by its line and the others are taken",
        arguments: [
            ("1", "row.ragged"), ("1,2,3", "row.ragged"), ("\"1\"x,2", "row.broken-quote"), ("1,\"2", "row.open-quote"), ("1,\u{0}", "row.control-character"),
            ("1,\u{1B}[31m", "row.control-character"),
            ("1,\(String(repeating: "x", count: 70_000))", "row.too-long"),
        ])
    func flawedRow(_ row: String, _ code: String) throws {
        let (rows, report) = try Samples.table("a,b\n0,0\n\(row)\n")
        #expect(rows == [["a", "b"], ["0", "0"]])
        #expect(report.lines == ["t.csv:3 \(code)"])
    }

    @Test("empty cells beyond the header are no flaw, and the header's own empty end is named once")
    func emptyEnd() throws {
        let (rows, report) = try Samples.table("a,b,,\n1,2\n3,4,,\n5,6, ,,,\n")
        #expect(rows == [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]])
        #expect(report.lines == ["t.csv:1 column.unnamed"])
    }

    @Test(
        "a table that cannot be understood is refused as a whole",
        arguments: [
            ("", "file.empty"), ("\n\n", "file.empty"), (",,\n1,2,3\n", "file.empty"), ("a,A\n1,2\n", "column.duplicate"), ("a,\"b\n1,2\n", "row.open-quote"),
            ((0...300).map(String.init).joined(separator: ","), "file.too-many"),
        ])
    func refusedFile(_ text: String, _ code: String) throws {
        let refusal = #expect(throws: Refusal.self) { try Samples.table(text) }
        #expect(refusal?.code.text == code && refusal?.loss == .file)
    }

    @Test("semicolons and tabs are told by the header and named", arguments: [";", "\t"])
    func delimiter(_ mark: String) throws {
        let (rows, report) = try Samples.table("a\(mark)b\n1,5\(mark)2\n")
        #expect(rows == [["a", "b"], ["1,5", "2"]])
        #expect(report.lines == ["t.csv file.delimiter"])
    }

    @Test("plainly Russian windows-1251 is read and named")
    func windows1251() throws {
        let text = "id,name\n1,Ёлкина Мария\n2,ШКОЛА № 5 «Юность» — корпус\n"
        let (rows, report) = try Samples.table(Encodings.windows1251(text))
        #expect(rows == [["id", "name"], ["1", "Ёлкина Мария"], ["2", "ШКОЛА № 5 «Юность» — корпус"]])
        #expect(report.lines == ["t.csv file.windows-1251"])
    }

    @Test("other encodings are refused, not guessed", arguments: Encodings.others)
    func otherEncodings(_ bytes: [UInt8]) throws {
        let refusal = #expect(throws: Refusal.self) { try Samples.table(bytes) }
        #expect(refusal?.code.text == "file.not-text")
    }

    @Test("what is written is read back unchanged", arguments: 0..<200)
    func roundTrip(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        let letters: [Character] = ["a", "Ж", "ё", ",", ";", "\"", "\n", "\r", "\r\n", "\t", " ", "'", "=", "👩‍👩‍👧", "e\u{301}", "0"]
        let width = Int.random(in: 1...6, using: &dice)
        let rows = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
            (0..<width).map { _ in String((0..<Int.random(in: 0...9, using: &dice)).compactMap { _ in letters.randomElement(using: &dice) }) }
        }
        let header = (0..<width).map { "column\($0)" }
        let (read, report) = try Samples.table(CSVWriter.text([header] + rows))
        #expect(read == [header] + rows)
        #expect(report.refusals.isEmpty)
    }

    @Test("a spoilt file does not fill the report, but every flaw is counted")
    func manyFlaws() throws {
        let (_, report) = try Samples.table("a,b\n" + String(repeating: "1\n", count: 2_000))
        #expect(report.refusals.count == ImportReport.mostOfAKind && report.count() == 2_000 && report.unlisted == 2_000 - ImportReport.mostOfAKind)
    }
}

enum Encodings {
    static func windows1251(_ text: String) -> [UInt8] { text.data(using: .windowsCP1251).map { [UInt8]($0) } ?? [] }
    static let others: [[UInt8]] = [
        [UInt8]("id,name\n1,Andr\u{E9} Fran\u{E7}ois\n2,Ren\u{E9}e\n".data(using: .isoLatin1) ?? Data()),
        [UInt8]("id,name\n1,Ким\n".data(using: .utf16LittleEndian) ?? Data()),
        [0xFF, 0xFE] + [UInt8]("id,name\n1,Ким\n".data(using: .utf16LittleEndian) ?? Data()),
        koi8, dos, Array("id,name\n1,".utf8) + [0xD0],
    ]
    /// «Иванова Мария» in KOI8-R and in DOS's own letters.
    static let koi8: [UInt8] = Array("id,name\n1,".utf8) + [0xE9, 0xD7, 0xC1, 0xCE, 0xCF, 0xD7, 0xC1, 0x20, 0xED, 0xC1, 0xD2, 0xC9, 0xD1, 0x0A]
    static let dos: [UInt8] = Array("id,name\n1,".utf8) + [0x88, 0xA2, 0xA0, 0xAD, 0xAE, 0xA2, 0xA0, 0x20, 0x8C, 0xA0, 0xE0, 0xA8, 0xEF, 0x0A]
}
