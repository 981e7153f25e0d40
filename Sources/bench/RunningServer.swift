import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A `zvonok serve` of this run, on a free port.
final class RunningServer {
    private let process = Process()
    let address: String
    /// Seconds from the start of the process to its first answer.
    let secondsToAnswer: Double
    var id: Int32 { process.processIdentifier }

    /// Starts the server on a database and waits for its first answer.
    init(database: String, data: String) async throws {
        process.executableURL = Workshop.program("zvonok")
        process.arguments = ["serve", "--data", data, "--database", database, "--port", "0"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        let start = ContinuousClock.now
        try process.run()
        var text = ""
        while !text.contains("\n") {
            let data = pipe.fileHandleForReading.availableData
            guard !data.isEmpty else { throw BenchError(description: "zvonok serve ended before it said its address") }
            text += String(decoding: data, as: UTF8.self)
        }
        address = String(text.prefix { $0 != "\n" })
        while try await !Self.answers(address), process.isRunning { try await Task.sleep(for: .milliseconds(2)) }
        secondsToAnswer = (ContinuousClock.now - start) / .seconds(1)
    }

    private static func answers(_ address: String) async throws -> Bool {
        let answer = try? await HTTPClient.shared.execute(HTTPClientRequest(url: address + "/health/ready"), timeout: .seconds(5))
        return answer?.status.code == 200
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
