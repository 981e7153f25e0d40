import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

extension Request {
    /// The form with all its fields. Throws `Denial.invalid` for what is none.
    public func form() async throws -> SentForm {
        var request = self
        let body = String(buffer: try await request.collectBody(upTo: SentForm.largest))
        let pairs = body.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false) }
        return SentForm(
            try pairs.map { pair in
                guard let name = Self.decoded(pair[0]), let value = pair.count == 2 ? Self.decoded(pair[1]) : "" else {
                    throw Denial.invalid(field: "", .unreadable)
                }
                return (name, value)
            })
    }

    private static func decoded(_ text: Substring) -> String? { text.replacing("+", with: " ").removingPercentEncoding }

    /// Does what a form asks and goes on; what is refused for a reason of the form's own comes back with the form, the reason at its
    /// field and all that was typed. Any other refusal is the whole page's.
    public func answer(
        _ name: String, page: (Filled) async throws -> HTML, _ act: (SentForm) async throws -> Link
    ) async throws -> Response {
        let sent = try await form()
        do {
            return .seeOther(try await act(sent))
        } catch let denial as Denial {
            let filled = Filled(form: name, typed: sent.typed, denial: denial)
            switch denial {
            case .invalid: return try await page(filled).response(to: self, status: .unprocessableContent)
            case .conflict: return try await page(filled).response(to: self, status: .conflict)
            default: throw denial
            }
        }
    }
}
