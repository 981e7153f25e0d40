import Accounts
import Consents
import Files
import HTTPTypes
import Hummingbird
import Identity
import Invitations
import Journal
import Kernel
import Linking
import Messaging
import Movement
import Notices
import People
import Regions
import School
import Storage
import Timetable
import Transfer
import WebCore

/// The only list of features. To add one, add a line.
public enum Features {
    public static let all: [any Feature.Type] = [
        AccountsFeature.self, SchoolFeature.self, TimetableFeature.self, JournalFeature.self, FilesFeature.self, MessagingFeature.self, PeopleFeature.self,
        InvitationsFeature.self, ConsentsFeature.self, MovementFeature.self, TransferFeature.self, RegionsFeature.self, LinkingFeature.self,
        IdentityFeature.self, NoticesFeature.self,
    ]

    /// Lets every feature follow what was changed in this transaction, and what they change in turn.
    public static func settle(by person: ID<Person>?, at now: Moment, in tx: Transaction) throws {
        try Site.settle(all, by: person, at: now, in: tx)
    }
}

/// The only routes a stranger may reach; `StrangersTests` walks all the others.
public enum PublicRoutes {
    public static let all: Set<String> = [
        "GET /health/live", "GET /health/ready", "GET /sign-in", "POST /sign-in", "POST /api/v1/sign-in", "GET /assets/{folder}/{owner}",
        "GET /assets/{folder}/{owner}/{file}",
        "GET /apply", "POST /apply", "GET /apply/find", "POST /apply/find", "GET /apply/{number}/{word}", "POST /apply/{number}/{word}/answer",
        "GET /activate", "POST /activate",
        "GET /sign-in/pictures", "POST /sign-in/pictures",
        "GET /join", "POST /join", "GET /join/{code}", "POST /join/{code}", "GET /join/school/{key}", "POST /join/school/{key}",
        "GET /device/{key}", "POST /device/{key}",
        "GET /sign-in/with/{provider}", "GET /sign-in/back/{provider}", "GET /sign-in/confirm", "POST /sign-in/confirm", "POST /sign-in/confirm/passkey",
        "GET /sign-in/stolen", "POST /sign-in/stolen",
        "GET /transfer/key",
        "GET /sw.js", "GET /manifest.webmanifest", "GET /offline", "GET /mail/{word}", "POST /mail/{word}",
    ]
}

/// The parts a site is put together from.
public struct SiteParts: Sendable {
    public let site: Site
    public let session: any Session
    public let passwords: PasswordWorks
    public let assets: SiteAssets
    /// How people are known by more than a password.
    public let identity: IdentityWorks
    /// Who knows this word may read the figures at `/metrics`; without one nobody may.
    public let metricsToken: String?
    /// How people are reached who have no page open.
    public let notices: NoticesWorks
    /// Whether browsers keep a worker of ours, or are told to drop the one they have.
    public let hasWorker: Bool
    public init(
        site: Site, session: any Session, passwords: PasswordWorks, assets: SiteAssets, identity: IdentityWorks = IdentityWorks(), metricsToken: String? = nil,
        notices: NoticesWorks = NoticesWorks(), hasWorker: Bool = true
    ) {
        self.site = site
        self.session = session
        self.passwords = passwords
        self.assets = assets
        self.identity = identity
        self.metricsToken = metricsToken
        self.notices = notices
        self.hasWorker = hasWorker
    }
}

public func siteRouter(_ parts: SiteParts) -> Router<AppContext> {
    let (site, assets) = (parts.site, parts.assets)
    let router = Router(context: AppContext.self)
    router.add(middleware: RequestLog())
    router.add(middleware: SessionMiddleware(site, parts.session))
    HealthRoutes(site: site, metricsToken: parts.metricsToken).add(to: router)
    router.get("assets/:folder/:owner") { request, context in try assets.serve(try context.parameters.require("owner"), request, context) }
    router.get("assets/:folder/:owner/:file") { request, context in
        try assets.serve(try context.parameters.require("owner") + "/" + context.parameters.require("file"), request, context)
    }
    AccountsFeature.addEntrance(to: router, of: site, parts.passwords, parts.session, parts.identity)
    IdentityFeature.addEntrance(to: router, of: site, parts.identity, parts.passwords, parts.session)
    RegionsFeature.addEntrance(to: router, of: site, parts.passwords, parts.session)
    InvitationsFeature.addEntrance(to: router, of: site, parts.passwords, parts.session, parts.identity)
    TransferFeature.addPublicRoutes(to: router, of: site)
    NoticesFeature.addPublicRoutes(to: router, of: site)
    InstalledRoutes(assets: assets, hasWorker: parts.hasWorker).add(to: router)
    let signedIn = router.group(context: SignedIn.self)
    // A stranger is sent to sign in; one who is known came here without the words of a WebSocket.
    signedIn.get("live") { _, _ in HTTPResponse.Status.upgradeRequired }
    TodayRoutes(site: site).add(to: signedIn)
    AccountsFeature.addPasswordRoutes(to: signedIn, of: site, parts.passwords)
    IdentityFeature.addKeyRoutes(to: signedIn, of: site, parts.identity, parts.passwords, parts.session)
    NoticesFeature.addWorkRoutes(to: signedIn, of: site, parts.notices)
    for feature in Features.all { feature.addRoutes(to: signedIn, of: site) }
    var api = API(signedIn.group("api/v1"))
    for feature in Features.all { feature.addOperations(to: &api, of: site) }
    NoticesFeature.addOperations(to: &api, of: site, parts.notices)
    let description = OpenAPI.description(of: api.operations)
    signedIn.get("api/v1/openapi.json") { request, _ in try Answer(json: description).response(to: request) }
    return router
}

/// What `siteRouter` says of its API, for the test that compares it with the routes.
public func siteOperations(_ site: Site) -> [Operation] {
    var api = API(Router(context: AppContext.self).group(context: SignedIn.self))
    for feature in Features.all { feature.addOperations(to: &api, of: site) }
    NoticesFeature.addOperations(to: &api, of: site, NoticesWorks())
    return OpenAPI.entrance + api.operations
}
