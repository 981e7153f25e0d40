import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// The second step of a sign-in.
struct ConfirmRoutes: Sendable {
    let site: Site
    let works: IdentityWorks
    let session: any Session
    private static let purpose = "sign-in"

    func add(to router: Router<AppContext>) {
        router.get("sign-in/confirm", use: page)
        router.post("sign-in/confirm", use: byCode)
        router.post("sign-in/confirm/passkey", use: byPasskey)
    }

    private func word(_ request: Request) -> String? { session.sent(HalfSignIn.cookie, in: request.headers) }

    @Sendable func page(_ request: Request, _ context: AppContext) async throws -> Response {
        if context.visit != nil { return .seeOther("/") }
        return try await show(request, context)
    }

    private struct Form: Decodable { let code: String }

    @Sendable func byCode(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        return try await finish(request, context) { _ in .code(form.code) }
    }

    @Sendable func byPasskey(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: PasskeyForm.self, context: context), (keys, now) = (works.keys, context.reader.now)
        let place = works.origin(authority: request.head.authority).flatMap(PasskeySite.init)
        return try await finish(request, context) { person in place.flatMap { form.proof(for: person, Self.purpose, of: $0, at: now, keys) } }
    }

    private func finish(_ request: Request, _ context: AppContext, _ proof: @escaping @Sendable (ID<Person>) -> SecondProof?) async throws -> Response {
        do {
            let (arrived, next) = try await ConfirmSignIn(half: word(request), proof: proof, keys: works.keys).run(in: site, at: context.reader.now)
            var response = try arrived.response(session, KnownBrowser(request, session), next: next)
            response.headers.append(HTTPField(name: .setCookie, value: session.cookie(HalfSignIn.cookie, "", seconds: 0)))
            return response
        } catch let denial as Denial {
            return try await show(request, context, refused: denial)
        }
    }

    private func show(_ request: Request, _ context: AppContext, refused: Denial? = nil) async throws -> Response {
        let (word, now) = (word(request), context.reader.now), views = GateViews(reader: context.reader)
        let known = try await site.read { tx in
            try HalfSignIn.find(word, at: now, tx).map { half in
                (half.arrival.person, try FactorStore.factors(of: half.arrival.person, tx), try FactorStore.credentialIDs(of: half.arrival.person, tx))
            }
        }
        guard let (person, factors, credentials) = known else { return views.beginAgain().response(to: request, status: .unprocessableContent) }
        let question = try works.question(to: person, credentials, Self.purpose, request, at: now)
        let page = views.confirm(question, hasCode: factors.hasAuthenticator, refused: refused)
        guard let refused else { return page.response(to: request) }
        if case .wait(let seconds) = refused {
            var response = page.response(to: request, status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
        return page.response(to: request, status: .unprocessableContent)
    }
}

extension IdentityWorks {
    /// A question to the person's passkeys; `nil` where they have none, or the site's address is not known.
    func question(to person: ID<Person>, _ credentials: [[UInt8]], _ purpose: String, _ request: Request, at now: Moment) throws -> PasskeyQuestion? {
        guard !credentials.isEmpty else { return nil }
        return try anyQuestion(to: person, credentials, purpose, request, at: now)
    }

    func anyQuestion(to person: ID<Person>, _ credentials: [[UInt8]], _ purpose: String, _ request: Request, at now: Moment) throws -> PasskeyQuestion? {
        guard let site = origin(authority: request.head.authority).flatMap(PasskeySite.init) else { return nil }
        let (challenge, ticket) = try PasskeyChallenge.make(for: person, purpose, at: now, keys)
        return PasskeyQuestion(challenge: challenge, ticket: ticket, site: site, credentials: credentials)
    }
}
