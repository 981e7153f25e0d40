/// News for open pages: what changed, where it is to be read, and who may hear of it.
///
/// Most events carry no content: a page that hears one asks for the new fragment by an ordinary request, so the one
/// policy that guards the page also guards the news. Where every hearer sees the same bytes (a chat's message) the
/// event carries them, encoded once, and they are shared by all sockets.
public struct LiveEvent: Hashable, Sendable, Codable {
    public enum Audience: Hashable, Sendable, Codable {
        case people(Set<ID<Person>>)
        case topic(Topic)
    }
    public let name: String
    public let path: String
    public let audience: Audience
    /// JSON text. Never decoded on the way out.
    public let payload: String?

    public init(_ name: String, path: String, audience: Audience, payload: String? = nil) {
        self.name = name; self.path = path; self.audience = audience; self.payload = payload
    }
    /// The same news without its content: the page asks for that by `path`.
    public var thin: LiveEvent { LiveEvent(name, path: path, audience: audience) }
}
