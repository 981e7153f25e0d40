import Kernel
import NIOCore
import NIOWebSocket

/// The WebSocket side of one connection: opens it in the hub, keeps it alive, closes it by the protocol's rules.
final class LiveSocket: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame
    private let connection: LiveConnection
    private let viewer: Viewer
    private let endpoint: LiveEndpoint
    private var pings: RepeatedTask?
    private var unansweredPings = 0
    private var isClosing = false

    init(_ connection: LiveConnection, of viewer: Viewer, _ endpoint: LiveEndpoint) {
        self.connection = connection; self.viewer = viewer; self.endpoint = endpoint
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        // Not all at once: a thousand pages that reconnect together must not be pinged together.
        let first = TimeAmount.nanoseconds(.random(in: 0...endpoint.pingInterval.nanoseconds))
        pings = context.eventLoop.scheduleRepeatedTask(initialDelay: first, delay: endpoint.pingInterval) { _ in
            let (me, context) = bound.value
            me.ping(context)
        }
        open(context)
    }

    /// Known to the hub first, then its topics are read: a membership that changes in between is not lost.
    private func open(_ context: ChannelHandlerContext) {
        endpoint.hub.opened(connection)
        Task { [endpoint, viewer, connection] in
            do { endpoint.hub.follow(try await endpoint.topics(viewer), connection) } catch { connection.channel.close(promise: nil) }
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        pings?.cancel()
        endpoint.hub.closed(connection)
        context.fireChannelInactive()
    }

    private func ping(_ context: ChannelHandlerContext) {
        guard unansweredPings < 2 else { return context.close(promise: nil) }
        unansweredPings += 1
        send(.ping, ByteBuffer(), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = Self.unwrapInboundIn(data)
        switch frame.opcode {
        case .ping: send(.pong, frame.unmaskedData, context)
        case .pong: unansweredPings = 0
        case .connectionClose: close(frame.unmaskedData.getSlice(at: frame.unmaskedData.readerIndex, length: min(2, frame.unmaskedData.readableBytes)), context)
        case .text, .binary: break  // pages ask and act by ordinary requests, where the same rules stand
        default: close(.protocolError, context)
        }
    }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
        context.writeAndFlush(Self.wrapOutboundOut(WebSocketFrame(fin: true, opcode: opcode, data: data)), promise: nil)
    }

    private func close(_ code: WebSocketErrorCode, _ context: ChannelHandlerContext) {
        var data = context.channel.allocator.buffer(capacity: 2)
        data.write(webSocketErrorCode: code)
        close(data, context)
    }

    private func close(_ data: ByteBuffer?, _ context: ChannelHandlerContext) {
        guard !isClosing else { return context.close(promise: nil) }
        isClosing = true
        send(.connectionClose, data ?? ByteBuffer(), context)
        context.close(promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case is NIOWebSocketError: break  // answered by NIO's own handler in front of us
        case is NIOWebSocketFrameAggregator.Error: close(.messageTooLarge, context)
        default: context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { close(.goingAway, context) }
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}
