import Foundation

/// A tag of a page as a browser reads it: HTML's own rules of tags, attributes, comments and raw text, as far as pages of ours could use them.
struct Element: Hashable, Sendable {
    /// In lower case; with a stroke before it where it ends an element.
    let tag: String
    let attributes: [Attribute]
    /// What stands between the tags of a `textarea`, a `title`, a `script` or a `style`.
    let text: String

    struct Attribute: Hashable, Sendable {
        let name: String
        let value: String
    }

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    /// What markup it is, whatever the values are.
    var shape: String { "<" + ([tag] + attributes.map(\.name)).joined(separator: " ") + ">" }

    static func all(in html: String) -> [Element] {
        var reading = Reading(bytes: Array(html.utf8))
        return reading.elements()
    }
}

/// The tokenizer of the HTML standard (13.2.5), states of tags and attributes.
private struct Reading {
    let bytes: [UInt8]
    var place = 0
    init(bytes: [UInt8]) { self.bytes = bytes }

    private static let raw: Set<String> = ["script", "style", "textarea", "title", "noscript-text", "xmp", "iframe", "noembed", "noframes"]

    mutating func elements() -> [Element] {
        var all: [Element] = []
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
            place = start + 1
            if let element = element() { all.append(element) }
        }
        return all
    }

    private mutating func element() -> Element? {
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"):
            comment()
            return nil
        case UInt8(ascii: "/"):
            guard place + 1 < bytes.count, Self.isLetter(bytes[place + 1]) else {
                comment()
                return nil
            }
            place += 1
            let name = name(until: [UInt8(ascii: ">"), UInt8(ascii: "/")])
            _ = attributes()
            return Element(tag: "/" + name, attributes: [], text: "")
        case let first where Self.isLetter(first):
            let name = name(until: [UInt8(ascii: ">"), UInt8(ascii: "/")]), attributes = attributes()
            return Element(tag: name, attributes: attributes, text: Self.raw.contains(name) ? rawText(of: name) : "")
        default: return nil
        }
    }

    /// `<!-- … -->`, or up to the next `>`.
    private mutating func comment() {
        let isComment = bytes[place...].starts(with: Array("!--".utf8)), end = Array((isComment ? "-->" : ">").utf8)
        while place < bytes.count, !bytes[place...].starts(with: end) { place += 1 }
        place = min(place + end.count, bytes.count)
    }

    private mutating func name(until ends: Set<UInt8>) -> String {
        let start = place
        while place < bytes.count, !Self.isSpace(bytes[place]), !ends.contains(bytes[place]) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    }

    private mutating func attributes() -> [Element.Attribute] {
        var found: [Element.Attribute] = []
        while true {
            while place < bytes.count, Self.isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") { place += 1 }
            guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { break }
            let start = place
            if bytes[place] == UInt8(ascii: "=") { place += 1 }
            let name = name(until: [UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")])
            if place == start { place += 1 }
            found.append(.init(name: name, value: value()))
        }
        place = min(place + 1, bytes.count)
        return found
    }

    private mutating func value() -> String {
        var ahead = place
        while ahead < bytes.count, Self.isSpace(bytes[ahead]) { ahead += 1 }
        guard ahead < bytes.count, bytes[ahead] == UInt8(ascii: "=") else { return "" }
        place = ahead + 1
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        guard place < bytes.count else { return "" }
        let quote = bytes[place], isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), start = isQuoted ? place + 1 : place
        place = start
        while place < bytes.count, isQuoted ? bytes[place] != quote : !Self.isSpace(bytes[place]) && bytes[place] != UInt8(ascii: ">") { place += 1 }
        let value = Self.decoded(bytes[start..<place])
        if isQuoted { place = min(place + 1, bytes.count) }
        return value
    }

    private mutating func rawText(of name: String) -> String {
        let end = Array("</\(name)".utf8), start = place
        while place < bytes.count, !bytes[place...].prefix(end.count).map(Self.lower).elementsEqual(end) { place += 1 }
        return Self.decoded(bytes[start..<place])
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
    private static func isSpace(_ byte: UInt8) -> Bool { [9, 10, 12, 13, 32].contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower(byte)) }
    private static func lower(_ byte: UInt8) -> UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte }
}
