/// Something in a file of others that was not taken as it is written: where it stands, what is wrong, and what is lost by it.
///
/// It holds no words for people; those are in `InterchangeText`.
public struct Refusal: Error, Hashable, Sendable {
    /// What the import goes without because of the flaw.
    public enum Loss: String, Sendable, CaseIterable {
        /// The thing was read all the same, but otherwise than it is written: people should know.
        case nothing
        /// The field is left empty, the rest of the row is taken.
        case field
        /// The row is not taken.
        case row
        /// Nothing of the file is taken.
        case file
    }

    /// As the folder or archive names it.
    public let file: String
    /// The line of the file on which the row begins, counted from 1.
    public let line: Int?
    /// The column or element, as the file names it.
    public let field: String?
    public let code: Code
    /// What stands there: one line, at most 80 characters.
    public let value: String
    public let loss: Loss

    public init(file: String, line: Int? = nil, field: String? = nil, _ code: Code, value: String = "", loses loss: Loss) {
        self.file = Self.shown(file)
        self.line = line
        self.field = field.map(Self.shown)
        self.code = code
        self.value = Self.shown(value)
        self.loss = loss
    }

    /// The value may come from anyone and is printed on terminals too: no control characters, no reversed writing, not long.
    static func shown(_ value: String) -> String {
        // Nearly all of them, and there may be millions.
        if value.utf8.count <= longest, value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return value }
        let clean = String(String.UnicodeScalarView(value.unicodeScalars.prefix(longest + 1).map { isPlain($0) ? $0 : " " }))
        let fits = clean.unicodeScalars.count <= longest && clean.count <= longest
        return fits ? clean : String(String.UnicodeScalarView(clean.unicodeScalars.prefix(longest - 1))) + "…"
    }

    static let longest = 80

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
