import App
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Live
import Storage
import StoragePostgres
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Two nodes on one PostgreSQL, one node on SQLite.
final class ChatHouse: Sendable {
    let kind: TestDatabase
    let worlds: [World]
    private let schema: String?
    private let databases: [any Database]
    var members: [Viewer] { [worlds[0].people.vera, worlds[0].people.petya, worlds[0].people.masha, worlds[0].people.igor] }

    init(_ kind: TestDatabase) async throws {
        self.kind = kind
        guard kind == .postgres else {
            (schema, worlds) = (nil, [try await World.open(kind)])
            databases = [worlds[0].site.database]
            return
        }
        let schema = try await TestDatabase.newSchema(), hubs = [LiveHub(), LiveHub()]
        let databases = try hubs.map { try PostgresDatabase(schema, connections: 3, announce: $0.announce) }
        try await databases[0].migrate(migrationPlan)
        let first = try await World(database: databases[0], hub: hubs[0])
        worlds = [first, try World(database: databases[1], hub: hubs[1], people: first.people)]
        (self.schema, self.databases) = (schema, databases)
    }

    func start(_ place: Int, in nodes: ChatNodes, with group: inout ThrowingTaskGroup<ClosedPage?, any Error>) {
        start(worlds[place], place, in: nodes, with: &group)
    }
    private func start(_ world: World, _ place: Int, in nodes: ChatNodes, with group: inout ThrowingTaskGroup<ClosedPage?, any Error>) {
        group.addTask {
            let app = application(world.parts, hub: world.hub, address: .hostname("127.0.0.1", port: 0))
            try await app.test(.live) { client in
                let stopped = await nodes.open(ChatNode(client: client, port: client.port!, world: world), at: place)
                for await _ in stopped { break }
                // As when a process ends: its pages lose their lines.
                world.hub.announce([.gap])
            }
            return nil
        }
    }

    func stop(_ place: Int, in nodes: ChatNodes) async { await nodes.stop(place) }

    /// Another process in its place: with its own line to the database, knowing nothing of what was.
    func startAgain(_ place: Int, in nodes: ChatNodes, with group: inout ThrowingTaskGroup<ClosedPage?, any Error>) async throws {
        guard let schema else { return start(worlds[place], place, in: nodes, with: &group) }
        let hub = LiveHub(), database = try PostgresDatabase(schema, connections: 3, announce: hub.announce)
        start(try World(database: database, hub: hub, people: worlds[0].people), place, in: nodes, with: &group)
    }

    func close() { for database in databases { database.close() } }
}

struct ChatNode: Sendable {
    let client: any TestClientProtocol
    let port: Int
    let world: World

    /// What the island asks and says: as one of the world's people.
    func ask(_ path: String, as viewer: Viewer, _ body: String? = nil) async throws -> (status: HTTPResponse.Status, text: String) {
        let place = world.people.all.firstIndex(of: viewer) ?? 0
        var headers: HTTPFields = [.cookie: "viewer=\(place)"]
        if body != nil {
            headers[.contentType] = "application/json"
            headers[HTTPField.Name("X-Form-Token")!] = "form-token"
        }
        return try await client.execute(uri: path, method: body == nil ? .get : .post, headers: headers, body: body.map { ByteBuffer(string: $0) }) {
            ($0.status, String(buffer: $0.body))
        }
    }
}

/// The nodes that are up. Who asks while none is waits for one.
actor ChatNodes {
    private var up: [Int: ChatNode] = [:]
    private var stops: [Int: AsyncStream<Void>.Continuation] = [:]
    private var waiting: [CheckedContinuation<ChatNode?, Never>] = []
    private var isClosed = false

    func open(_ node: ChatNode, at place: Int) -> AsyncStream<Void> {
        up[place] = node
        for one in waiting { one.resume(returning: node) }
        waiting = []
        let (stream, stop) = AsyncStream<Void>.makeStream()
        if isClosed { stop.finish() } else { stops[place] = stop }
        return stream
    }
    func stop(_ place: Int) {
        up[place] = nil
        stops.removeValue(forKey: place)?.finish()
    }
    func close() {
        isClosed = true
        for place in Array(stops.keys) { stop(place) }
        for one in waiting { one.resume(returning: nil) }
        waiting = []
    }
    /// The one at the place, or another.
    func any(_ place: Int) async -> ChatNode? {
        if let node = up[place] ?? up.min(by: { $0.key < $1.key })?.value { return node }
        if isClosed { return nil }
        return await withCheckedContinuation { waiting.append($0) }
    }
}

/// Whether all is said: a page that opens its line from then on has only to ask once more.
final class ChatRoll: Sendable {
    private let ended = Flag()
    func end() { ended.raise() }
    var isEnding: Bool { ended.isRaised }
}
