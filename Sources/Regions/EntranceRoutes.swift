import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// What a stranger may reach: the first sign-in by a one-time code, and the application of a school.
struct EntranceRoutes: Sendable {
    let site: Site
    let works: PasswordWorks
    let session: any Session

    func add(to router: Router<AppContext>) {
        router.get("activate") { request, context in ActivationViews(reader: context.reader).form().response(to: request) }
        router.post("activate", use: activate)
        ApplyRoutes(site: site).add(to: router.group("apply"))
    }

    private struct Form: Decodable { let code: String, login: String, password: String }

    @Sendable func activate(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context)
        let verb = Activate(
            code: form.code, login: form.login, password: form.password, address: context.peer, device: request.headers[.userAgent])
        do {
            let token = try await verb.run(in: site.database, works, at: context.reader.now)
            var response = Response.seeOther("/")
            response.headers[.setCookie] = session.cookie(token)
            return response
        } catch let denial as Denial {
            // The form again, with what was typed; the password is not sent back.
            let page = ActivationViews(reader: context.reader).form(typed: ["code": form.code, "login": form.login], refused: denial)
            return page.response(to: request, status: denial.isWait ? .tooManyRequests : .unprocessableContent)
        }
    }
}

extension Denial {
    var isWait: Bool { if case .wait = self { true } else { false } }
}
