import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Requests to publish. Reads requests, runs verbs, shows views; decides nothing.
struct RequestRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(":chat/requests", use: page)
        chats.post(":chat/requests", use: ask)
        chats.post(":chat/requests/:proposal/publish", use: publish)
        chats.post(":chat/requests/:proposal/return", use: giveBack)
        chats.post(":chat/requests/:proposal/withdraw", use: withdraw)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let chat = try await site.chat(context), viewer = context.viewer
        let requests = try await site.read { tx in try RequestStore.requests(in: chat.id, seenBy: viewer, tx) }
        return RequestViews(reader: context.reader, viewer: viewer).page(chat, requests, mayPropose: MessagingAccess.mayPropose(in: chat, viewer))
    }

    private struct BodyForm: Decodable { let body: String }

    private struct ProposalForm: FormWithFiles { let body: String, ready: String? }

    @Sendable func ask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), sent: SentForm<ProposalForm> = try await SentForm(request, to: chat, of: site, context)
        try await site.perform(AskToPublish(try .init(sent.fields.body), in: chat, with: sent.files), by: context.viewer)
        return .seeOther(.requests(in: chat))
    }

    @Sendable func publish(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), form = try await request.decode(as: BodyForm.self, context: context)
        let verb = PublishRequested(try context.id("proposal"), in: chat, corrected: try .init(form.body))
        try await site.perform(verb, by: context.viewer)
        return .seeOther(.requests(in: chat))
    }

    private struct ReasonForm: Decodable { let reason: String }

    @Sendable func giveBack(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), form = try await request.decode(as: ReasonForm.self, context: context)
        try await site.perform(ReturnRequest(try context.id("proposal"), in: chat, reason: try .init(form.reason)), by: context.viewer)
        return .seeOther(.requests(in: chat))
    }

    @Sendable func withdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat")
        try await site.perform(WithdrawRequest(try context.id("proposal"), in: chat), by: context.viewer)
        return .seeOther(.requests(in: chat))
    }
}
