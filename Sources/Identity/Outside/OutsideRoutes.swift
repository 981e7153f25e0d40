import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import Storage
import WebCore

/// The way to a provider and back. Reads requests, runs what decides, shows views.
struct OutsideRoutes: Sendable {
    let site: Site
    let works: IdentityWorks
    let session: any Session

    func add(to router: Router<AppContext>) {
        router.get("sign-in/with/:provider", use: begin)
        router.get("sign-in/back/:provider", use: back)
    }

    @Sendable func begin(_ request: Request, _ context: AppContext) async throws -> Response {
        let provider = try works.provider(context.parameters.get("provider"))
        let next = request.uri.queryParameters.get("next")
        if context.visit != nil { return .seeOther(next.flatMap { Link(returning: $0) } ?? "/") }
        return try await OutsideDoor(works: works, session: session).send(request, context, to: provider, OutsideWay(to: provider, for: .signIn, next: next))
    }

    @Sendable func back(_ request: Request, _ context: AppContext) async throws -> Response {
        let provider = try works.provider(context.parameters.get("provider")), views = GateViews(reader: context.reader)
        var response: Response
        do {
            response = try await finish(request, context, provider)
        } catch let trouble as OutsideTrouble {
            context.logger.notice("sign-in by a provider failed", metadata: ["provider": "\(provider.key)", "trouble": "\(trouble.rawValue)"])
            response = views.failed(provider, trouble).response(to: request, status: .unprocessableContent)
        } catch let denial as Denial {
            response = views.refused(provider, denial).response(to: request, status: .unprocessableContent)
        }
        // The way is over, whatever came of it.
        response.headers.append(HTTPField(name: .setCookie, value: session.cookie(OutsideWay.cookie, "", seconds: 0)))
        return response
    }

    private func finish(_ request: Request, _ context: AppContext, _ provider: Provider) async throws -> Response {
        let (query, now) = (request.uri.queryParameters, context.reader.now)
        let sent = session.sent(OutsideWay.cookie, in: request.headers)
        guard let ticket = sent.flatMap({ Ticket<OutsideWay>.open($0, for: OutsideWay.cookie, at: now, works.keys) }), ticket.contents.provider == provider.key,
            let state = query.get("state"), isSame(Array(state.utf8), Array(ticket.contents.state.utf8))
        else { throw OutsideTrouble.stale }
        let (keys, way) = (works.keys, ticket.contents)
        guard try await site.database.write({ tx in try ticket.spend(at: now, keys, tx) }) else { throw OutsideTrouble.stale }
        if let error = query.get("error") { throw OutsideTrouble(error: error, description: query.get("error_description") ?? "") }
        guard let code = query.get("code"), !code.isEmpty, code.utf8.count < 4096, let origin = works.origin(authority: request.head.authority) else {
            throw OutsideTrouble.unbelievable
        }
        let outside = try await works.person(code: code, way, of: provider, back: OutsideDoor.back(origin, provider), at: now)
        let recognise = RecogniseOutside(outside: outside, provider: provider, keys: keys)
        switch way.purpose {
        case .signIn: return try await enter(recognise, way, request, context, provider)
        case .proveAgain: return try await prove(recognise, way, request, context, provider)
        }
    }

    private func enter(_ recognise: RecogniseOutside, _ way: OutsideWay, _ request: Request, _ context: AppContext, _ provider: Provider) async throws
        -> Response
    {
        let (now, browser, works, site) = (context.reader.now, KnownBrowser(request, session), works, site)
        let place = browser.place(request, context)
        let arrived: Arrived? = try await site.database.write { tx in
            guard case .known(let person) = try recognise.run(at: now, in: tx) else { return nil }
            return try Arrival(person, by: .provider, from: place, next: way.next).enter(by: works, of: site.features, at: now, in: tx)
        }
        guard let arrived else { return GateViews(reader: context.reader).different(provider).response(to: request, status: .unprocessableContent) }
        return try arrived.response(session, browser, next: way.next)
    }

    /// The same person, by the same sign-in that asked: anything else proves nothing.
    private func prove(_ recognise: RecogniseOutside, _ way: OutsideWay, _ request: Request, _ context: AppContext, _ provider: Provider) async throws
        -> Response
    {
        guard let visit = context.visit, visit.session == way.session else { throw OutsideTrouble.stale }
        let (person, number, now) = (visit.viewer.person, visit.session, context.reader.now)
        let isProved = try await site.database.write { tx in
            guard try recognise.run(at: now, in: tx) == .known(person) else { return false }
            try SignInStore.prove(number, of: person, at: now, tx)
            return true
        }
        guard isProved else { throw OutsideTrouble.unbelievable }
        return .seeOther(way.next.flatMap { Link(returning: $0) } ?? "/more")
    }
}

/// Sends a browser to a provider, with the words it must bring back under seal in its own cookie.
struct OutsideDoor: Sendable {
    let works: IdentityWorks
    let session: any Session

    static func back(_ origin: String, _ provider: Provider) -> String { origin + "/sign-in/back/" + provider.key }

    func send(_ request: Request, _ context: some OutsideContext, to provider: Provider, _ way: OutsideWay) async throws -> Response {
        guard let origin = works.origin(authority: request.head.authority) else { throw Denial.notFound }
        let now = context.reader.now
        do {
            let address = try await works.address(way, to: provider, back: Self.back(origin, provider), at: now)
            guard let link = Link(external: address) else { throw OutsideTrouble.unbelievable }
            let ticket = try Ticket.make(way, for: OutsideWay.cookie, seconds: OutsideWay.life, at: now, works.keys)
            var response = Response.seeOther(link)
            response.headers[.cacheControl] = "no-store"
            response.headers.append(HTTPField(name: .setCookie, value: session.cookie(OutsideWay.cookie, ticket, seconds: OutsideWay.life)))
            return response
        } catch let trouble as OutsideTrouble {
            context.logger.notice("a provider cannot be asked", metadata: ["provider": "\(provider.key)", "trouble": "\(trouble.rawValue)"])
            return GateViews(reader: context.reader).failed(provider, trouble).response(to: request, status: .serviceUnavailable)
        }
    }
}

/// Those who are in and those who are not yet go to a provider by the same door.
protocol OutsideContext: RequestContext { var reader: Reader { get } }
extension AppContext: OutsideContext {}
extension SignedIn: OutsideContext {}
