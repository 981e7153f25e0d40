import ArgumentParser
import Foundation

/// From the start of the process to the first answer, with a whole school in the database.
struct StartBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "start", abstract: "Cold start to the first answer.")
    @Option var rounds = 5

    func run() async throws {
        let workshop = try Workshop()
        defer { workshop.remove() }
        _ = try output(of: Workshop.program("zvonok"), ["seed", "--quiet", "--data", workshop.folder.path()])
        var seconds: [Double] = []
        for _ in 1...rounds {
            let server = try await RunningServer(database: workshop.file("zvonok.sqlite"), data: workshop.folder.path())
            seconds.append(server.secondsToAnswer)
            server.stop()
        }
        report("start", String(format: "median %.2f s to the first answer (%d starts)", seconds.median, rounds))
    }
}
