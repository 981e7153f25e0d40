import Markup

/// Marks within a line: `*bold*`, `_slanted_`, `` `code` ``. A mark counts only at the edges of words, so that 2*3*4 and file_name_1 stay as they are.
enum Emphasis {
    /// `plain` writes what has no marks.
    static func html(_ text: Substring, plain: (Substring) -> HTML) -> HTML {
        guard let found = first(in: text) else { return plain(text) }
        let (before, inside, after) = (text[..<found.opens], text[text.index(after: found.opens)..<found.closes], text[text.index(after: found.closes)...])
        let marked: HTML =
            switch text[found.opens] {
            case "*": "<b>\(html(inside, plain: plain))</b>"
            case "_": "<em>\(html(inside, plain: plain))</em>"
            default: "<code>\(String(inside))</code>"
            }
        return "\(plain(before))\(marked)\(html(after, plain: plain))"
    }

    private static func first(in text: Substring) -> (opens: Substring.Index, closes: Substring.Index)? {
        var place = text.startIndex
        while let opens = text[place...].firstIndex(where: { "*_`".contains($0) }) {
            if isEdge(text[..<opens].last), let closes = closing(text[opens], after: opens, in: text) { return (opens, closes) }
            place = text.index(after: opens)
        }
        return nil
    }

    /// On the same line, after something that is no space, before the edge of a word.
    private static func closing(_ mark: Character, after opens: Substring.Index, in text: Substring) -> Substring.Index? {
        let start = text.index(after: opens)
        guard start < text.endIndex, !text[start].isWhitespace, text[start] != mark else { return nil }
        var place = text.index(after: start)
        while place < text.endIndex, text[place] != "\n" {
            if text[place] == mark, !text[text.index(before: place)].isWhitespace, isEdge(text[text.index(after: place)...].first) { return place }
            place = text.index(after: place)
        }
        return nil
    }

    private static func isEdge(_ character: Character?) -> Bool { character.map { !$0.isLetter && !$0.isNumber } ?? true }
}
