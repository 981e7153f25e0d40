import Kernel
import NIOCore
import NIOPosix
import TestKit
import Testing

/// What one connection may become: requests, a live line, requests and then a live line, or nothing.
@Suite(.timeLimit(.minutes(2))) struct ConnectionTests {
    @Test("a connection serves requests and may then become a live line, as behind a proxy")
    func requestsThenLine() async throws {
        let world = try await World.open(.sqlite)
        try await world.serve { port in
            try await talk(to: port) { said in
                try await said.say("GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n")
                try await said.hear("HTTP/1.1 200")
                try await said.say(upgrade(as: 0))
                try await said.hear("101 Switching Protocols")
                try await said.hear("live.open")
            }
        }
    }

    @Test("a connection's first request may be the live line's")
    func lineAtOnce() async throws {
        let world = try await World.open(.sqlite)
        try await world.serve { port in
            try await talk(to: port) { said in
                try await said.say(upgrade(as: 0))
                try await said.hear("live.open")
            }
        }
    }

    @Test("a stranger's line is answered as any other request, and the connection ends")
    func declined() async throws {
        let world = try await World.open(.sqlite)
        try await world.serve { port in
            try await talk(to: port) { said in
                try await said.say(upgrade(as: 99))
                try await said.hear("HTTP/1.1 303")
                #expect(try await said.rest().contains("101 Switching") == false)
            }
        }
    }

    @Test("what is no request is refused as such, and the connection ends")
    func garbage() async throws {
        let world = try await World.open(.sqlite)
        try await world.serve { port in
            try await talk(to: port) { said in
                try await said.say("Звонок?\r\n\r\n")
                try await said.hear("HTTP/1.1 400")
                _ = try await said.rest()
            }
        }
    }

    @Test("a request in pieces is one request")
    func pieces() async throws {
        let world = try await World.open(.sqlite)
        try await world.serve { port in
            try await talk(to: port) { said in
                for piece in ["GET /hea", "lth/live HTT", "P/1.1\r\nHost: ", "here\r\n", "Connection: close\r\n\r", "\n"] { try await said.say(piece) }
                try await said.hear("HTTP/1.1 200")
                _ = try await said.rest()
            }
        }
    }

    private func upgrade(as viewer: Int) -> String {
        "GET /live HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nCookie: viewer=\(viewer)\r\n\r\n"
    }

    private struct Conversation {
        let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        var heard = ""

        func say(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

        /// Reads until the words have come, and forgets what came before them.
        mutating func hear(_ words: String) async throws {
            while !heard.contains(words) {
                guard let more = try await inbound.next() else { throw Silence(heard: heard) }
                heard += String(buffer: more)
            }
            heard = String(heard.split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)[1])
        }

        /// What comes until the other end closes.
        mutating func rest() async throws -> String {
            while let more = try await inbound.next() { heard += String(buffer: more) }
            return heard
        }
    }
    private struct Silence: Error { let heard: String }

    private func talk(to port: Int, _ body: (inout Conversation) async throws -> Void) async throws {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton).connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: .init(inboundType: ByteBuffer.self, outboundType: ByteBuffer.self))
            }
        }
        try await channel.executeThenClose { inbound, outbound in
            var conversation = Conversation(outbound: outbound, inbound: inbound.makeAsyncIterator())
            try await body(&conversation)
        }
    }
}
