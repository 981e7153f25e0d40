import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// The live line of one person: what an open page would hear. Plain `http` addresses only; a proxy's TLS is not spoken.
public struct LiveLine: Sendable {
    let channel: any Channel

    /// Opens the line; it is open when the server has accepted it. `heard` gets each event's JSON text on the connection's event
    /// loop, one after another, beginning with the greeting `live.open`; it must not block.
    public static func open(
        _ client: Client, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton, heard: @escaping @Sendable (ByteBuffer) -> Void
    ) async throws
        -> LiveLine
    {
        guard let url = URL(string: client.address), url.scheme == "http", let host = url.host() else { throw LiveError.badAddress }
        let port = url.port ?? 80
        let opened: EventLoopFuture<LiveLine?> = try await ClientBootstrap(group: group).channelOption(.socketOption(.tcp_nodelay), value: 1)
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture { try upgrade(channel, token: client.token, host: "\(host):\(port)", heard) }
            }
        guard let line = try await opened.get() else { throw LiveError.refused }
        return line
    }

    private static func upgrade(_ channel: any Channel, token: String, host: String, _ heard: @escaping @Sendable (ByteBuffer) -> Void) throws
        -> EventLoopFuture<LiveLine?>
    {
        let upgrader = NIOTypedWebSocketClientUpgrader<LiveLine?>(maxFrameSize: 1 << 20) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(LiveFrames(heard))
                return LiveLine(channel: channel)
            }
        }
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/live", headers: ["Host": host, "Authorization": "Bearer \(token)"])
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
            upgradeConfiguration: .init(upgradeRequestHead: head, upgraders: [upgrader], notUpgradingCompletionHandler: { $0.close().map { nil } }))
        // The greeting may come in one packet with the answer to the upgrade; by default it would be dropped.
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(configuration: configuration)
    }

    /// Fulfilled when the line has ended, from whichever side: what came since must be asked for.
    public var closed: EventLoopFuture<Void> { channel.closeFuture }
    public func close() { channel.close(promise: nil) }
}

public enum LiveError: Error { case badAddress, refused }

/// Hands on texts, answers pings, closes when the server does.
private final class LiveFrames: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame
    private let heard: @Sendable (ByteBuffer) -> Void
    init(_ heard: @escaping @Sendable (ByteBuffer) -> Void) { self.heard = heard }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = Self.unwrapInboundIn(data)
        switch frame.opcode {
        case .text: heard(frame.unmaskedData)
        case .ping:
            context.writeAndFlush(Self.wrapOutboundOut(WebSocketFrame(fin: true, opcode: .pong, maskKey: .random(), data: frame.unmaskedData)), promise: nil)
        case .connectionClose: context.close(promise: nil)
        default: break
        }
    }
}
