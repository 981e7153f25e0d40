import ArgumentParser
import Foundation

/// The crash test's long run: cycles of load, SIGKILL and a look whether every acknowledged write is there.
struct CrashBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crash", abstract: "200 cycles of load and SIGKILL on each database; needs TEST_POSTGRES for the second.")
    @Option var cycles = 200

    func run() async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["swift", "test", "--filter", "CrashTests"]
        process.environment = ProcessInfo.processInfo.environment.merging(["CRASH_CYCLES": String(cycles)]) { _, new in new }
        try process.run()
        process.waitUntilExit()
        report("crash", "\(cycles) cycles: \(process.terminationStatus == 0 ? "every acknowledged write was there" : "FAILED")")
        guard process.terminationStatus == 0 else { throw ExitCode(1) }
    }
}
