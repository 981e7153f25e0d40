/// Which cell of a row holds which field. Misspelt names are told by their nearness, and said so in the report.
struct RosterColumns<Field: RosterField>: Sendable {
    private(set) var cells: [Field: Int] = [:]
    /// Fields as the file names them.
    private(set) var names: [Field: String] = [:]
    let file: String

    init(_ table: CSVTable, in dialect: OneRoster.Dialect, _ report: inout ImportReport) throws(Refusal) {
        file = table.file
        var strange: [(column: Int, name: String)] = []
        for (column, name) in table.header.enumerated() where !name.isEmpty {
            let folded = RosterName.folded(name)
            if let field = Self.field(folded), cells[field] == nil {
                (cells[field], names[field]) = (column, name)
            } else if RosterName.secrets.contains(folded) {
                report.add(Refusal(file: file, line: table.line, field: name, .column(.password), loses: .field))
            } else {
                strange.append((column, name))
            }
        }
        for (column, name) in strange { take(column, name, line: table.line, &report) }
        for field in Field.needed(in: dialect) where cells[field] == nil {
            throw Refusal(file: file, line: table.line, field: field.rawValue, .column(.missing), loses: .file)
        }
    }

    private static func field(_ folded: String) -> Field? {
        Field.allCases.first { $0.rawValue.lowercased() == folded } ?? Field.otherNames[folded]
    }

    /// A column of no known name: the one free field that it is nearest to, or none.
    private mutating func take(_ column: Int, _ name: String, line: Int, _ report: inout ImportReport) {
        let folded = RosterName.folded(name)
        let free = Field.allCases.filter { cells[$0] == nil }.map { $0.rawValue.lowercased() }
        let near = Self.isKnown(folded) ? nil : RosterName.nearest(to: folded, of: free + Field.file.unread + RosterName.secrets)
        if let near, let field = Self.field(near) {
            (cells[field], names[field]) = (column, name)
            report.add(Refusal(file: file, line: line, field: field.rawValue, .column(.misspelt), value: name, loses: .nothing))
        } else if let near, RosterName.secrets.contains(near) {
            report.add(Refusal(file: file, line: line, field: name, .column(.password), loses: .field))
        } else {
            report.add(Refusal(file: file, line: line, field: name, .column(.notRead), loses: .field))
        }
    }

    private static func isKnown(_ folded: String) -> Bool { field(folded) != nil || Field.file.unread.contains(folded) }
}

/// How columns' names are compared.
enum RosterName {
    /// Names of columns whose content must not be kept.
    static let secrets: Set<String> = ["password", "passwd", "pwd", "pass", "пароль"]

    /// In small letters, without the marks that divide words.
    static func folded(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// The one name that differs by a slip of the pen: one letter in names of five to seven letters, two in longer ones.
    static func nearest(to name: String, of others: [String]) -> String? {
        let slips = others.map { (name: $0, distance: distance($0, name)) }.filter { $0.distance <= ($0.name.count < 5 ? 0 : $0.name.count < 8 ? 1 : 2) }
        guard let best = slips.min(by: { $0.distance < $1.distance }) else { return nil }
        return slips.count { $0.distance == best.distance } == 1 ? best.name : nil
    }

    /// Letters to add, drop or change to come from one to the other; more than two is not counted out.
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a), b = Array(b)
        guard abs(a.count - b.count) <= 2 else { return 3 }
        var last = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            for j in b.indices { next.append(min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, next[j] + 1)) }
            last = next
        }
        return last[b.count]
    }
}
