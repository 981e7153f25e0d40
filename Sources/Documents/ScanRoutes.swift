import HTTPTypes
import Hummingbird
import WebCore

extension Scan {
    /// To be looked at in a tab of its own. A PDF may carry scripts: `sandbox` gives it no rights over the site.
    public func response(to request: Request) -> Response {
        var response = Answer(bytes, type: kind.mediaType).response(to: request)
        response.headers[.contentDisposition] = "inline; filename*=UTF-8''\(name.percentEncoded)"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        return response
    }
}

extension String {
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let scalar = Character(Unicode.Scalar(byte))
            return byte < 0x80 && (scalar.isLetter || scalar.isNumber || ".-_".contains(scalar)) ? String(scalar) : "%" + hex(byte)
        }.joined()
    }
    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
}
