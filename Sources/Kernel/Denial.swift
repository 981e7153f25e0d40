/// Why a request is refused. `hidden` and `missing` are one case on purpose: a stranger
/// must not learn that a thing exists by how it is refused.
public enum Denial: Error, Equatable, Sendable {
    case signInFirst
    /// The person is signed in, but has not proved who they are for a while: they do so and come back.
    case proveAgain
    case notFound
    case forbidden(Reason)
    case invalid(field: String, Reason)
    /// Something else stands now than the person saw: nothing was changed.
    case conflict(Reason)
    /// Too many attempts; the same request may be made again after so many seconds.
    case wait(seconds: Int)

    /// A stable code for programs and the words for people, in any language.
    public struct Reason: Equatable, Sendable {
        public let code: String
        public let words: @Sendable (Language) -> String
        public init(_ code: String, _ words: @escaping @Sendable (Language) -> String) {
            self.code = code
            self.words = words
        }
        public static func == (a: Reason, b: Reason) -> Bool { a.code == b.code }
    }
}
