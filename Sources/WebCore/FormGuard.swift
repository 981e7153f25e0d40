import HTTPTypes
import Hummingbird
import Kernel

/// Keeps other sites' pages from acting in the name of a person whose browser is signed in: what changes anything must come
/// from one of our pages (`Origin`) and carry the session's form token, in the field `formToken` or the header.
enum FormGuard {
    static let longestForm = 1 << 20
    static let header = HTTPField.Name("X-Form-Token") ?? .cookie

    static func check(_ request: Request, _ visit: Visit?) async throws -> Request {
        guard ![.get, .head, .options].contains(request.method) else { return request }
        guard isFromOurPage(request) else { throw Denial.forbidden(.foreignPage) }
        guard let visit, visit.isByCookie else { return request }
        if let token = request.headers[header] {
            guard token == visit.formToken else { throw Denial.forbidden(.staleForm) }
            return request
        }
        var request = request
        if MultipartForm.isMeant(by: request.headers) {
            let body = try await request.collectBody(upTo: MultipartForm.largest)
            let form = try MultipartForm(Array(buffer: body), contentType: request.headers[.contentType] ?? "")
            guard form.fields["formToken"] == visit.formToken else { throw Denial.forbidden(.staleForm) }
            return request
        }
        let body = try await request.collectBody(upTo: longestForm)
        let form = try? URLEncodedFormDecoder().decode(TokenField.self, from: String(buffer: body))
        guard form?.formToken == visit.formToken else { throw Denial.forbidden(.staleForm) }
        return request
    }

    private struct TokenField: Decodable { let formToken: String }

    /// Browsers say from which page a request comes; programs say nothing and have no cookies to misuse.
    private static func isFromOurPage(_ request: Request) -> Bool {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site") ?? .origin], site == "cross-site" { return false }
        guard let origin = request.headers[.origin] else { return true }
        return origin.split(separator: "/").last.map(String.init) == request.head.authority
    }
}
