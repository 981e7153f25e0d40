import Markup

/// Marks within a line: `*bold*`, `_slanted_`, `` `code` ``, `$$formula in TeX$$`. A mark of one sign counts only at the edges of words, so
/// that 2*3*4 and file_name_1 stay as they are.
enum Emphasis {
    /// `plain` writes what has no marks.
    static func html(_ text: Substring, plain: (Substring) -> HTML) -> HTML {
        guard let (opens, closes) = first(in: text) else { return plain(text) }
        let (before, inside, after) = (text[..<opens.lowerBound], text[opens.upperBound..<closes.lowerBound], text[closes.upperBound...])
        let marked: HTML =
            switch text[opens] {
            case "*": "<b>\(html(inside, plain: plain))</b>"
            case "_": "<em>\(html(inside, plain: plain))</em>"
            case formula: #"<code data-tex="line">\#(String(inside))</code>"#
            default: "<code>\(String(inside))</code>"
            }
        return "\(plain(before))\(marked)\(html(after, plain: plain))"
    }

    private typealias Mark = Range<Substring.Index>
    private static let formula: Substring = "$$"

    private static func first(in text: Substring) -> (opens: Mark, closes: Mark)? {
        var place = text.startIndex
        while let opens = text[place...].firstIndex(where: { "*_`$".contains($0) }) {
            if text[opens...].hasPrefix(formula) {
                let mark = opens..<text.index(opens, offsetBy: formula.count)
                if let closes = closing(formulaAfter: mark.upperBound, in: text) { return (mark, closes) }
                place = text[opens...].firstIndex { $0 != "$" } ?? text.endIndex
                continue
            }
            if isEdge(text[..<opens].last), let closes = closing(text[opens], after: opens, in: text) {
                return (opens..<text.index(after: opens), closes..<text.index(after: closes))
            }
            place = text.index(after: opens)
        }
        return nil
    }

    /// On the same line, with something between.
    private static func closing(formulaAfter start: Substring.Index, in text: Substring) -> Mark? {
        var place = start
        while place < text.endIndex, text[place] != "\n" {
            if text[place...].hasPrefix(formula) {
                return text[start..<place].allSatisfy(\.isWhitespace) ? nil : place..<text.index(place, offsetBy: formula.count)
            }
            place = text.index(after: place)
        }
        return nil
    }

    /// On the same line, after something that is no space, before the edge of a word.
    private static func closing(_ mark: Character, after opens: Substring.Index, in text: Substring) -> Substring.Index? {
        let start = text.index(after: opens)
        guard mark != "$", start < text.endIndex, !text[start].isWhitespace, text[start] != mark else { return nil }
        var place = text.index(after: start)
        while place < text.endIndex, text[place] != "\n" {
            if text[place] == mark, !text[text.index(before: place)].isWhitespace, isEdge(text[text.index(after: place)...].first) { return place }
            place = text.index(after: place)
        }
        return nil
    }

    private static func isEdge(_ character: Character?) -> Bool { character.map { !$0.isLetter && !$0.isNumber } ?? true }
}
