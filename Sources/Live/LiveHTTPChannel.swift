import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// An HTTP/1.1 connection that may become a live line, for Hummingbird's server.
///
/// Before its first request nobody knows which it will be. So what serves requests, a task with its buffers, is made with the first
/// ordinary request only: a page's live line, which asks for nothing else, never has it, and an idle one costs half the memory.
public struct LiveHTTPChannel: HTTPChannelHandler {
    public let responder: HTTPChannelHandler.Responder
    private let endpoint: LiveEndpoint
    private let idleTimeout: TimeAmount

    public init(_ endpoint: LiveEndpoint, idleTimeout: TimeAmount, responder: @escaping HTTPChannelHandler.Responder) {
        self.endpoint = endpoint
        self.idleTimeout = idleTimeout
        self.responder = responder
    }

    public struct Value: ServerChildChannelValue {
        public let channel: any Channel
        /// What serves requests; `nil` if the connection became a live line or closed before its first request.
        let requests: EventLoopFuture<NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?>
    }

    public func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false)
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            let requests = channel.eventLoop.makePromise(of: NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>?.self)
            let opening = LiveUpgrade.Opening(requests: requests, idleTimeout: idleTimeout, logger: logger)
            try pipeline.addHandler(LiveUpgrade(endpoint, opening))
            return Value(channel: channel, requests: requests.futureResult)
        }
    }

    public func handle(value: Value, logger: Logger) async {
        let requests = await withTaskCancellationHandler {
            try? await value.requests.get()
        } onCancel: {
            value.channel.close(promise: nil)
        }
        if let requests { await handleHTTP(asyncChannel: requests, logger: logger) }
    }
}
