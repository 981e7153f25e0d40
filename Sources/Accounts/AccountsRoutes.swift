import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// «Ещё»: the person's own page. Reads requests, runs verbs, shows views. Decides nothing.
struct AccountsRoutes: Sendable {
    let site: Site

    func add(to more: RouterGroup<SignedIn>) {
        more.get(use: page)
        more.post("language", use: chooseLanguage)
        more.post("hat", use: changeHat)
        more.post("sign-out", use: signOut)
        more.post("sign-ins/end-others", use: signOutElsewhere)
        more.post("sign-ins/:session/end", use: endSignIn)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (person, now) = (context.viewer.person, context.now)
        let open = try await site.read { tx in try SignInStore.open(of: person, at: now, tx) }
        let doors = site.features.flatMap { $0.doors(for: context.reader, context.viewer) }
        return AccountsViews(reader: context.reader).more(
            context.viewer, doors, open, this: context.visit.session, isPasswordChanged: request.uri.queryParameters.get("changed") == "password")
    }

    private struct LanguageForm: Decodable { let language: String }

    @Sendable func chooseLanguage(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: LanguageForm.self, context: context)
        guard let language = Language(rawValue: form.language) else { throw Denial.invalid(field: "language", .unreadable) }
        try await site.perform(ChooseLanguage(language: language), by: context.viewer)
        return .seeOther("/more")
    }

    private struct HatForm: Decodable { let hat: String }

    @Sendable func changeHat(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: HatForm.self, context: context)
        if form.hat != context.viewer.hat.key {
            try await site.perform(ChangeHat(session: context.visit.session, hat: form.hat), by: context.viewer)
        }
        return .seeOther("/")
    }

    @Sendable func signOut(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(SignOut(session: context.visit.session), by: context.viewer)
        return .seeOther("/sign-in")
    }

    @Sendable func signOutElsewhere(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(SignOutEverywhereElse(kept: context.visit.session), by: context.viewer)
        return .seeOther("/more")
    }

    @Sendable func endSignIn(_ request: Request, _ context: SignedIn) async throws -> Response {
        let session: ID<Visit> = try context.id("session")
        try await site.perform(SignOut(session: session.number), by: context.viewer)
        return .seeOther("/more")
    }
}
