import Configuration
import Files
import Foundation
import Kernel
import Logging
import Notices
import SystemPackage
import WebCore

/// How the server is run. Each setting may come as a flag, from the environment, or from a file, in this order:
/// `--port 80`, `ZVONOK_PORT=80`, or the line `ZVONOK_PORT=80` in the settings file.
public struct Settings: Sendable {
    /// Folder for the database file and other data.
    public let data: String
    /// A SQLite file's path, or a PostgreSQL address; by default `zvonok.sqlite` in the data folder.
    public let database: String
    public let host: String
    /// 0 lets the system choose.
    public let port: Int
    /// The address people type, if a proxy with TLS stands in front: `https://school58.example`.
    public let publicAddress: String?
    public let logLevel: Logger.Level
    /// Who knows it may read `/metrics`.
    public let metricsToken: String?

    /// Addresses of the proxies in front, whose word of whom they ask for is taken: `127.0.0.1`.
    public let trustedProxies: TrustedProxies
    /// The file of the installation's own key; by default `identity.key` in the data folder. Servers that act as one share it.
    public let identityKey: String
    /// The folder of sent files; by default `files` in the data folder. Servers that act as one share it.
    public let files: String
    /// Where ClamAV's daemon listens, a socket's path or `host:3310`; without it sent files are not scanned.
    public let clamd: Clamd.Address?
    /// A file that names the outside providers by which people sign in (`Provider.read`); none by default.
    public let providers: String?
    /// Roles that sign in by a provider alone (REQUIREMENTS B05): `guardian,pupil`.
    public let onlyByProvider: Set<Role>

    /// Push services that may be asked (`PushHosts`); the known browsers' by default. `*.example` is all below it.
    public let pushHosts: [String]
    /// A program with its arguments that takes whole letters on its standard input, and whose they are: `/usr/bin/msmtp -t`.
    public let mailCommand: String?
    public let mailFrom: String?
    /// Off, browsers are told to drop the worker they have: for a release whose worker is broken.
    public let hasWorker: Bool

    /// Cookies are bound to TLS where people come by TLS.
    public var isSecure: Bool { publicAddress?.hasPrefix("https://") == true }
    public var isPostgres: Bool { database.hasPrefix("postgres") || database.contains("dbname=") }

    /// `flags` are the settings given on the command line, by their names: `["port": "80"]`.
    public static func read(flags: [String: String], file: String?) async throws -> Settings {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(
                values: Dictionary(
                    uniqueKeysWithValues: flags.map { (AbsoluteConfigKey(["zvonok", $0.key]), ConfigValue(.string($0.value), isSecret: false)) })),
            EnvironmentVariablesProvider(),
        ]
        if let file {
            do { providers.append(try await EnvironmentVariablesProvider(environmentFilePath: FilePath(file))) } catch {
                throw SettingError(description: "The settings file \(file) cannot be read: \(error)")
            }
        }
        return try Settings(ConfigReader(providers: providers))
    }

    private init(_ reader: ConfigReader) throws {
        func text(_ name: String) -> String? { reader.string(forKey: ConfigKey(["zvonok", name])).flatMap { $0.isEmpty ? nil : $0 } }
        data = text("data") ?? "data"
        database = text("database") ?? URL(filePath: data).appending(path: "zvonok.sqlite").path(percentEncoded: false)
        host = text("host") ?? "127.0.0.1"
        port = try Self.number("port", text("port"), in: 0...65_535) ?? 8080
        publicAddress = text("public-address")
        if let publicAddress, !publicAddress.hasPrefix("https://"), !publicAddress.hasPrefix("http://") {
            throw SettingError(description: "public-address must begin with https:// or http://, not “\(publicAddress)”")
        }
        guard let level = Logger.Level(rawValue: text("log-level") ?? "info") else {
            throw SettingError(description: "log-level is one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        logLevel = level
        metricsToken = text("metrics-token")
        trustedProxies = TrustedProxies(Set((text("trusted-proxies") ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }))
        identityKey = text("identity-key") ?? URL(filePath: data).appending(path: "identity.key").path(percentEncoded: false)
        files = text("files") ?? URL(filePath: data).appending(path: "files").path(percentEncoded: false)
        clamd = try text("clamd").map { text in
            guard let address = Clamd.Address(text) else { throw SettingError(description: "clamd is a socket's path or host:port, not “\(text)”") }
            return address
        }
        providers = text("providers")
        onlyByProvider = try Self.roles("only-by-provider", text("only-by-provider"))
        pushHosts = text("push-hosts").map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } } ?? PushHosts.known
        mailCommand = text("mail-command")
        mailFrom = text("mail-from")
        hasWorker = text("worker") != "off"
        if mailCommand != nil, publicAddress == nil || mailFrom == nil {
            throw SettingError(description: "letters name public-address and come from mail-from: both must be set")
        }
        if providers != nil, publicAddress == nil { throw SettingError(description: "providers send people back to public-address: it must be set") }
    }

    private static func roles(_ name: String, _ text: String?) throws -> Set<Role> {
        try Set(
            (text ?? "").split(separator: ",").map { word in
                guard let role = Role(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
                    throw SettingError(description: "\(name) is a list of roles: \(Role.allCases.map(\.rawValue).joined(separator: ", ")); not “\(word)”")
                }
                return role
            })
    }

    private static func number(_ name: String, _ text: String?, in range: ClosedRange<Int>) throws -> Int? {
        guard let text else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw SettingError(description: "\(name) is a number from \(range.lowerBound) to \(range.upperBound), not “\(text)”")
        }
        return number
    }
}

/// A setting is wrong; the words are for the person at the command line.
public struct SettingError: Error, CustomStringConvertible { public let description: String }
