import CBrotli
import CZlib
import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore

/// Bytes on their way to one browser: with a fingerprint, so that who already has them gets none, and packed as it can unpack.
public struct Answer: Sendable {
    public let bytes: [UInt8]
    public let type: String
    public init(_ bytes: [UInt8], type: String) {
        self.bytes = bytes
        self.type = type
    }

    public static let html = "text/html; charset=utf-8"
    public static let json = "application/json; charset=utf-8"
    /// Shorter answers fit one packet as they are.
    private static let shortestPacked = 900

    public func response(to request: Request, status: HTTPResponse.Status = .ok) -> Response {
        // A page is its reader's own: kept by their browser alone and asked after each time.
        var headers: HTTPFields = [.cacheControl: "private, no-cache", .vary: "Cookie, Accept-Language, Accept-Encoding", .xContentTypeOptions: "nosniff"]
        if request.method == .get, status == .ok {
            let fingerprint = "\"" + Fingerprint.of(bytes) + "\""
            headers[.eTag] = fingerprint
            if request.headers[.ifNoneMatch] == fingerprint { return Response(status: .notModified, headers: headers) }
        }
        headers[.contentType] = type
        if type == Self.html { headers[.contentSecurityPolicy] = Self.policy }
        headers[HTTPField.Name("Referrer-Policy") ?? .referer] = "same-origin"
        let packed =
            bytes.count < Self.shortestPacked
            ? nil : Packing.best(for: request.headers[.acceptEncoding]).flatMap { packing in packing.pack(bytes).map { (packing, $0) } }
        if let packed { headers[.contentEncoding] = packed.0.rawValue }
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: packed?.1 ?? bytes)))
    }

    private static let policy = "default-src 'self'; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
}

public enum Fingerprint {
    /// 24 hexadecimal digits that differ where the bytes differ.
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        SHA256.hash(data: Array(bytes)).prefix(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// How an answer is made shorter on the way.
public enum Packing: String, Sendable {
    case brotli = "br"
    case gzip

    /// What the browser can unpack, the better one first (RFC 9110 §12.5.3; a weight of zero means no).
    public static func best(for acceptEncoding: String?) -> Packing? {
        let accepted = (acceptEncoding ?? "").lowercased().split(separator: ",").map { $0.split(separator: ";").map { $0.filter { $0 != " " } } }
        func takes(_ name: String) -> Bool { accepted.contains { $0.first == name && !$0.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" } } }
        return takes("br") ? .brotli : takes("gzip") ? .gzip : nil
    }

    /// `isOnce` is for what is packed once and sent for ever: slow and small.
    public func pack(_ bytes: [UInt8], isOnce: Bool = false) -> [UInt8]? {
        switch self {
        // A small page is packed a sixth smaller for 60 µs more, which a slow line is glad of; for a large one it would be 200.
        case .brotli: Self.brotli(bytes, quality: isOnce ? 11 : bytes.count <= 16 << 10 ? 5 : 4)
        case .gzip: Self.gzip(bytes, level: isOnce ? 9 : 5)
        }
    }

    private static func brotli(_ bytes: [UInt8], quality: Int32) -> [UInt8]? {
        var size = BrotliEncoderMaxCompressedSize(bytes.count)
        let packed = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let done = BrotliEncoderCompress(quality, 18, BROTLI_MODE_TEXT, bytes.count, bytes, &size, buffer.baseAddress)
            count = done == BROTLI_TRUE ? size : 0
        }
        return packed.isEmpty ? nil : packed
    }

    private static func gzip(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
        var stream = z_stream()
        guard zvonok_gzip_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var bytes = bytes
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            bytes.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(bound)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? bound - Int(stream.avail_out) : 0
            }
        }
        return packed.isEmpty ? nil : packed
    }
}

extension HTML {
    /// The `ETag` under which this very markup is answered: a page tells it of a fragment that it holds already.
    public var fingerprint: String { "\"" + Fingerprint.of(bytes) + "\"" }
}

/// A handler may return markup.
extension HTML: ResponseGenerator {
    public func response(from request: Request, context: some RequestContext) -> Response { response(to: request) }
    public func response(to request: Request, status: HTTPResponse.Status = .ok) -> Response {
        Answer(bytes, type: Answer.html).response(to: request, status: status)
    }
}

extension Response {
    /// After a form: the browser shows this place by an ordinary GET, and a reload sends nothing twice.
    public static func seeOther(_ place: Link) -> Response { Response(status: .seeOther, headers: [.location: place.text]) }
}
