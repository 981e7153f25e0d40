import ArgumentParser
import AsyncHTTPClient
import Client
import Foundation
import NIOCore
import NIOPosix
import Wire

/// Everyone opens the live line; messages are posted by the API into the classes' chats; every delivery is timed, from the
/// moment the message was meant to be posted to the moment a member's line has it.
struct ChatLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "chat", abstract: "Post into chats and time each delivery.")
    @OptionGroup var target: TargetOptions
    @Option(help: "Messages a second over all chats. Without it as many as go: a next one when one has reached all its members.") var rate: Double?
    @Option(help: "Messages under way at once, without a rate.") var window = 4
    @Option(help: "Bytes of a message.") var body = 120

    func run() async throws {
        // One thread is more than enough (a delivery costs it a microsecond or two), and the server has the rest.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let http = HTTPClient(eventLoopGroup: group)
        do { try await run(group, http) } catch {
            try? await http.shutdown()
            throw error
        }
        try await http.shutdown()
        try await group.shutdownGracefully()
    }

    private func run(_ group: MultiThreadedEventLoopGroup, _ http: HTTPClient) async throws {
        let clients = try await Crowd.signIn(target, http: http)
        let server = target.process.map(ServerProcess.init)
        let before = server?.residentKiB ?? 0
        let board = Board()
        let lines = try await openLines(clients, group, board)
        while board.greeted < lines.count { try await Task.sleep(for: .milliseconds(5)) }
        let perLine = Double((server?.residentKiB ?? 0) - before) / Double(max(1, lines.count))
        let rooms = try await rooms(of: clients)
        let posting = Posting(rooms: rooms, board: board, body: body)
        let figures = try await measure(posting, board, server)
        for line in lines { line.close() }
        print(figures.line(members: clients.count, rooms: rooms.count, kibibytesPerLine: perLine))
    }

    private func openLines(_ clients: [Client], _ group: MultiThreadedEventLoopGroup, _ board: Board) async throws -> [LiveLine] {
        var lines: [LiveLine] = []
        for client in clients { lines.append(try await LiveLine.open(client, on: group) { board.heard($0) }) }
        return lines
    }

    /// The members by the chat they post into: their class's.
    private func rooms(of clients: [Client]) async throws -> [Int64: [Client]] {
        var rooms: [Int64: [Client]] = [:]
        for client in clients { if let chat = try await client.chats().first(where: { $0.kind == "class" }) { rooms[chat.id, default: []].append(client) } }
        return rooms
    }

    private func post(_ posting: Posting, until end: UInt64) async throws {
        if let rate { try await posting.openLoop(rate: rate, until: end) } else { try await posting.closedLoop(window: window, until: end) }
    }

    private func measure(_ posting: Posting, _ board: Board, _ server: ServerProcess?) async throws -> ChatFigures {
        let start = steadyNow() + UInt64(target.warmup) * 1_000_000_000
        let end = start + UInt64(target.duration) * 1_000_000_000
        board.count(from: start, to: end)
        async let posted: Void = post(posting, until: end)
        try await Task.sleep(for: .seconds(target.warmup))
        let cpu = server?.cpuSeconds ?? 0
        try await Task.sleep(for: .seconds(target.duration))
        let used = (server?.cpuSeconds ?? 0) - cpu
        try await posted
        // What was posted last is still on its way.
        for _ in 0..<800 where board.delivered < posting.expected { try await Task.sleep(for: .milliseconds(10)) }
        return ChatFigures(board: board, expected: posting.expected, seconds: Double(target.duration), serverCPU: used)
    }
}

/// What a run has found.
struct ChatFigures {
    let board: Board
    let expected: Int
    let seconds: Double
    let serverCPU: Double

    func line(members: Int, rooms: Int, kibibytesPerLine: Double) -> String {
        func number(_ value: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", value) }
        let inWindow = board.inWindow
        return """
            {"rooms":\(rooms),"members":\(members),"posted":\(board.posted),"expected":\(expected),"delivered":\(board.delivered),\
            "deliveries_per_s":\(Int(Double(inWindow) / seconds)),"p50_ms":\(number(board.timings.milliseconds(at: 0.5), 2)),\
            "p99_ms":\(number(board.timings.milliseconds(at: 0.99), 2)),"post_p99_ms":\(number(board.posts.milliseconds(at: 0.99), 2)),"server_cpu_us_per_delivery":\(number(serverCPU * 1e6 / Double(max(1, inWindow)), 2)),\
            "server_cpu_s":\(number(serverCPU, 2)),"kib_per_line":\(number(kibibytesPerLine))}
            """
    }
}
