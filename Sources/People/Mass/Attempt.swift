import Kernel
import WebCore

/// A form's own name for what it asks: sent twice by a double press it is done once.
struct Attempt: Hashable, Sendable {
    let text: String
    init() { text = String(UInt64.random(in: 0...(.max)), radix: 36) + String(UInt64.random(in: 0...(.max)), radix: 36) }
    /// From 8 to 64 letters and digits; throws `Denial.invalid` for `attempt`.
    init(sent text: String?) throws {
        guard let text, (8...64).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Denial.invalid(field: "attempt", .unreadable)
        }
        self.text = text
    }
}
