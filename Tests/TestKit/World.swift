import Accounts
import App
import Files
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Live
import School
import Storage
import Timetable
import Web
import WebCore

/// One small school that every test knows by heart, made by the product's own verbs.
///
/// Vera teaches maths in 7А and is its class teacher; Igor teaches chemistry in 8Б. Petya and Masha are in 7А; Olga is Petya's
/// mother, Pavel is Masha's father. Kolya is in 8Б. Rita is the administrator. Vera also has a son in the school: Kolya (her
/// other hat). Far away, in another school of the same installation, Zoya teaches history to Yura; Xenia is the administrator.
/// It is Tuesday, 10 November 2026, 9:10 in the morning, and the maths lesson of 7А is on.
public struct World: Sendable {
    public static let today = Day(number: 20_767)
    public static let zone = Zone.moscow
    public static let now = zone.moment(today, minute: 9 * 60 + 10)

    public let site: Site
    public let hub: LiveHub
    public let people: People
    public let parts: SiteParts

    public struct People: Sendable {
        public let vera, veraAsMother, igor, olga, pavel, petya, masha, kolya, rita: Viewer
        public let zoya, yura, xenia: Viewer
        public let class7, class8, classFar: SchoolClass
        public let maths, chemistry, history: ID<Course>
        /// Dated lessons: maths of 7А is on now; the one before was on Monday, the next is on Thursday.
        public let mathsNow, mathsBefore, mathsNext, chemistryToday, historyToday: ID<Lesson>
        public var all: [Viewer] { [vera, veraAsMother, igor, olga, pavel, petya, masha, kolya, rita, zoya, yura, xenia] }
        public var ours: [Viewer] { [vera, veraAsMother, igor, olga, pavel, petya, masha, kolya, rita] }
        public var theirs: [Viewer] { [zoya, yura, xenia] }
    }

    public static func open(_ kind: TestDatabase) async throws -> World {
        let hub = LiveHub()
        return try await World(database: kind.open(announce: hub.announce), hub: hub)
    }

    /// The school written into a new, migrated database.
    public init(database: any Database, hub: LiveHub = LiveHub()) async throws {
        let people = try await database.write { tx in try WorldMaking(tx).people() }
        try self.init(database: database, hub: hub, people: people)
    }

    /// Another node of a world that is there already.
    public init(database: any Database, hub: LiveHub, people: People, files: FileWorks? = nil) throws {
        let assets = SiteAssets()
        let files = try files ?? FileWorks(store: ContentFolder(TestDatabase.newFolder()), patience: .seconds(120))
        site = Site(database: database, assets: assets.folder, features: Features.all, vault: TestDatabase.newFolder(), files: files)
        self.hub = hub
        self.people = people
        parts = SiteParts(site: site, session: ByCookie(people: people.all), passwords: try PasswordWorks(cost: .light), assets: assets)
    }

    /// Talks to the site as one person; `nil` is a stranger. `proved` is when they last proved who they are.
    public func browse<T: Sendable>(
        as viewer: Viewer?, proved: Moment = .now, _ test: @escaping @Sendable (any TestClientProtocol) async throws -> T
    ) async throws -> T {
        let parts = SiteParts(site: site, session: Always(viewer, proved: proved), passwords: parts.passwords, assets: parts.assets)
        return try await Application(router: siteRouter(parts)).test(.router, test)
    }

    /// Talks to the site as several people at once, each with a client of their own, in their order.
    public func browse<T: Sendable>(
        asEach viewers: [Viewer], _ test: @escaping @Sendable ([any TestClientProtocol]) async throws -> T
    ) async throws -> T { try await browse(asEach: viewers[...], [], test) }

    private func browse<T: Sendable>(
        asEach viewers: ArraySlice<Viewer>, _ clients: [any TestClientProtocol], _ test: @escaping @Sendable ([any TestClientProtocol]) async throws -> T
    ) async throws -> T {
        guard let first = viewers.first else { return try await test(clients) }
        return try await browse(as: first) { client in try await browse(asEach: viewers.dropFirst(), clients + [client], test) }
    }

    /// Starts the whole server on a free port, with the live line. A page says who it is by a cookie with the person's place in the world.
    public func serve<T: Sendable>(_ test: @escaping @Sendable (_ port: Int) async throws -> T) async throws -> T {
        let app = application(parts, hub: hub, address: .hostname("127.0.0.1", port: 0))
        return try await app.test(.live) { client in try await test(client.port!) }
    }

    /// A word for a number, where a test needs many different names: names have no digits.
    public static func word(_ number: Int) -> String {
        let letters = Array("абвгдежзик")
        return String(String(number).compactMap { $0.wholeNumberValue.map { letters[$0] } })
    }

    /// Every route the site answers, for tests that sweep them.
    public var routes: [KnownRoute] { siteRouter(parts).routes.map { KnownRoute(name: $0.description, method: $0.method, template: $0.path.description) } }

    /// Runs a verb by a viewer at the world's own hour.
    @discardableResult public func perform<V: Verb>(_ verb: V, by viewer: Viewer, at now: Moment = World.now) async throws -> V.Outcome {
        try await site.perform(verb, by: viewer, at: now)
    }

    /// How a verb ends for a viewer: `nil` if it is done, else the refusal. Any other error is thrown on.
    public func outcome(_ verb: some Verb, by viewer: Viewer, at now: Moment = World.now) async throws -> Denial? {
        do {
            _ = try await site.perform(verb, by: viewer, at: now)
            return nil
        } catch let denial as Denial { return denial }
    }
}

/// A route of the site, as tests walk them.
public struct KnownRoute: Sendable {
    /// `GET /journal/lessons/{lesson}`
    public let name: String
    public let method: HTTPRequest.Method
    let template: String

    /// An address of the route, with one value for each variable piece.
    public func path(_ value: (_ name: String) -> String = { _ in "1" }) -> String {
        "/" + template.split(separator: "/").map { $0.hasPrefix("{") ? value(String($0.dropFirst().dropLast())) : String($0) }.joined(separator: "/")
    }
}

/// Everyone is this one.
struct Always: Session {
    let viewer: Viewer?
    let proved: Moment
    init(_ viewer: Viewer?, proved: Moment) {
        self.viewer = viewer
        self.proved = proved
    }
    func visit(of headers: HTTPFields, at now: Moment) -> Visit? {
        viewer.map { Visit(viewer: $0, session: 1, formToken: "form-token", isByCookie: headers[.authorization] == nil, provedAt: proved) }
    }
    func cookie(_ value: String) -> String { "zvonok=\(value)" }
}

struct ByCookie: Session {
    let people: [Viewer]
    func visit(of headers: HTTPFields, at now: Moment) -> Visit? {
        guard let cookie = headers[.cookie], cookie.hasPrefix("viewer="), let place = Int(cookie.dropFirst(7)), people.indices.contains(place) else {
            return nil
        }
        return Visit(viewer: people[place], session: Int64(place) + 1, formToken: "form-token", isByCookie: true)
    }
    func cookie(_ value: String) -> String { "viewer=\(value)" }
}
