import Foundation
import Kernel
import Markup

/// What a person has written: text, in which web addresses can be followed. Nobody but the server makes links of text.
enum BodyViews {
    /// The whole message: paragraphs, lists of lines that begin with `- `, code between lines of three backticks,
    /// formulas between pairs of dollar signs.
    static func blocks(_ body: String, naming mentions: [Message.Mention] = []) -> HTML {
        "\(each: Block.all(of: body), { Self.block($0, naming: mentions) })"
    }

    private static func block(_ block: Block, naming mentions: [Message.Mention]) -> HTML {
        switch block {
        case .words(let text): #"<p dir="auto">\#(Self.text(text, naming: mentions))</p>"#
        case .list(let lines): #"<ul dir="auto">\#(each: lines, { "<li>\(Self.text($0, naming: mentions))</li>" })</ul>"#
        case .formula(let tex): #"<p dir="ltr"><code data-tex="block">\#(tex)</code></p>"#
        case .code(let text): #"<pre dir="ltr"><code>\#(text)</code></pre>"#
        }
    }

    /// Words within a line.
    static func text(_ body: String, naming mentions: [Message.Mention] = []) -> HTML {
        "\(each: pieces(of: body), { piece in piece.link.map { link($0, String(piece.text)) } ?? Emphasis.html(piece.text) { naming(mentions, in: $0) } })"
    }

    /// Members who are named stand out; `data-person` tells each page which of them is its reader.
    private static func naming(_ mentions: [Message.Mention], in text: Substring) -> HTML {
        let first = mentions.compactMap { mention in text.range(of: mention.words).map { (mention, $0) } }.min { $0.1.lowerBound < $1.1.lowerBound }
        guard let (mention, range) = first else { return "\(String(text))" }
        return """
            \(String(text[..<range.lowerBound]))<b class="name" data-person="\(mention.person.number)">\(mention.words)</b>\
            \(naming(mentions, in: text[range.upperBound...]))
            """
    }

    private static func link(_ link: Link, _ text: String) -> HTML {
        #"<a href="\#(link)" rel="noopener noreferrer nofollow" target="_blank">\#(text)</a>"#
    }

    struct Piece: Hashable { let text: Substring, link: Link? }

    /// The text cut where addresses begin and end; put together again it is the same text.
    static func pieces(of body: String) -> [Piece] {
        var pieces: [Piece] = [], plainFrom = body.startIndex, place = body.startIndex
        while let start = nextAddress(in: body[place...]) {
            let address = trimmed(body[start...].prefix { !$0.isWhitespace && !"<>\"«»“”".contains($0) })
            if address.count > 8 + (body[start...].hasPrefix("http:") ? -1 : 0), let link = Link(external: String(address)) {
                if plainFrom < start { pieces.append(Piece(text: body[plainFrom..<start], link: nil)) }
                pieces.append(Piece(text: address, link: link))
                plainFrom = address.endIndex
            }
            place = max(address.endIndex, body.index(after: start))
        }
        if plainFrom < body.endIndex { pieces.append(Piece(text: body[plainFrom...], link: nil)) }
        return pieces
    }

    private static func nextAddress(in text: Substring) -> Substring.Index? {
        var place = text.startIndex
        while let found = text[place...].firstIndex(where: { $0 == "h" || $0 == "H" }) {
            let start = text[found...].prefix(8).lowercased()
            if start.hasPrefix("https://") || start.hasPrefix("http://") { return found }
            place = text.index(after: found)
        }
        return nil
    }

    /// A sentence's own signs after an address do not belong to it; a closing bracket does if it was opened inside.
    private static func trimmed(_ address: Substring) -> Substring {
        var address = address
        while let last = address.last {
            let isUnopened = last == ")" && address.count(where: { $0 == ")" }) > address.count(where: { $0 == "(" })
            guard isUnopened || ".,;:!?…'*_]}".contains(last) else { break }
            address = address.dropLast()
        }
        return address
    }
}
