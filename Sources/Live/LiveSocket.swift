import Kernel
import NIOCore
import NIOWebSocket

/// The WebSocket side of one connection: opens it in the hub, keeps it alive, closes it by the protocol's rules.
final class LiveSocket: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame
    private let connection: LiveConnection
    private let hub: LiveHub
    private var isClosing = false

    init(_ connection: LiveConnection, _ hub: LiveHub) {
        self.connection = connection
        self.hub = hub
    }

    func handlerAdded(context: ChannelHandlerContext) { hub.opened(connection) }

    func channelInactive(context: ChannelHandlerContext) {
        hub.closed(connection)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = Self.unwrapInboundIn(data)
        switch frame.opcode {
        case .ping: send(.pong, frame.unmaskedData, context)
        case .pong: connection.state.unansweredPings = 0
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
