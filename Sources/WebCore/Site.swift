import Foundation
import Kernel
import Storage

/// What a feature may use to do its work.
public struct Site: Sendable {
    public let database: any Database
    /// The folder of this release's scripts and styles.
    public let assets: String
    /// All features of the site; each may follow what another has changed.
    public let features: [any Feature.Type]
    /// What people type to come here, if it is set: `https://school58.example`. Printed sheets name it.
    public let address: String?
    /// The folder for keys, which must not lie in the database. Whoever needs it makes it, for its owner's eyes alone.
    public let vault: URL?
    /// Where files that people send are kept; without it none are taken.
    public let files: FileWorks?
    let proxies: TrustedProxies
    public init(
        database: any Database, assets: String, features: [any Feature.Type], address: String? = nil, vault: URL? = nil,
        files: FileWorks? = nil, proxies: TrustedProxies = TrustedProxies()
    ) {
        self.database = database
        self.assets = assets
        self.features = features
        self.address = address
        self.vault = vault
        self.files = files
        self.proxies = proxies
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await database.read(body)
    }
    /// Does what a person asks. The answer comes when the change is durable; by then its news is on the way.
    @discardableResult public func perform<V: Verb>(_ verb: V, by viewer: Viewer, at now: Moment = .now) async throws -> V.Outcome {
        try await database.write(V.isolation) { tx in try perform(verb, by: viewer, at: now, in: tx) }
    }
    /// The same as a part of a transaction that is open already.
    @discardableResult public func perform<V: Verb>(_ verb: V, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> V.Outcome {
        let outcome = try verb.run(by: viewer, at: now, in: tx)
        try Self.settle(features, by: viewer.person.number == 0 ? nil : viewer.person, at: now, in: tx)
        return outcome
    }
    /// Lets every feature follow what was changed in this transaction. What they change in turn is followed too.
    public static func settle(_ features: [any Feature.Type], by person: ID<Person>?, at now: Moment, in tx: Transaction) throws {
        while case let facts = tx.takeFacts(), !facts.isEmpty {
            for feature in features { try feature.follow(facts, by: person, at: now, in: tx) }
        }
    }
    /// Lets every feature clear away what commits have left outside the database. One that fails does not keep the others from it.
    public func tidy(at now: Moment = .now) async throws {
        var failure: (any Error)?
        for feature in features { do { try await feature.tidy(self, at: now) } catch { failure = error } }
        if let failure { throw failure }
    }
}
