import Foundation
import Kernel
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// An open page of a browser, as far as the live line goes.
public struct Page: Sendable {
    private let channel: NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    /// What the page has heard, as text; ends when the server ends the line.
    public struct Heard: AsyncIteratorProtocol {
        var frames: NIOAsyncChannelInboundStream<WebSocketFrame>.AsyncIterator
        public mutating func next() async throws -> String? {
            while let frame = try await frames.next() {
                if frame.opcode == .text { return String(buffer: frame.data) }
                if frame.opcode == .connectionClose { return nil }
            }
            return nil
        }
    }

    /// Opens the line and waits until the server has greeted it. `nil` if the server refuses.
    public static func open<T: Sendable>(_ viewer: Viewer?, of world: World, port: Int, origin: String? = nil, _ use: @Sendable (inout Heard) async throws -> T)
        async throws -> T?
    {
        guard let page = try await connect(viewer.flatMap { world.people.all.firstIndex(of: $0) }, port: port, origin: origin) else { return nil }
        return try await page.channel.executeThenClose { inbound, _ in
            var heard = Heard(frames: inbound.makeAsyncIterator())
            guard try await heard.next()?.contains("live.open") == true else { return nil }
            return try await use(&heard)
        }
    }

    private static func connect(_ place: Int?, port: Int, origin: String?) async throws -> Page? {
        let upgrade: EventLoopFuture<Page?> = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port) {
            channel in
            channel.eventLoop.makeCompletedFuture {
                let upgrader = NIOTypedWebSocketClientUpgrader<Page?>(
                    maxFrameSize: 1 << 20,
                    upgradePipelineHandler: { channel, _ in
                        channel.eventLoop.makeCompletedFuture { Page(channel: try NIOAsyncChannel(wrappingChannelSynchronously: channel)) }
                    })
                var headers: HTTPHeaders = ["Host": "127.0.0.1:\(port)"]
                if let place { headers.add(name: "Cookie", value: "viewer=\(place)") }
                if let origin { headers.add(name: "Origin", value: origin) }
                let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/live", headers: headers)
                var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
                    upgradeConfiguration: .init(
                        upgradeRequestHead: head, upgraders: [upgrader], notUpgradingCompletionHandler: { $0.close().map { nil } }))
                // The greeting may come in one packet with the answer to the upgrade; by default it would be dropped.
                configuration.leftOverBytesStrategy = .forwardBytes
                return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: configuration)
            }
        }
        return try await upgrade.get()
    }
}
