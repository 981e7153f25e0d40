import Foundation
import HTTPTypes
import Hummingbird

/// A refusal or a failure as programs read it (RFC 9457). `type` is stable; `title` is for people, in their language.
struct Problem: Encodable {
    let type: String
    let title: String
    let status: Int
    /// The name of the part of the request that was not accepted.
    var field: String?
    /// After how many seconds the same request may be made again.
    var seconds: Int?
    /// The number under which the server's log has the failure.
    var request: String?

    func response(to request: Request) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        let bytes = (try? encoder.encode(self)).map(Array.init) ?? []
        var response = Answer(bytes, type: "application/problem+json; charset=utf-8").response(to: request, status: .init(code: status))
        if let seconds { response.headers[.retryAfter] = String(seconds) }
        if status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}
