import ArgumentParser
import AsyncHTTPClient
import Client
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Asks for pages again and again, as browsers of different people would, on connections that stay open.
struct PageLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "pages", abstract: "Ask for pages and time the answers.")
    @OptionGroup var target: TargetOptions
    @Option(help: "Paths, the readers take them in turn.") var path: [String]
    @Option(help: "Requests under way at once.") var readers = 8

    func run() async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let http = HTTPClient(eventLoopGroup: group)
        do { try await run(http) } catch {
            try? await http.shutdown()
            throw error
        }
        try await http.shutdown()
        try await group.shutdownGracefully()
    }

    private func run(_ http: HTTPClient) async throws {
        let clients = try await Crowd.signIn(target, http: http, atMost: readers)
        let server = target.process.map(ServerProcess.init)
        let first = try await ask(clients[0], path[0], http)
        let start = steadyNow() + UInt64(target.warmup) * 1_000_000_000, end = start + UInt64(target.duration) * 1_000_000_000
        let timings = Timings()
        async let asked: Void = askAll(clients, http, timings, from: start, until: end)
        try await Task.sleep(for: .seconds(target.warmup))
        let cpu = server?.cpuSeconds ?? 0
        try await Task.sleep(for: .seconds(target.duration))
        let used = (server?.cpuSeconds ?? 0) - cpu
        try await asked
        print(
            """
            {"path":"\(path[0])","readers":\(readers),"requests_per_s":\(timings.count / target.duration),"p50_ms":\(String(format: "%.2f", timings.milliseconds(at: 0.5))),\
            "p99_ms":\(String(format: "%.2f", timings.milliseconds(at: 0.99))),"server_cpu_ms_per_request":\(String(format: "%.3f", used * 1000 / Double(max(1, timings.count)))),\
            "bytes":\(first)}
            """)
    }

    private func askAll(_ clients: [Client], _ http: HTTPClient, _ timings: Timings, from start: UInt64, until end: UInt64) async throws {
        let paths = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for reader in 0..<readers {
                group.addTask {
                    var turn = reader
                    while steadyNow() < end {
                        let began = steadyNow()
                        _ = try await ask(clients[reader % clients.count], paths[turn % paths.count], http)
                        if began >= start { timings.add(nanoseconds: steadyNow() - began) }
                        turn += 1
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// The page's bytes as they came, packed.
    private func ask(_ client: Client, _ path: String, _ http: HTTPClient) async throws -> Int {
        var request = HTTPClientRequest(url: client.address + path)
        request.headers = ["Authorization": "Bearer \(client.token)", "Accept-Encoding": "br, gzip", "Accept-Language": "ru"]
        let answer = try await http.execute(request, timeout: .seconds(30))
        guard answer.status == .ok else { throw ValidationError("\(path): \(answer.status)") }
        return try await answer.body.collect(upTo: 16 << 20).readableBytes
    }
}
