import Foundation
import Kernel
import NIOCore
import NIOWebSocket

extension LiveEvent {
    /// The event as it goes over the wire, encoded once; the buffer is shared by all who hear it.
    var frame: ByteBuffer {
        struct Envelope: Encodable { let name: String, path: String }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        var text = (try? encoder.encode(Envelope(name: name, path: path))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        if let payload { text = text.dropLast() + ",\"payload\":" + payload + "}" }
        return serverFrame(text)
    }
}

/// A whole text frame from the server (RFC 6455 §5.2: not masked), ready for any number of connections.
func serverFrame(_ text: String) -> ByteBuffer {
    let count = text.utf8.count
    var frame = ByteBufferAllocator().buffer(capacity: count + 10)
    frame.writeInteger(UInt8(0x81))
    switch count {
    case ..<126: frame.writeInteger(UInt8(count))
    case ...0xFFFF: frame.writeMultipleIntegers(UInt8(126), UInt16(count))
    default: frame.writeMultipleIntegers(UInt8(127), UInt64(count))
    }
    frame.writeString(text)
    return frame
}

/// An empty ping, the same for everyone.
let pingFrame = ByteBuffer(bytes: [0x89, 0x00])

/// What NIO's decoder lets pass: clients must mask their frames and leave the reserved bits alone.
final class ClientFrameCheck: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketFrame

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = Self.unwrapInboundIn(data)
        guard frame.maskKey != nil, !frame.rsv1, !frame.rsv2, !frame.rsv3 else {
            return context.fireErrorCaught(NIOWebSocketError.fragmentedControlFrame)  // answered with 1002
        }
        context.fireChannelRead(data)
    }
}
