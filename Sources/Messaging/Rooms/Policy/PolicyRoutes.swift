import Hummingbird
import Kernel
import Markup
import WebCore

/// The rules of who may write to whom.
struct PolicyRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("policy", use: page)
        chats.post("policy", use: set)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let school = try MessagingAccess.ruledChats(by: context.viewer)
        let policy = try await site.read { tx in try PolicyStore.policy(of: school.id, tx) }
        return PolicyViews(reader: context.reader).page(policy, isSaved: request.uri.queryParameters.get("saved") != nil)
    }

    @Sendable func set(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: [String: String].self, context: context)
        let rules = try ChatRule.allCases.compactMap { rule -> (ChatRule, ChatRule.Reach)? in
            guard let sent = form[rule.rawValue] else { return nil }
            guard let reach = ChatRule.Reach(rawValue: sent) else { throw Denial.invalid(field: rule.rawValue, .unknownRule) }
            return (rule, reach)
        }
        try await site.perform(SetChatPolicy(Dictionary(rules) { $1 }), by: context.viewer)
        return .seeOther("/chats/policy?saved=1")
    }
}
