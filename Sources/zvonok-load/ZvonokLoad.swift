import ArgumentParser

/// Loads a Zvonok server on this machine as its people would, and measures what they would feel. Every run ends by itself.
@main struct ZvonokLoad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zvonok-load", abstract: "Load a server on this machine and measure it.", subcommands: [ChatLoad.self, PageLoad.self, JoinLoad.self])
}

struct TargetOptions: ParsableArguments {
    @Option(help: "The server's address; only 127.0.0.1 is loaded.") var address = "http://127.0.0.1:8080"
    @Option(help: ArgumentHelp("The server's process, for its CPU time and memory.", valueName: "pid")) var process: Int32?
    @Option(help: ArgumentHelp("Who signs in: a line `login TAB password` each.", valueName: "file")) var people: String
    @Option(help: "Seconds before counting begins.") var warmup = 2
    @Option(help: "Seconds of counting.") var duration = 8

    static func check(_ address: String) throws {
        guard address.hasPrefix("http://127.0.0.1:") else { throw ValidationError("only an address of this machine, http://127.0.0.1:…, is loaded") }
    }

    func validate() throws {
        try Self.check(address)
        guard (0...60).contains(warmup), (1...120).contains(duration) else { throw ValidationError("warm-up up to 60 s, duration up to 120 s") }
    }
}
