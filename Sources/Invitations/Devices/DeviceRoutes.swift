import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The device that is signed in: makes the pass and shows it.
struct DeviceRoutes: Sendable {
    let site: Site

    func add(to more: RouterGroup<SignedIn>) {
        more.get("device", use: page)
        more.post("device", use: make)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (person, now) = (context.viewer.person, context.now)
        let key = request.uri.queryParameters.get("key").flatMap { Token(sent: $0) }
        let isGood = try await site.read { tx in try key.flatMap { try DevicePass.owner(of: $0, at: now, tx) }?.person == person }
        return DeviceViews(reader: context.reader).page(isGood ? key : nil, address: PublicAddress(of: site, request)).response(to: request).unkept
    }

    @Sendable func make(_ request: Request, _ context: SignedIn) async throws -> Response {
        let key = Token()
        try await site.perform(MakeDevicePass(key: key, session: context.visit.session), by: context.viewer)
        return Response(status: .seeOther, headers: [.location: "/more/device?key=\(key.text)"])
    }
}

/// The other device: a link by itself signs nobody in, since messengers open links to look at them; the button does.
struct PassRoutes: Sendable {
    let site: Site
    let session: any Session

    func add(to router: Router<AppContext>) {
        router.get("device/:key", use: page)
        router.post("device/:key", use: use)
    }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        let now = context.reader.now, views = DeviceViews(reader: context.reader)
        guard let key = context.parameters.get("key").flatMap({ Token(sent: $0) }),
            let owner = try await site.read({ tx in try DevicePass.owner(of: key, at: now, tx) })
        else { return views.gone().response(to: request, status: .notFound).unkept }
        return views.offer(key, to: owner.name).response(to: request).unkept
    }

    @Sendable func use(_ request: Request, _ context: AppContext) async throws -> Response {
        let (now, visit) = (context.reader.now, context.visit)
        guard let key = context.parameters.get("key").flatMap({ Token(sent: $0) }) else {
            return DeviceViews(reader: context.reader).gone().response(to: request, status: .notFound).unkept
        }
        let pass = UseDevicePass(key: key, address: context.peer, device: request.headers[.userAgent])
        do {
            let token = try await site.database.write { tx in
                let token = try pass.run(at: now, in: tx)
                if let visit, visit.isByCookie { try ComeIn.replace(visit.session, of: visit.viewer.person, in: tx) }
                return token
            }
            var response = Response.seeOther("/")
            response.headers[.setCookie] = session.cookie(token)
            return response
        } catch Denial.conflict {
            return DeviceViews(reader: context.reader).gone().response(to: request, status: .conflict).unkept
        }
    }
}
