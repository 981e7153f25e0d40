/// A message's text cut into what stands under one another. Whatever is typed is one of these: there is no wrong message.
enum Block: Hashable, Sendable {
    case words(String)
    /// Lines that began with `- ` or `* `, without that.
    case list([String])
    /// Lines between two lines of three backticks.
    case code(String)
    /// A line of its own between two pairs of dollar signs, or the lines between two such lines: a formula in TeX.
    case formula(String)

    static func all(of text: String) -> [Block] {
        var blocks: [Block] = [], lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while let line = lines.first {
            if line == "```", let end = lines.dropFirst().firstIndex(of: "```") {
                blocks.append(.code(lines[(lines.startIndex + 1)..<end].joined(separator: "\n")))
                lines = lines[(end + 1)...]
            } else if line == "$$", let end = lines.dropFirst().firstIndex(of: "$$") {
                blocks.append(.formula(lines[(lines.startIndex + 1)..<end].joined(separator: "\n")))
                lines = lines[(end + 1)...]
            } else if let tex = formula(line) {
                blocks.append(.formula(tex))
                lines = lines.dropFirst()
            } else if item(line) != nil {
                let items = lines.prefix { item($0) != nil }
                blocks.append(.list(items.compactMap(item)))
                lines = lines.dropFirst(items.count)
            } else {
                blocks.append(words: line)
                lines = lines.dropFirst()
            }
        }
        return blocks
    }

    private static func formula(_ line: Substring) -> String? {
        guard line.count > 4, line.hasPrefix("$$"), line.hasSuffix("$$") else { return nil }
        let tex = line.dropFirst(2).dropLast(2)
        return tex.contains("$$") || tex.allSatisfy(\.isWhitespace) ? nil : String(tex)
    }

    private static func item(_ line: Substring) -> String? {
        guard line.hasPrefix("- ") || line.hasPrefix("* ") else { return nil }
        let words = line.dropFirst(2).drop { $0 == " " }
        return words.isEmpty ? nil : String(words)
    }
}

extension [Block] {
    /// Lines of words that follow one another are one paragraph.
    fileprivate mutating func append(words line: Substring) {
        if case .words(let text)? = last { self[count - 1] = .words(text + "\n" + line) } else { append(.words(String(line))) }
    }
}
