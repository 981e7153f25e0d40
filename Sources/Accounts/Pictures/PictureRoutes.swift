import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// Sign-in for those who choose pictures instead of writing a password. Decides nothing: it is the sign-in of the other page.
struct PictureRoutes: Sendable {
    let site: Site
    let works: PasswordWorks
    let session: any Session
    let threshold: any Threshold

    func add(to router: Router<AppContext>) {
        router.get("sign-in/pictures") { request, context in
            context.visit == nil ? PictureViews(reader: context.reader).signIn().response(to: request) : Response.seeOther("/")
        }
        router.post("sign-in/pictures", use: signIn)
    }

    private struct Form: Decodable { let login: String, picture1: String?, picture2: String?, picture3: String? }

    @Sendable func signIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        let chosen = [form.picture1, form.picture2, form.picture3]
        do {
            guard form.login.utf8.count <= 400, !form.login.utf8.contains(0) else { throw Denial.invalid(field: "password", .wrongPictures) }
            let password = try PicturePassword(chosen).password
            let browser = KnownBrowser(request, session)
            let ask = SignIn(login: form.login, password: password, place: browser.place(request, context))
            return try await ask.run(in: site, works, threshold, at: context.reader.now).response(session, browser, next: nil)
        } catch let denial as Denial {
            let why = denial == .invalid(field: "password", .wrongPassword) ? Denial.invalid(field: "password", .wrongPictures) : denial
            let page = PictureViews(reader: context.reader).signIn(login: form.login, chosen: chosen, refused: why)
            guard case .wait(let seconds) = denial else { return page.response(to: request, status: .unprocessableContent) }
            var response = page.response(to: request, status: .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        }
    }
}
