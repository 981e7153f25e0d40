import Kernel
import WebCore

/// A paper as a file from outside: what it is is told by its first bytes, not by what its sender says.
public struct Scan: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case pdf, jpeg, png
        public var mediaType: String {
            switch self {
            case .pdf: "application/pdf"
            case .jpeg: "image/jpeg"
            case .png: "image/png"
            }
        }
    }
    /// Bytes of the largest scan; a page photographed by a phone has 2 to 5 million.
    public static let largest = 8 << 20

    public let name: String
    public let kind: Kind
    public let bytes: [UInt8]

    /// Throws `Denial.invalid` for the field under which the file was sent.
    public init(_ file: UploadedFile, field: String) throws {
        guard file.bytes.count <= Self.largest else { throw Denial.invalid(field: field, .scanTooLarge) }
        guard let kind = Self.kind(of: file.bytes) else { throw Denial.invalid(field: field, .scanKind) }
        self.kind = kind
        bytes = file.bytes
        name = Self.name(file.name, kind)
    }

    /// As the database has it.
    init(stored name: String, _ kind: Kind, _ bytes: [UInt8]) {
        self.name = name
        self.kind = kind
        self.bytes = bytes
    }

    private static func kind(of bytes: [UInt8]) -> Kind? {
        if bytes.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        return nil
    }

    /// The last piece of a path, without what a header or a folder could mistake for something else.
    private static func name(_ sent: String, _ kind: Kind) -> String {
        let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let clean = String(last.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" })
        let cut = String(clean.prefix(100)).trimmingPrefix { $0 == "." || $0 == " " }
        return cut.isEmpty ? "scan.\(kind.rawValue)" : String(cut)
    }
}

/// A scan that is kept.
public enum Document: Sendable {}
