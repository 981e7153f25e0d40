import ArgumentParser

/// The product's figures, taken on this machine. Each run is bounded, talks to 127.0.0.1 only and cleans up after itself.
@main struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure Zvonok on this machine.",
        subcommands: [
            WritesBench.self, ChatBench.self, PagesBench.self, MakingBench.self, StartBench.self, PeopleBench.self, JoinBench.self, SearchBench.self,
            CrashBench.self,
            AllBench.self,
        ])
}

struct AllBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "all", abstract: "Everything but the long crash run, one after another.")
    func run() async throws {
        try await WritesBench.parse([]).run()
        try await ChatBench.parse([]).run()
        try await MakingBench.parse([]).run()
        try await PagesBench.parse([]).run()
        try await StartBench.parse([]).run()
    }
}
