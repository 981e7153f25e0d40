/// Writes rows that `CSVTable` and spreadsheets read back unchanged: RFC 4180, CRLF, quotes where they are needed.
public enum CSVWriter {
    public static func text(_ rows: [[String]]) -> String {
        rows.map { cells in (cells == [""] ? "\"\"" : cells.map(cell).joined(separator: ",")) + "\r\n" }.joined()
    }

    private static func cell(_ text: String) -> String {
        let isPlain = !text.unicodeScalars.contains { [",", "\"", "\n", "\r", ";", "\t"].contains($0) }
        return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
