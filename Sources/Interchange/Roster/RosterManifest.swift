/// What a OneRoster delivery says of itself: its version and which files it has.
public struct RosterManifest: Hashable, Sendable {
    public enum Mode: String, Sendable, CaseIterable {
        /// All there is.
        case bulk
        /// Only what has changed.
        case delta
        case absent
    }
    struct Listing: Hashable, Sendable { let name: String, line: Int, mode: Mode? }

    static let file = "manifest.csv"

    /// `1.1` or `1.2`, as written.
    public private(set) var version: String?
    /// By the file's name in small letters, e.g. `users.csv`.
    private(set) var listings: [String: Listing] = [:]

    public func mode(of file: String) -> Mode? { listings[file.lowercased()]?.mode }

    init(_ table: CSVTable, _ report: inout ImportReport) throws(Refusal) {
        guard table.header.count >= 2 else { throw Refusal(file: table.file, line: table.line, field: "value", .column(.missing), loses: .file) }
        for row in try table.rows(&report) {
            let property = row.cells[0].trimmed, value = row.cells[1].trimmed
            if property.lowercased() == "oneroster.version" { version = value.isEmpty ? nil : value }
            guard property.lowercased().hasPrefix("file.") else { continue }
            let mode = Mode(rawValue: value.lowercased())
            if mode == nil, !value.isEmpty {
                report.add(Refusal(file: table.file, line: row.line, field: property, .row(.unknownValue), value: value, loses: .field))
            }
            let name = property.dropFirst("file.".count) + ".csv"
            listings[name.lowercased()] = Listing(name: String(name), line: row.line, mode: mode)
        }
    }

    /// What is promised and not there, and what is there and not promised.
    func compare(with files: ImportFiles, _ report: inout ImportReport) {
        for listing in listings.values.sorted(by: { $0.line < $1.line }) where listing.mode == .bulk || listing.mode == .delta {
            if files.name(like: listing.name) == nil { report.add(Refusal(file: listing.name, .file(.missing), loses: .file)) }
        }
        for name in files.names where name.lowercased() != Self.file && name.lowercased().hasSuffix(".csv") {
            let mode = mode(of: name)
            if mode == nil || mode == .absent { report.add(Refusal(file: name, .file(.unlisted), loses: .nothing)) }
        }
    }
}
