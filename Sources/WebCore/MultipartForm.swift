import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// A file as a form sent it. Neither its name nor its contents may be believed.
public struct UploadedFile: Hashable, Sendable {
    public let name: String
    public let bytes: [UInt8]
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// A form with files (RFC 7578). A field that was left empty by a file input is no file.
public struct MultipartForm: Sendable {
    /// Bytes of the largest form: a scan or two and some words.
    public static let largest = 20 << 20
    private static let mostParts = 200

    public private(set) var fields: [String: String] = [:]
    /// Every field as it came, also where several have one name.
    private var pairs: [(name: String, value: String)] = []
    public private(set) var files: [(field: String, file: UploadedFile)] = []

    /// A form whose parts are known already.
    package init(fields: [String: String], files: [(field: String, file: UploadedFile)] = []) {
        self.fields = fields
        self.files = files
        pairs = fields.map { ($0.key, $0.value) }
    }

    public func file(_ field: String) -> UploadedFile? { files.first { $0.field == field }?.file }

    /// The fields read as a form without files would be. Throws `Denial.invalid` for the field that is missing or wrong.
    public func decode<T: Decodable>(as type: T.Type) throws -> T {
        try FormDecoder.decode(type, from: pairs.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&"))
    }
    private static func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: plain) ?? "" }
    private static let plain = CharacterSet(charactersIn: "a"..."z").union(CharacterSet(charactersIn: "0"..."9"))

    /// Throws `Denial.invalid` for what is not a form.
    init(_ body: [UInt8], contentType: String) throws {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else { throw Self.unreadable }
        let marks = Self.places(of: Array("--\(boundary)".utf8), in: body)
        guard marks.count >= 2, marks.count <= Self.mostParts, marks[0] == 0 else { throw Self.unreadable }
        let length = boundary.utf8.count + 2
        for (start, end) in zip(marks, marks.dropFirst()) { try add(body[(start + length)..<end]) }
    }

    public static func isMeant(by headers: HTTPFields) -> Bool { headers[.contentType]?.lowercased().hasPrefix("multipart/form-data") == true }

    private static let unreadable = Denial.invalid(field: "", .unreadable)
    private static let lineEnd: [UInt8] = [13, 10]

    /// One part between two boundaries: a line end, headers, an empty line, the contents, a line end.
    private mutating func add(_ part: ArraySlice<UInt8>) throws {
        guard part.starts(with: Self.lineEnd), part.suffix(2).elementsEqual(Self.lineEnd) else { throw Self.unreadable }
        let inside = part.dropFirst(2).dropLast(2)
        guard let split = Self.places(of: [13, 10, 13, 10], in: Array(inside.prefix(4096))).first else { throw Self.unreadable }
        let head = String(decoding: inside.prefix(split), as: UTF8.self), contents = Array(inside.dropFirst(split + 4))
        let lines = head.components(separatedBy: "\r\n")
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }), let field = Self.parameter("name", of: disposition)
        else {
            throw Self.unreadable
        }
        guard let file = Self.parameter("filename", of: disposition) else {
            let value = String(decoding: contents, as: UTF8.self)
            fields[field] = value
            pairs.append((field, value))
            return
        }
        if !file.isEmpty || !contents.isEmpty { files.append((field, UploadedFile(name: file, bytes: contents))) }
    }

    /// `name="value"` or `name=value`, the way browsers write it: a quotation mark inside is `%22`.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].trimmingCharacters(in: ["\""])
        }
        return nil
    }

    private static func places(of wanted: [UInt8], in bytes: [UInt8]) -> [Int] {
        let whole = Data(bytes), mark = Data(wanted)
        var found: [Int] = [], from = 0
        while found.count <= mostParts, let next = whole.range(of: mark, in: from..<whole.count) {
            found.append(next.lowerBound)
            from = next.upperBound
        }
        return found
    }
}

extension Request {
    /// The form with its files. Throws `Denial.invalid` where it is none or too large.
    public func multipart() async throws -> MultipartForm {
        guard MultipartForm.isMeant(by: headers) else { throw Denial.invalid(field: "", .unreadable) }
        var request = self
        let body = try await request.collectBody(upTo: MultipartForm.largest)
        return try MultipartForm(Array(buffer: body), contentType: headers[.contentType] ?? "")
    }
}
