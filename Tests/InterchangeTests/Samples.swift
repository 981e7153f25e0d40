import Foundation
import Interchange

/// Small deliveries made up for one flaw each.
enum Samples {
    static let orgs = "sourcedId,status,name,type,parentSourcedId\no1,,Школа № 5,school,\n"
    static let users = "sourcedId,givenName,familyName\nu1,Вера,Ким\nu2,Пётр,Ильин\nu3,Ольга,Ильина\n"
    static let classes = "sourcedId,title,schoolSourcedId\nc1,Алгебра 7А,o1\n"

    /// A roster of these files; the ones not given are good and small.
    static func roster(_ files: [String: String]) throws -> OneRosterBundle {
        let good = ["orgs.csv": orgs, "users.csv": users, "classes.csv": classes]
        let all = good.merging(files) { $1 }
        return OneRosterBundle(reading: try ImportFiles(all.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }))
    }

    static func table(_ text: String) throws -> (rows: [[String]], report: ImportReport) { try table(Array(text.utf8)) }

    static func table(_ bytes: [UInt8]) throws -> (rows: [[String]], report: ImportReport) {
        var report = ImportReport()
        let table = try CSVTable(bytes, file: "t.csv", report: &report)
        return ([table.header] + (try table.rows(&report)).map(\.cells), report)
    }

    static func timetable(_ inside: String) -> FETTimetable {
        FETTimetable(reading: Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<fet version=\"6.1.1\">\n\(inside)\n</fet>\n".utf8), file: "t.fet")
    }

    /// A folder of its own for a test, gone afterwards.
    static func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("interchange-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}

extension ImportReport {
    /// In short: `users.csv:2 email row.unknown-value`.
    var lines: [String] {
        refusals.map { [$0.file + ($0.line.map { ":\($0)" } ?? ""), $0.field, $0.code.text].compactMap(\.self).joined(separator: " ") }
    }
}

/// Random numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
