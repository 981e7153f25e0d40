import Foundation
import Interchange
import Kernel
import WebCore

/// The adapter for any system that can write a table or JSON: columns `key`, `role`, `class`, `name`, the last two as one likes.
struct NeutralRoster: OutsideDiary {
    /// Bytes of the largest file, and its most accounts: a school of three thousand with two guardians each.
    static let largest = 4 << 20, mostAccounts = 20_000

    func entries(of file: UploadedFile, _ report: inout ImportReport) throws -> [OutsideEntry] {
        guard file.bytes.count <= Self.largest else { throw Refusal(file: file.name, .file(.tooLarge), loses: .file) }
        let first = file.bytes.first { !$0.isSpace && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        return try first == UInt8(ascii: "{") ? json(file, &report) : table(file, &report)
    }

    // MARK: The two forms

    private func table(_ file: UploadedFile, _ report: inout ImportReport) throws -> [OutsideEntry] {
        let table = try CSVTable(file.bytes, file: file.name, report: &report)
        let places = Dictionary(table.header.enumerated().map { ($1.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        guard let key = places["key"], let role = places["role"] else {
            throw Refusal(file: file.name, line: table.line, field: places["key"] == nil ? "key" : "role", .column(.missing), loses: .file)
        }
        var rows: [Cells] = []
        try table.forEachRow(&report) { row, _ in
            guard rows.count <= Self.mostAccounts else { return }
            func cell(_ place: Int?) -> String { place.map { row.cells[$0].trimmingCharacters(in: .whitespacesAndNewlines) } ?? "" }
            rows.append(Cells(line: row.line, key: cell(key), role: cell(role), schoolClass: cell(places["class"]), name: cell(places["name"])))
        }
        return try entries(rows, file.name, &report)
    }

    private struct Document: Decodable {
        struct Account: Decodable {
            let key: String, role: String, schoolClass: String?, name: String?
            enum CodingKeys: String, CodingKey { case key, role, schoolClass = "class", name }
        }
        let accounts: [Account]
    }

    private func json(_ file: UploadedFile, _ report: inout ImportReport) throws -> [OutsideEntry] {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(file.bytes)) else {
            throw Refusal(file: file.name, .file(.damaged), loses: .file)
        }
        let rows = document.accounts.prefix(Self.mostAccounts + 1).enumerated().map { place, account in
            Cells(line: place + 1, key: account.key, role: account.role, schoolClass: account.schoolClass ?? "", name: account.name ?? "")
        }
        return try entries(rows, file.name, &report)
    }

    // MARK: One account

    private struct Cells { let line: Int, key: String, role: String, schoolClass: String, name: String }

    private func entries(_ rows: [Cells], _ file: String, _ report: inout ImportReport) throws -> [OutsideEntry] {
        guard rows.count <= Self.mostAccounts else { throw Refusal(file: file, .file(.tooMany), value: "\(Self.mostAccounts)", loses: .file) }
        var seen = Set<OutsideKey>(), entries: [OutsideEntry] = []
        for row in rows {
            func refuse(_ field: String, _ flaw: RowFlaw) { report.add(Refusal(file: file, line: row.line, field: field, .row(flaw), loses: .row)) }
            // Neither a wrong key nor a name is shown: the one may be a login in clear, the other a child's.
            guard let key = OutsideKey(hex: row.key) else { refuse("key", row.key.isEmpty ? .requiredEmpty : .unknownValue); continue }
            guard let role = Self.role(row.role) else { refuse("role", row.role.isEmpty ? .requiredEmpty : .unknownValue); continue }
            guard Self.isPlain(row.schoolClass, 50) else { refuse("class", .unknownValue); continue }
            guard Self.isPlain(row.name, 200) else { refuse("name", .unknownValue); continue }
            guard seen.insert(key).inserted else { refuse("key", .duplicate); continue }
            entries.append(OutsideEntry(key: key, role: role, schoolClass: row.schoolClass, name: row.name))
        }
        return entries
    }

    private static func role(_ word: String) -> OutsideRole? { OutsideRole(rawValue: word.lowercased()) ?? RosterWord.role(word) }

    /// No formula of a spreadsheet, nothing unseen.
    private static func isPlain(_ text: String, _ most: Int) -> Bool {
        guard let first = text.unicodeScalars.first else { return true }
        return text.unicodeScalars.count <= most && !["=", "+", "-", "@", "\t"].contains(first)
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
                default: true
                }
            }
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
