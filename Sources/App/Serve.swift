import Accounts
import Foundation
import Hummingbird
import HummingbirdCore
import Identity
import Invitations
import Live
import Logging
import Metrics
import NIOCore
import NIOPosix
import Storage
import Web
import WebCore

/// Opens the database, brings its schema up to date and serves until the process is told to stop (SIGTERM, SIGINT): then open
/// requests are finished, open pages are told to come back, and the database is closed. `onRunning` is told the address.
public func serve(_ settings: Settings, onRunning: @escaping @Sendable (String) async -> Void) async throws {
    let level = settings.logLevel
    NIOSingletons.groupLoopCountSuggestion = connectionThreads(cores: System.coreCount)
    LoggingSystem.bootstrap { JSONLog(label: $0, level: level) }
    MetricsSystem.bootstrap(Figures.shared)
    let hub = LiveHub()
    try prepareFolder(settings)
    let database = try openDatabase(settings.database, announce: hub.announce)
    defer { database.close() }
    try await database.migrate(migrationPlan)
    let assets = SiteAssets()
    let parts = SiteParts(
        site: Site(
            database: database, assets: assets.folder, features: Features.all, address: settings.publicAddress, vault: URL(filePath: settings.data),
            proxies: settings.trustedProxies),
        session: SignIns(database: database, isSecure: settings.isSecure),
        passwords: try PasswordWorks(),
        assets: assets, identity: try identityWorks(settings), metricsToken: settings.metricsToken)
    let host = settings.host
    let app = application(parts, hub: hub, address: .hostname(host, port: settings.port), logger: Logger(label: "zvonok")) { port in
        await onRunning("http://\(host):\(port)")
    }
    let chores = chores(in: database)
    defer { chores.cancel() }
    try await app.runService()
}

/// How many threads carry the connections. Half the cores: pages are made and the database is asked on other threads, and with a
/// thread for each core they take the processor from one another (decision 0007).
func connectionThreads(cores: Int) -> Int { max(1, cores / 2) }

/// What people are known by, from the settings. Makes the installation's key at the first start.
func identityWorks(_ settings: Settings) throws -> IdentityWorks {
    let folder = URL(filePath: settings.identityKey).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return IdentityWorks(
        keys: try IdentityKeys(file: settings.identityKey), providers: try settings.providers.map { try Provider.read(file: $0) } ?? [],
        publicAddress: settings.publicAddress, onlyByProvider: settings.onlyByProvider,
        picture: { QRViews.picture($0) })
}

/// Only the owner may look into the data folder.
public func prepareFolder(_ settings: Settings) throws {
    guard !settings.isPostgres else { return }
    let folder = URL(filePath: settings.database).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
}
