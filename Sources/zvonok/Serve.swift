import App
import ArgumentParser
import Foundation

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the school until told to stop.",
        discussion: """
            Each setting may be a flag, an environment variable or a line of the settings file, in this order:
            --port 80, ZVONOK_PORT=80. Stops gracefully on SIGTERM and SIGINT.
            """)

    @OptionGroup var options: SettingOptions
    @Option(help: ArgumentHelp("Address to listen on. Default: 127.0.0.1.", valueName: "address"))
    var host: String?
    @Option(help: ArgumentHelp("Port to listen on; 0 takes any free one. Default: 8080.", valueName: "number"))
    var port: String?
    @Option(help: ArgumentHelp("The address people type, if a proxy with TLS stands in front: https://school.example", valueName: "url"))
    var publicAddress: String?
    @Option(help: ArgumentHelp("trace, debug, info, notice, warning, error or critical. Default: info.", valueName: "level"))
    var logLevel: String?
    @Option(help: ArgumentHelp("Who sends this as a bearer token may read /metrics. Without it nobody may.", valueName: "secret"))
    var metricsToken: String?
    @Option(help: ArgumentHelp("Addresses of proxies in front, with commas, whose word of whom they ask for is taken.", valueName: "addresses"))
    var trustedProxies: String?

    @Option(help: ArgumentHelp("Folder of sent files. Default: files in the data folder.", valueName: "folder"))
    var files: String?
    @Option(help: ArgumentHelp("ClamAV's daemon that scans sent files: a socket's path or host:port.", valueName: "address"))
    var clamd: String?
    @Option(help: ArgumentHelp("File that names outside providers (OpenID Connect, ЕСИА) by which people sign in.", valueName: "file"))
    var providers: String?
    @Option(help: ArgumentHelp("Roles that sign in by a provider alone, e.g. guardian,pupil.", valueName: "roles"))
    var onlyByProvider: String?
    @Option(help: ArgumentHelp("File of the installation's own key. Default: identity.key in the data folder.", valueName: "file"))
    var identityKey: String?

    @Option(help: ArgumentHelp("Push services that may be asked, with commas. Default: those of the known browsers.", valueName: "hosts"))
    var pushHosts: String?
    @Option(help: ArgumentHelp("Program that takes letters on its standard input, e.g. '/usr/bin/msmtp -t'.", valueName: "command"))
    var mailCommand: String?
    @Option(help: ArgumentHelp("Address letters come from.", valueName: "address"))
    var mailFrom: String?
    @Option(help: ArgumentHelp("off tells browsers to drop the worker they have. Default: on.", valueName: "on|off"))
    var worker: String?

    func run() async throws {
        let settings = try await options.read([
            "host": host, "port": port, "public-address": publicAddress, "log-level": logLevel, "metrics-token": metricsToken,
            "trusted-proxies": trustedProxies, "files": files, "clamd": clamd,
            "providers": providers, "only-by-provider": onlyByProvider, "identity-key": identityKey, "push-hosts": pushHosts,
            "mail-command": mailCommand, "mail-from": mailFrom, "worker": worker,
        ])
        let signIns = (try? String(contentsOf: DemonstrationNotes.file(settings), encoding: .utf8)) ?? ""
        try await serve(settings) { address in say("\(address)\n\(signIns)") }
    }
}

/// At once, also where the output is a pipe.
func say(_ text: String) { try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8)) }
