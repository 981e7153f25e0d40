/// A row of a roster's file, asked by field. What is required throws; what is not is left empty and named in the report.
struct RosterRow<Field: RosterField> {
    let columns: RosterColumns<Field>
    let row: CSVTable.Row

    var origin: OneRoster.Origin { OneRoster.Origin(file: columns.file, line: row.line) }
    var isBlank: Bool { row.cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

    func refusal(_ field: Field, _ flaw: RowFlaw, _ value: String, loses loss: Refusal.Loss) -> Refusal {
        Refusal(file: columns.file, line: row.line, field: columns.names[field] ?? field.rawValue, .row(flaw), value: value, loses: loss)
    }

    /// Nil if the cell is empty or the file has no such column.
    subscript(field: Field) -> String? {
        guard let cell = columns.cells[field], row.cells.indices.contains(cell) else { return nil }
        let text = row.cells[cell].trimmed
        return text.isEmpty ? nil : text
    }

    func required(_ field: Field) throws(Refusal) -> String {
        guard let text = self[field] else { throw refusal(field, .requiredEmpty, "", loses: .row) }
        return text
    }

    func id<Named>(_ field: Field) throws(Refusal) -> OneRoster.SourcedID<Named> { OneRoster.SourcedID(try required(field)) }
    func reference<Named>(_ field: Field) -> OneRoster.SourcedID<Named>? { self[field].map { OneRoster.SourcedID($0) } }

    /// A cell with several values, divided by commas.
    func list(_ field: Field) -> [String] { (self[field] ?? "").split(separator: ",").map(\.trimmed).filter { !$0.isEmpty } }
    func references<Named>(_ field: Field) -> [OneRoster.SourcedID<Named>] { list(field).map { OneRoster.SourcedID($0) } }

    func listed<Words>(_ field: Field, _ report: inout ImportReport) -> OneRoster.Listed<Words>? {
        guard let text = self[field] else { return nil }
        let word = OneRoster.Listed<Words>(text)
        if case .unknown = word { report.add(refusal(field, .unknownValue, text, loses: .nothing)) }
        return word
    }

    /// An empty status means active. An unknown one is refused: whether to make or to delete must not be guessed.
    func status(_ field: Field) throws(Refusal) -> OneRoster.Status {
        guard let text = self[field] else { return .active }
        guard let status = OneRoster.Status(rawValue: text.lowercased()) else { throw refusal(field, .unknownValue, text, loses: .row) }
        return status
    }

    func date(_ field: Field, _ report: inout ImportReport) -> CalendarDate? {
        guard let text = self[field] else { return nil }
        do throws(RowFlaw) { return try CalendarDate(reading: text) } catch {
            report.add(refusal(field, error, text, loses: .field))
            return nil
        }
    }

    func requiredDate(_ field: Field) throws(Refusal) -> CalendarDate {
        let text = try required(field)
        do throws(RowFlaw) { return try CalendarDate(reading: text) } catch { throw refusal(field, error, text, loses: .row) }
    }

    /// A beginning and an end that may both be absent; if they are the wrong way round, neither is believed.
    func period(_ begin: Field, _ end: Field, _ report: inout ImportReport) -> (begin: CalendarDate?, end: CalendarDate?) {
        let first = date(begin, &report), last = date(end, &report)
        guard let first, let last, last < first else { return (first, last) }
        report.add(refusal(end, .endsBeforeItBegins, last.description, loses: .field))
        return (nil, nil)
    }

    func flag(_ field: Field, _ report: inout ImportReport) -> Bool? {
        guard let text = self[field] else { return nil }
        switch text.lowercased() {
        case "true", "1", "yes": return true
        case "false", "0", "no": return false
        default:
            report.add(refusal(field, .unknownValue, text, loses: .field))
            return nil
        }
    }
}
