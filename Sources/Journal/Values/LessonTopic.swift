import Kernel

/// What a lesson was about (REQUIREMENTS E10).
public struct LessonTopic: Hashable, Sendable {
    /// In UTF-16 units, as a browser counts what is typed into a field.
    public static let longest = 500
    public let text: String

    /// One line: breaks become spaces. What is blank is no topic.
    /// - Throws: `Denial.invalid` of the field `topic` for a text that is too long.
    public init?(_ typed: String) throws {
        let line = WrittenText.clean(typed).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { return nil }
        guard line.utf16.count <= Self.longest else { throw Denial.invalid(field: "topic", .topicTooLong) }
        text = line
    }
    /// As the database has it: it was checked when it was written.
    init(kept text: String) { self.text = text }
}
