/// Short conversations as they are held in a school's chats. One line, one message: `a: text`, where the letter stands for a speaker
/// (`t` the class teacher, `s` a subject teacher, `h` the director, `d` a deputy, `a`–`f` pupils, guardians or colleagues).
/// `{t}`, `{s}` … are replaced by how that speaker is addressed, `{class}` by the class's name.
struct Talk: Sendable {
    struct Line: Sendable {
        let speaker: Character
        let text: String
    }
    let lines: [Line]

    static func parse(_ text: String) -> [Talk] {
        text.split(separator: "\n\n").map { block in
            Talk(
                lines: block.split(separator: "\n").compactMap { line in
                    guard let speaker = line.first, line.dropFirst().hasPrefix(": ") else { return nil }
                    return Line(speaker: speaker, text: String(line.dropFirst(3)))
                })
        }
    }
}
