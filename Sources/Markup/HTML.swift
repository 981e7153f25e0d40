/// Markup that can hold text only escaped: what is interpolated into it is escaped, unless it is markup itself.
///
///     """<td title="\(remark)">\(mark)\(absent ? "<i>н</i>" as HTML : nil)</td>"""
///
/// The literal pieces are `StaticString`s: a text made at run time cannot become markup, whatever way it takes.
/// Two rules the type cannot see are kept by a test over the sources: attributes are quoted, and no script stands inside.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    public internal(set) var bytes: [UInt8]
    public init(stringLiteral text: StaticString) { bytes = text.withUTF8Buffer { Array($0) } }
    public init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public struct Interpolation: StringInterpolationProtocol {
        public typealias StringLiteralType = StaticString
        var bytes: [UInt8] = []
        public init(literalCapacity: Int, interpolationCount: Int) { bytes.reserveCapacity(literalCapacity + interpolationCount * 24) }

        public mutating func appendLiteral(_ text: StaticString) { text.withUTF8Buffer { bytes.append(contentsOf: $0) } }
        public mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
        public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes.append(contentsOf: html.bytes) } }
        public mutating func appendInterpolation(_ number: some BinaryInteger) { bytes.append(contentsOf: String(number).utf8) }
        public mutating func appendInterpolation(_ link: Link) { bytes.append(escaping: link.text) }
        /// Text, escaped. Where an address belongs only a `Link` is written; text there becomes a link to nowhere.
        public mutating func appendInterpolation(_ text: String) {
            bytes.append(escaping: bytes.endsWhereALinkBelongs ? "#" : text)
        }
        public mutating func appendInterpolation<Items: Sequence>(each items: Items, _ view: (Items.Element) throws -> HTML) rethrows {
            for item in items { bytes.append(contentsOf: try view(item).bytes) }
        }
    }
}

extension [UInt8] {
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { buffer in
            for byte in buffer {
                switch byte {
                case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
                case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
                case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
                default: append(byte)
                }
            }
        }
    }

    private static let linkAttributes = ["href", "src", "action", "formaction", "poster", "data", "cite"].flatMap {
        [Array(" \($0)=\"".utf8), Array(" \($0)='".utf8)]
    }
    /// Cheap for the common case: almost no interpolation follows a quote that follows an equals sign of these names.
    fileprivate var endsWhereALinkBelongs: Bool {
        guard count > 2, self[count - 2] == UInt8(ascii: "=") else { return false }
        return Self.linkAttributes.contains { suffix($0.count).elementsEqual($0) }
    }
}
