import Accounts
import Files
import Foundation
import Hummingbird
import HummingbirdCore
import Identity
import Invitations
import Kernel
import Live
import Logging
import Messaging
import Metrics
import NIOCore
import NIOPosix
import QR
import Notices
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
    try await database.write { tx in try CompleteChats().run(at: .now, in: tx) }
    let assets = SiteAssets()
    let parts = SiteParts(
        site: Site(
            database: database, assets: assets.folder, features: Features.all, address: settings.publicAddress, vault: URL(filePath: settings.data),
            files: try fileWorks(settings),
            proxies: settings.trustedProxies),
        session: SignIns(database: database, isSecure: settings.isSecure),
        passwords: try PasswordWorks(),
        assets: assets, identity: try identityWorks(settings), metricsToken: settings.metricsToken, notices: try noticesWorks(settings),
        hasWorker: settings.hasWorker)
    let host = settings.host
    let app = application(parts, hub: hub, address: .hostname(host, port: settings.port), logger: Logger(label: "zvonok")) { port in
        await onRunning("http://\(host):\(port)")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { [site = parts.site] in await Housekeeping(site: site).run() }
        group.addTask { [site = parts.site] in await keepPosting(site) }
        group.addTask { await Courier(database: database, works: parts.notices).run() }
        try await app.runService()
        group.cancelAll()
    }
}

/// How the installation keeps sent files and looks into them.
public func fileWorks(_ settings: Settings) throws -> FileWorks {
    try FileWorks(store: ContentFolder(URL(filePath: settings.files)), scanner: settings.clamd.map { Clamd($0) })
}

/// Makes the posts whose hour has come, four times a minute, until the server stops. What fails now is tried again.
private func keepPosting(_ site: Site) async {
    let logger = Logger(label: "zvonok.due")
    while !Task.isCancelled {
        do { try await DuePosts(site).run() } catch { logger.error("posts for a later hour were not made", metadata: ["error": "\(type(of: error))"]) }
        do { try await Task.sleep(for: .seconds(15)) } catch { return }
    }
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

/// The ways out of the house, from the settings. Makes the installation's push key at the first start.
func noticesWorks(_ settings: Settings) throws -> NoticesWorks {
    try NoticesWorks(
        vault: URL(filePath: settings.data), pushHosts: settings.pushHosts, mailCommand: settings.mailCommand, mailFrom: settings.mailFrom,
        address: settings.publicAddress)
}

/// Only the owner may look into the data folder.
public func prepareFolder(_ settings: Settings) throws {
    guard !settings.isPostgres else { return }
    let folder = URL(filePath: settings.database).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
}
