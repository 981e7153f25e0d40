/// Where a link may lead. Escaping does not make `javascript:…` harmless, so `href`, `src` and `action` take this and no text.
public struct Link: Sendable, Hashable, ExpressibleByStringInterpolation {
    public let text: String

    /// A path of ours. Its fixed parts are written in the source; what is interpolated becomes one piece of the path,
    /// percent-encoded, so it can neither climb out (`..`, `/`) nor add a query.
    public init(stringLiteral path: StaticString) { self.init(ours: path.description) }
    public init(stringInterpolation: Interpolation) { self.init(ours: stringInterpolation.path) }
    private init(ours path: String) {
        precondition(path.hasPrefix("/") && !path.hasPrefix("//"), "a path of ours starts with one slash: \(path)")
        text = path
    }

    /// An address a person typed, if it is one a browser may be sent to.
    public init?(external address: String) {
        let scheme = address.prefix { $0 != ":" }.lowercased()
        guard ["https", "http", "mailto", "tel"].contains(scheme), address.dropFirst(scheme.count).first == ":",
            address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        text = address
    }

    /// The address by which an authenticator app on the same phone takes a key over (`otpauth://totp/…`).
    public init?(authenticator address: String) {
        guard address.hasPrefix("otpauth://totp/"), address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        text = address
    }

    public struct Interpolation: StringInterpolationProtocol {
        public typealias StringLiteralType = StaticString
        var path = ""
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ text: StaticString) { path += text.description }
        /// What follows is a place below another.
        public mutating func appendInterpolation(below place: Link) { path += place.text }
        public mutating func appendInterpolation(_ number: some BinaryInteger) { path += String(number) }
        public mutating func appendInterpolation(_ piece: String) {
            guard piece != ".", piece != ".." else { path += "_"; return }
            for byte in piece.utf8 {
                let character = Character(UnicodeScalar(byte))
                let isPlain = byte < 0x80 && (character.isLetter || character.isNumber || "-._~".contains(character))
                path += isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

extension Link {
    /// A script's or style's address under the release's own folder (`/assets/3f9a…`).
    public static func asset(of folder: String, _ file: StaticString) -> Link { Link(ours: folder + "/" + file.description) }
    public static func script(of folder: String, _ island: StaticString) -> Link { Link(ours: folder + "/" + island.description + ".js") }
    /// A place of ours that came back to us in a form or an address, e.g. where to go after signing in: only a path, nothing else.
    public init?(returning path: String) {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.hasPrefix("/\\"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }) else {
            return nil
        }
        self.init(ours: path)
    }
}
