import Crypto
import Foundation
import HTTPTypes
import HummingbirdCore
import Kernel
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// Turns a request for the live line into a WebSocket.
///
/// Ordinary requests pass untouched; the first makes what serves them (`LiveHTTPChannel`). A declined upgrade is an ordinary request
/// for the router. An accepted one replaces the HTTP handlers by WebSocket ones. If ordinary requests came before it on the same
/// connection, as a proxy may send them, the server's task stays behind and sleeps until the channel closes.
final class LiveUpgrade: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What is needed once it is known what the connection will be.
    struct Opening {
        let requests: EventLoopPromise<NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?>
        let idleTimeout: TimeAmount
        let logger: Logger
    }

    private enum State {
        case http
        case deciding(HTTPRequest, [HTTPRequestPart])  // what came after the head, kept for a decline
        case upgraded
    }
    private let endpoint: LiveEndpoint
    private var state = State.http
    private var unanswered = 0
    /// Until the first request.
    private var opening: Opening?
    private var idle: Scheduled<Void>?

    init(_ endpoint: LiveEndpoint, _ opening: Opening) {
        self.endpoint = endpoint
        self.opening = opening
    }

    func handlerAdded(context: ChannelHandlerContext) {
        guard let opening else { return }
        let channel = context.channel
        idle = context.eventLoop.scheduleTask(in: opening.idleTimeout) { channel.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        open(nil)
        context.fireChannelInactive()
    }

    /// Says what the connection has become. Only the first word counts.
    private func open(_ requests: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?) {
        idle?.cancel()
        idle = nil
        opening?.requests.succeed(requests)
        opening = nil
    }

    /// Makes what serves requests, if it is not there.
    private func openRequests(_ context: ChannelHandlerContext) throws {
        guard let opening else { return }
        let state = HTTPConnectionStateHandler(idleTimeout: .nanoseconds(opening.idleTimeout.nanoseconds), logger: opening.logger)
        try context.pipeline.syncOperations.addHandler(state)
        open(try NIOAsyncChannel(wrappingChannelSynchronously: context.channel, configuration: .init(isOutboundHalfClosureEnabled: true)))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
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
        do { try openRequests(context) } catch { return context.close(promise: nil) }
        unanswered += 1
        var head = head
        // NIO's decoder is deaf after a request with "Upgrade": answer that one, then close.
        if head.headerFields[.upgrade] != nil { head.headerFields[.connection] = "close" }
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
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
            try pipeline.addHandler(LiveSocket(connection, endpoint.hub), position: .before(self))
            follow(connection, viewer)
            open(nil)
            pipeline.removeHandler(self, promise: nil)
        } catch { context.close(promise: nil) }
    }

    /// The hub knows the page already: a membership that changes while its topics are read is not lost.
    private func follow(_ connection: LiveConnection, _ viewer: Viewer) {
        Task { [endpoint] in
            do { endpoint.hub.follow(try await endpoint.topics(viewer), connection) } catch { connection.channel.close(promise: nil) }
        }
    }

    /// What serves requests also answers those that cannot be read.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        do { try openRequests(context) } catch { return context.close(promise: nil) }
        context.fireErrorCaught(error)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        let isUndecided = if case .deciding = state { true } else { opening != nil }
        let isAtEnd = if case ChannelEvent.inputClosed? = event as? ChannelEvent { true } else { event is ChannelShouldQuiesceEvent }
        if isUndecided, isAtEnd { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}

@available(*, unavailable) extension LiveUpgrade: Sendable {}
