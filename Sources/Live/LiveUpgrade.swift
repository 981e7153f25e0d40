import Crypto
import Foundation
import HTTPTypes
import HummingbirdCore
import Kernel
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// Turns a request for the live line into a WebSocket, on the HTTP server's own channel (`additionalChannelHandlers`).
///
/// Ordinary requests pass untouched. A declined upgrade is an ordinary request for the router. An accepted one replaces
/// the HTTP handlers by WebSocket ones in front of the server's task, which then sleeps until the channel closes: its
/// structure and its graceful shutdown stay the server's.
public final class LiveUpgrade: ChannelDuplexHandler, RemovableChannelHandler {
    public typealias InboundIn = HTTPRequestPart
    public typealias InboundOut = HTTPRequestPart
    public typealias OutboundIn = HTTPResponsePart
    public typealias OutboundOut = HTTPResponsePart

    private enum State {
        case http
        case deciding(HTTPRequest, [HTTPRequestPart])  // what came after the head, kept for a decline
        case upgraded
    }
    private let endpoint: LiveEndpoint
    private var state = State.http
    private var unanswered = 0

    public init(_ endpoint: LiveEndpoint) { self.endpoint = endpoint }

    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = Self.unwrapInboundIn(data)
        switch state {
        case .http:
            guard case .head(let head) = part else { return context.fireChannelRead(data) }
            if unanswered == 0, endpoint.isMeant(by: head) { decide(head, context) } else { pass(head, context) }
        case .deciding(let head, let parts):
            // A body, or more requests, during the handshake: not a browser.
            guard parts.count < 8 else { return context.close(promise: nil) }
            state = .deciding(head, parts + [part])
        case .upgraded: break
        }
    }

    private func pass(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
        unanswered += 1
        var head = head
        // NIO's decoder is deaf after a request with "Upgrade": answer that one, then close.
        if head.headerFields[.upgrade] != nil { head.headerFields[.connection] = "close" }
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    }

    public func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = Self.unwrapOutboundIn(data) { unanswered -= 1 }
        context.write(data, promise: promise)
    }

    private func decide(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
        state = .deciding(head, [])
        let endpoint = endpoint
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.makeFutureWithTask { await endpoint.viewer(head) }.whenSuccess { viewer in
            let (me, context) = bound.value
            guard context.channel.isActive, case .deciding(let head, let parts) = me.state else { return }
            if let viewer { return me.upgrade(head, viewer, context) }
            me.state = .http
            me.pass(head, context)
            for part in parts { context.fireChannelRead(Self.wrapInboundOut(part)) }
            context.fireChannelReadComplete()
        }
    }

    private func upgrade(_ head: HTTPRequest, _ viewer: Viewer, _ context: ChannelHandlerContext) {
        state = .upgraded
        let key = head.headerFields[.secWebSocketKey]! + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  // RFC 6455 §4.2.2
        let accept = Data(Insecure.SHA1.hash(data: Data(key.utf8))).base64EncodedString()
        let fields: HTTPFields = [.upgrade: "websocket", .connection: "upgrade", .secWebSocketAccept: accept]
        context.writeAndFlush(Self.wrapOutboundOut(.head(HTTPResponse(status: .switchingProtocols, headerFields: fields))), promise: nil)

        let pipeline = context.pipeline.syncOperations
        do {
            // All in one turn of the loop, outside the decoder: no byte can slip in between.
            pipeline.removeHandler(try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self), promise: nil)
            pipeline.removeHandler(try pipeline.handler(type: HTTPResponseEncoder.self), promise: nil)
            pipeline.removeHandler(try pipeline.handler(type: HTTP1ToHTTPServerCodec.self), promise: nil)
            if let idle = try? pipeline.handler(type: HTTPConnectionStateHandler.self) { pipeline.removeHandler(idle, promise: nil) }
            let encoder = WebSocketFrameEncoder()
            try pipeline.addHandlers(
                [
                    encoder,
                    ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: LiveEndpoint.longestMessage)),
                    ClientFrameCheck(),
                    WebSocketProtocolErrorHandler(),
                    NIOWebSocketFrameAggregator(minNonFinalFragmentSize: 1, maxAccumulatedFrameCount: 64, maxAccumulatedFrameSize: LiveEndpoint.longestMessage),
                ], position: .before(self))
            let connection = LiveConnection(of: viewer.person, channel: context.channel, belowEncoder: try pipeline.context(handler: encoder))
            try pipeline.addHandler(LiveSocket(connection, of: viewer, endpoint), position: .before(self))
            pipeline.removeHandler(self, promise: nil)
        } catch { context.close(promise: nil) }
    }

    public func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .deciding = state, event is ChannelShouldQuiesceEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}

@available(*, unavailable) extension LiveUpgrade: Sendable {}
