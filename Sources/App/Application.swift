import Accounts
import Hummingbird
import HummingbirdCore
import Live
import Logging
import Storage
import StoragePostgres
import StorageSQLite
import Web
import WebCore

/// Opens the database a setting names: a file path, or a PostgreSQL connection string.
public func openDatabase(_ setting: String, announce: @escaping Announce = { _ in }) throws -> any Database {
    setting.hasPrefix("postgres") || setting.contains("dbname=")
        ? try PostgresDatabase(setting, announce: announce) : try SQLiteDatabase(path: setting, announce: announce)
}

/// A site with its pages and its live line, ready to run. `onRunning` is told the port, once it is open.
public func application(
    _ parts: SiteParts, hub: LiveHub, address: BindAddress, logger: Logger? = nil, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
)
    -> some ApplicationProtocol
{
    let endpoint = siteLive(parts.site, session: parts.session, hub: hub)
    return Application(
        router: siteRouter(parts),
        server: HTTPServerBuilder { responder in LiveHTTPChannel(endpoint, idleTimeout: .seconds(75), responder: responder) },
        configuration: .init(address: address, serverName: nil),
        onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
        logger: logger)
}
