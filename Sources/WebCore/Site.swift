import Kernel
import Storage

/// What a feature may use to do its work.
public struct Site: Sendable {
    public let database: any Database
    /// The folder of this release's scripts and styles.
    public let assets: String
    public init(database: any Database, assets: String) {
        self.database = database
        self.assets = assets
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await database.read(body)
    }
    /// Does what a person asks. The answer comes when the change is durable; by then its news is on the way.
    @discardableResult public func perform<V: Verb>(_ verb: V, by viewer: Viewer, at now: Moment = .now) async throws -> V.Outcome {
        try await database.write(V.isolation) { tx in try verb.run(by: viewer, at: now, in: tx) }
    }
}
