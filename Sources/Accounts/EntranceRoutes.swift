import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore
import Wire

/// The only door: sign-in for browsers, and for programs.
struct EntranceRoutes: Sendable {
    let site: Site
    let works: PasswordWorks
    let session: any Session
    let threshold: any Threshold

    func add(to router: Router<AppContext>) {
        router.get("sign-in", use: form)
        router.post("sign-in", use: signIn)
        router.post("api/v1/sign-in", use: signInProgram)
    }

    @Sendable func form(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = request.uri.queryParameters.get("next")
        if context.visit != nil { return .seeOther(next.flatMap { Link(returning: $0) } ?? "/") }
        return views(context).signIn(next: next).response(to: request)
    }

    private struct Form: Decodable { let login: String, password: String, next: String? }

    @Sendable func signIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        do {
            let browser = KnownBrowser(request, session)
            let ask = SignIn(login: form.login, password: Password(typed: form.password), place: browser.place(request, context), next: form.next)
            let arrived = try await ask.run(in: site, works, threshold, at: context.reader.now)
            return try arrived.response(session, browser, next: form.next)
        } catch let denial as Denial {
            // The form again, with what was typed and what is wrong; the password is not sent back.
            let page = views(context).signIn(login: form.login, next: form.next, refused: denial)
            if case .wait(let seconds) = denial {
                var response = page.response(to: request, status: .tooManyRequests)
                response.headers[.retryAfter] = String(seconds)
                return response
            }
            return page.response(to: request, status: .unprocessableContent)
        }
    }

    @Sendable func signInProgram(_ request: Request, _ context: AppContext) async throws -> Response {
        let ask = try await request.decode(as: SignInRequest.self, context: context)
        let place = SignInPlace(address: context.peer, device: request.headers[.userAgent])
        let signIn = SignIn(login: ask.login, password: Password(typed: ask.password), place: place, code: ask.code, isProgram: true)
        guard case .signedIn(let token) = try await signIn.run(in: site, works, threshold, at: context.reader.now) else {
            throw Denial.forbidden(.wrongPassword)
        }
        return try Answer(json: SignInAnswer(token: token.text)).response(to: request)
    }

    private func views(_ context: AppContext) -> EntranceViews { EntranceViews(reader: context.reader, ways: threshold.ways(context.reader.language)) }
}

/// The browser a person signs in with, known again by a word it keeps: a new one is told to the person (PRODUCT N14). The word opens nothing.
public struct KnownBrowser: Sendable {
    private let word: Token
    private static let name = "zvonok-device"
    /// Two years.
    private static let life = 2 * 365 * 24 * 3600

    public init(_ request: Request, _ session: any Session) {
        word = session.sent(Self.name, in: request.headers).flatMap { Token(sent: $0) } ?? Token()
    }
    public func place(_ request: Request, _ context: AppContext) -> SignInPlace {
        SignInPlace(address: context.peer, device: request.headers[.userAgent], deviceHash: word.hash)
    }
    func cookie(_ session: any Session) -> String { session.cookie(Self.name, word.text, seconds: Self.life) }
}

extension Arrived {
    /// What the browser is told: the cookie of the sign-in and the place to go, or where more is asked. Throws what was refused.
    public func response(_ session: any Session, _ browser: KnownBrowser, next: String?) throws -> Response {
        switch self {
        case .signedIn(let token):
            var response = Response.seeOther(next.flatMap { Link(returning: $0) } ?? "/")
            response.headers.append(HTTPField(name: .setCookie, value: session.cookie(token.text)))
            response.headers.append(HTTPField(name: .setCookie, value: browser.cookie(session)))
            return response
        case .confirm(let cookie, let word):
            var response = Response.seeOther("/sign-in/confirm")
            response.headers.append(HTTPField(name: .setCookie, value: session.cookie(cookie, word, seconds: 600)))
            response.headers.append(HTTPField(name: .setCookie, value: browser.cookie(session)))
            return response
        case .refused(let denial): throw denial
        }
    }
}
