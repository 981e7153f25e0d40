import HTTPTypes
import Hummingbird
import Kernel
import Markup
import WebCore

/// Chats of several schools.
struct NetworkRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("networks", use: page)
        chats.post("networks", use: propose)
        chats.post("networks/:chat/answer", use: answer)
    }

    private func networks(_ context: SignedIn) async throws -> [Network] {
        let school = try MessagingAccess.networked(by: context.viewer)
        return try await site.read { tx in try NetworkStore.networks(of: school, tx) }
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        NetworkViews(reader: context.reader).page(try await networks(context), own: context.viewer.hat.school.name)
    }

    private struct ProposeForm: Decodable { let title: String, about: String?, school: String }

    /// What was typed stays where it is refused.
    @Sendable func propose(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: ProposeForm.self, context: context), typed = (form.title, form.about ?? "", form.school)
        do {
            try await site.perform(ProposeNetwork(try ChatDraft(form.title, about: form.about ?? ""), to: form.school), by: context.viewer)
            return .seeOther(.networks)
        } catch let denial as Denial {
            guard case .invalid = denial else { throw denial }
            let page = NetworkViews(reader: context.reader).page(
                try await networks(context), own: context.viewer.hat.school.name, refused: denial, typed: typed)
            return page.response(to: request, status: .unprocessableContent)
        }
    }

    @Sendable func answer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: OnForm.self, context: context)
        try await site.perform(AnswerNetwork(id, agrees: form.on == 1), by: context.viewer)
        return .seeOther(.networks)
    }
}
