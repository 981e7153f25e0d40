import Kernel

/// What was given to do at home.
public struct Homework: Hashable, Sendable {
    public let text: Text
    /// The day of the course's next lesson; `nil` where none is dated yet.
    public let due: Day?

    /// A few lines of text; it cannot be blank.
    public struct Text: Hashable, Sendable {
        /// In UTF-16 units, as a browser counts what is typed into a field.
        public static let longest = 4000
        public let text: String

        /// Lines are kept, blanks around the whole are not. What is blank is no homework.
        /// - Throws: `Denial.invalid` of the field `homework` for a text that is too long.
        public init?(_ typed: String) throws {
            let trimmed = WrittenText.trimmed(WrittenText.clean(typed))
            guard !trimmed.isEmpty else { return nil }
            guard trimmed.utf16.count <= Self.longest else { throw Denial.invalid(field: "homework", .homeworkTooLong) }
            text = trimmed
        }
        /// As the database has it: it was checked when it was written.
        init(kept text: String) { self.text = text }
    }
}

/// What people type, without what no database and no page wants: control characters, and line breaks of three kinds.
enum WrittenText {
    static func clean(_ typed: String) -> String {
        var kept = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in typed.unicodeScalars {
            if scalar == "\r" || (scalar == "\n" && !isAfterReturn) {
                kept.append("\n")
            } else if scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0x7F) {
                kept.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(kept)
    }

    static func trimmed(_ text: String) -> String {
        let tail = text.drop { $0.isWhitespace }
        guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(tail[...last])
    }
}
