import Interchange
import Kernel

extension ImportOutcome {
    /// The report for people: a table of what was done, what was not taken, and what was taken otherwise than written.
    public func words(in language: Language) -> String {
        let text = language.imports
        let parts = [isDryRun ? text.dryTitle(source) : text.title(source), table(text), report.words(in: language)]
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func table(_ text: any ImportText) -> String {
        let head = ["", text.added, text.changed, text.unchanged, text.ended, text.refused]
        let rows = ImportKind.shown.filter { !self[$0].isEmpty }.map { kind in
            let counts = self[kind]
            return [text.kind(kind)] + [counts.added, counts.changed, counts.unchanged, counts.ended, counts.refused].map(String.init)
        }
        let table = [head] + rows
        let widths = head.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
        return table.map { row in
            row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + space : space + row[column]
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

extension ImportReport {
    /// What was not taken, then what was taken otherwise than it is written.
    public func words(in language: Language) -> String {
        let text = language.imports
        var lines: [String] = []
        if !losses.isEmpty {
            lines.append(text.losses(count { $1 == .row || $1 == .file }))
            lines += losses.map { "  " + $0.words(in: language) }
        }
        if !notes.isEmpty {
            lines.append(text.notes(count { $1 == .nothing || $1 == .field }))
            lines += notes.map { "  " + $0.words(in: language) }
        }
        if unlisted > 0 { lines.append("  " + language.interchange.more(unlisted)) }
        return lines.isEmpty ? text.noRemarks : lines.joined(separator: "\n")
    }
}
