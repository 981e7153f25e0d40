import HTTPTypes
import Hummingbird
import Kernel

/// Knows people by what their browser or program sends. Pages and the live line ask the same one.
public protocol Session: Sendable {
    func visit(of headers: HTTPFields, at now: Moment) async throws -> Visit?
    /// The `Set-Cookie` that puts a session's cookie into the browser.
    func cookie(_ value: String) -> String
    /// Behind TLS cookies are bound to the host and never sent in the clear.
    var isSecure: Bool { get }
}

extension Session {
    public var isSecure: Bool { false }
    /// The name under which a feature's own cookie is kept.
    public func cookieName(_ name: String) -> String { isSecure ? "__Host-\(name)" : name }
    /// A feature's own cookie, kept for so many seconds; none removes it. Sent with requests that follow a link from elsewhere, and no others.
    public func cookie(_ name: String, _ value: String, seconds: Int) -> String {
        "\(cookieName(name))=\(value); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(seconds)" + (isSecure ? "; Secure" : "")
    }
    /// What the browser sent under that name.
    public func sent(_ name: String, in headers: HTTPFields) -> String? {
        let name = cookieName(name) + "="
        return (headers[.cookie] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }.first { $0.hasPrefix(name) }.map {
            String($0.dropFirst(name.count))
        }
    }
}

/// Recognises the person, fills the reader, and turns refusals into answers while the language is known.
public struct SessionMiddleware: RouterMiddleware {
    let site: Site
    let session: any Session
    private static let readerHeader = HTTPField.Name("Zvonok-Reader") ?? .server
    public init(_ site: Site, _ session: any Session) {
        self.site = site
        self.session = session
    }

    public func handle(_ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response) async throws -> Response {
        // Scripts and styles are the same for everyone: no look into the database for them.
        if request.uri.path.hasPrefix("/assets/") { return try await next(request, context) }
        var context = context
        context.peer = site.proxies.client(peer: context.peer, forwardedFor: request.headers[HTTPField.Name("X-Forwarded-For") ?? .from])
        let now = Moment.now
        let visit = try await session.visit(of: request.headers, at: now)
        context.visit = visit
        context.reader = Reader(
            language: visit?.viewer.language ?? Language(acceptLanguage: request.headers[.acceptLanguage]), viewer: visit?.viewer,
            formToken: visit?.formToken ?? "", path: request.uri.path, assets: site.assets, now: now)
        var response = try await answer(request, context, next)
        // The browser's worker keeps pages for one person and one side of them, and drops them when another comes (`worker.js`).
        if let viewer = visit?.viewer { response.headers[Self.readerHeader] = "\(viewer.person.number)-\(viewer.hat.key)" }
        if let renewed = visit?.renewedCookie { response.headers.append(HTTPField(name: .setCookie, value: session.cookie(renewed))) }
        return response
    }

    private func answer(_ request: Request, _ context: AppContext, _ next: (Request, AppContext) async throws -> Response) async throws -> Response {
        do {
            let request = try await FormGuard.check(request, context.visit)
            return try await next(request, context)
        } catch let denial as Denial {
            return denial.answer(to: request, context.reader)
        } catch let error as any HTTPResponseError {
            return try Troubles.answer(error, to: request, context)
        } catch {
            return Troubles.answer(unexpected: error, to: request, context)
        }
    }
}
