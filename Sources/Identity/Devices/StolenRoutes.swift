import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// «Аккаунт украли» for one who is not signed in. Login and password are asked for, or anybody could close anybody's account; the second
/// step is not: this only closes.
struct StolenRoutes: Sendable {
    let site: Site
    let passwords: PasswordWorks
    let session: any Session

    func add(to router: Router<AppContext>) {
        router.get("sign-in/stolen", use: page)
        router.post("sign-in/stolen", use: report)
    }

    @Sendable func page(_ request: Request, _ context: AppContext) -> Response {
        if context.visit != nil { return .seeOther("/more/stolen") }
        return GateViews(reader: context.reader).stolen().response(to: request)
    }

    private struct Form: Decodable { let login: String, password: String }

    @Sendable func report(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = try await request.decode(as: Form.self, context: context), (site, now) = (site, context.reader.now)
        do {
            let proof = PasswordProof(login: form.login, password: Password(typed: form.password), address: context.peer)
            let person = try await proof.person(in: site.database, passwords, at: now)
            try await site.database.write { tx in try StolenStore.report(IdentityAccess.ownAccount(person), by: person, at: now, tx) }
            return GateViews(reader: context.reader).closed().response(to: request)
        } catch let denial as Denial {
            let page = GateViews(reader: context.reader).stolen(login: form.login, refused: denial)
            if case .wait(let seconds) = denial {
                var response = page.response(to: request, status: .tooManyRequests)
                response.headers[.retryAfter] = String(seconds)
                return response
            }
            return page.response(to: request, status: .unprocessableContent)
        }
    }
}
