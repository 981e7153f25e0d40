import Accounts
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// «Связанные дневники», everybody's own. Decides nothing.
struct OwnLinkRoutes: Sendable {
    let site: Site

    func add(to linking: RouterGroup<SignedIn>) {
        linking.get(use: page)
        linking.post(use: claim)
        linking.post("links/:account/end", use: end)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> Response { try await page(request, context, .none) }

    private func page(_ request: Request, _ context: SignedIn, _ refused: RefusedForm) async throws -> Response {
        let viewer = context.viewer, done = request.uri.queryParameters.get("done").flatMap { ClaimAccount.Outcome(rawValue: $0) }
        let (links, systems) = try await site.read { tx in (try LinkingStore.own(of: viewer, tx), try LinkingStore.systems(of: viewer.school, tx)) }
        return OwnLinkViews(reader: context.reader).page(links, systems, done: refused.denial == nil ? done : nil, refused).response(
            to: request, status: refused.denial == nil ? .ok : .unprocessableContent)
    }

    private struct ClaimForm: Decodable { let system: String?, code: String?, login: String }

    @Sendable func claim(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: ClaimForm.self, context: context)
        do {
            let outcome = try await LinkingDoor(site: site).claim(
                form.login, system: form.system.flatMap(Int64.init), code: form.code, by: context.viewer, at: context.now)
            return .seeOther("/linking?done=\(outcome.rawValue)")
        } catch let denial as Denial {
            let typed = ["system": form.system ?? "", "code": form.code ?? "", "login": form.login]
            return try await page(request, context, RefusedForm(denial: denial, typed: typed))
        }
    }

    @Sendable func end(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(EndOwnLink(account: try context.id("account")), by: context.viewer)
        return .seeOther("/linking")
    }
}

/// Compares an outside login with what the school has. Logins can be guessed, so whoever is wrong is made to wait: each person, and each
/// system as a whole. Which of the two was wrong, code or login, is not told.
struct LinkingDoor: Sendable {
    let site: Site

    func claim(_ login: String, system: Int64?, code: String?, by viewer: Viewer, at now: Moment) async throws -> ClaimAccount.Outcome {
        let code = (code ?? "").lowercased().filter { !$0.isWhitespace && $0 != "-" }
        let place: ClaimAccount.Place = if let system, code.isEmpty { .system(ID(system)) } else { .code(String(code.prefix(40))) }
        let keys = ["login:Linking-of-\(viewer.person.number)", "address:Linking-to-\(system ?? 0)-\(code.prefix(40))"]
        let wait = try await site.read { tx in try AttemptStore.wait(keys, at: now, tx) }
        guard wait == 0 else { throw Denial.wait(seconds: wait) }
        do {
            let claim = ClaimAccount(place: place, login: String(login.prefix(400)), diary: NeutralRoster())
            let outcome = try await site.perform(claim, by: viewer, at: now)
            // Another's login that was guessed is a guess as well.
            if outcome == .asked { try await site.database.write { tx in try AttemptStore.fail(keys[0], at: now, tx) } }
            return outcome
        } catch Denial.invalid(let field, .noSuchAccount) {
            try await site.database.write { tx in for key in keys { try AttemptStore.fail(key, at: now, tx) } }
            throw Denial.invalid(field: field, .noSuchAccount)
        }
    }
}
