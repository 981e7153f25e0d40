import Accounts
import Hummingbird
import Kernel
import Markup
import WebCore

/// The first page after coming in: the login, to be remembered, and where to go.
struct WelcomeRoutes: Sendable {
    let site: Site

    func show(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let person = context.viewer.person
        let login = try await site.read { tx in try AccountsStore.login(of: person, tx) }
        return JoinViews(reader: context.reader).welcome(context.viewer, login: login)
    }
}
