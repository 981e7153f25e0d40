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

    func add(to router: Router<AppContext>) {
        router.get("sign-in", use: form)
        router.post("sign-in", use: signIn)
        router.post("api/v1/sign-in", use: signInProgram)
    }

    @Sendable func form(_ request: Request, _ context: AppContext) async throws -> Response {
        let next = request.uri.queryParameters.get("next")
        if context.visit != nil { return .seeOther(next.flatMap { Link(returning: $0) } ?? "/") }
        return EntranceViews(reader: context.reader).signIn(next: next).response(to: request)
    }

    private struct Form: Decodable { let login: String, password: String, next: String? }

    @Sendable func signIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        do {
            let token = try await signIn(form.login, form.password, request, context)
            var response = Response.seeOther(form.next.flatMap { Link(returning: $0) } ?? "/")
            response.headers[.setCookie] = session.cookie(token)
            return response
        } catch let denial as Denial {
            // The form again, with what was typed and what is wrong; the password is not sent back.
            let page = EntranceViews(reader: context.reader).signIn(login: form.login, next: form.next, refused: denial)
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
        let token = try await signIn(ask.login, ask.password, request, context)
        return try Answer(json: SignInAnswer(token: token)).response(to: request)
    }

    private func signIn(_ login: String, _ password: String, _ request: Request, _ context: AppContext) async throws -> String {
        guard password.utf8.count <= Password.longest * 4, login.utf8.count <= 400, !login.utf8.contains(0) else {
            throw Denial.invalid(field: "password", .wrongPassword)
        }
        let place = SignInPlace(address: context.peer, device: request.headers[.userAgent])
        return try await SignIn(login: login, password: Password(typed: password), place: place).run(in: site.database, works, at: context.reader.now).text
    }
}
