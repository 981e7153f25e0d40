import HTTPTypes
import Kernel

/// The site's one WebSocket address: who may connect and what they follow. Knows no database and no session; `Web` gives both.
public struct LiveEndpoint: Sendable {
    public static let path = "/live"
    public let hub: LiveHub
    /// Who asks; `nil` leaves the request to the router, which answers it as any other.
    public let viewer: @Sendable (HTTPRequest) async -> Viewer?
    public let topics: @Sendable (Viewer) async throws -> [Topic]

    public init(
        hub: LiveHub, viewer: @escaping @Sendable (HTTPRequest) async -> Viewer?,
        topics: @escaping @Sendable (Viewer) async throws -> [Topic]
    ) {
        self.hub = hub; self.viewer = viewer; self.topics = topics
    }

    /// Pages say little by this line: a few small messages, no uploads.
    static let longestMessage = 64 * 1024

    func isMeant(by head: HTTPRequest) -> Bool {
        head.method == .get
            && head.path?.split(separator: "?").first.map(String.init) == Self.path
            && head.headerFields[values: .upgrade].contains { $0.lowercased() == "websocket" }
            && head.headerFields[values: .connection].contains { $0.lowercased().contains("upgrade") }
            && head.headerFields[.secWebSocketVersion] == "13"
            && head.headerFields[values: .secWebSocketKey].count == 1
            && isFromOurPages(head)
    }

    /// Browsers send cookies with a WebSocket from any site; only their `Origin` tells ours from another.
    private func isFromOurPages(_ head: HTTPRequest) -> Bool {
        guard let origin = head.headerFields[.origin] else { return true }  // not a browser
        return origin.split(separator: "/").last.map(String.init) == head.authority
    }
}
