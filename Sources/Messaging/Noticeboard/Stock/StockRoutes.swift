import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The stock of ready posts. Reads requests, runs verbs, shows views; decides nothing.
struct StockRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("stock", use: page)
        chats.post("stock", use: add)
        chats.post("stock/:stock/end", use: end)
        chats.post("stock/:stock/send", use: send)
    }

    /// A curator keeps it, a class teacher sends from it; to others there is none.
    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, today = context.reader.today, views = StockViews(reader: context.reader)
        return try await site.read { tx in
            if try MessagingAccess.keepsStock(viewer, in: tx) { return views.kept(try StockStore.kept(in: MessagingAccess.keptStock(by: viewer, in: tx), tx)) }
            guard MessagingAccess.readsStock(viewer) else { throw Denial.notFound }
            let chats = try MessagingStore.chats(seenBy: viewer, tx).map(\.chat).filter { $0.manages && $0.mayPost }
            return views.offered(try StockStore.posts(for: viewer, on: today, tx), chats)
        }
    }

    private struct StockForm: Decodable { let title: String, body: String, from: String, until: String, audience: String }

    @Sendable func add(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: StockForm.self, context: context)
        guard let from = Day(form.from) else { throw Denial.invalid(field: "from", .unreadable) }
        guard let until = Day(form.until) else { throw Denial.invalid(field: "until", .unreadable) }
        let post = try NewStockPost(form.title, form.body, from: from, until: until, for: StockPost.Audience(rawValue: form.audience) ?? .both)
        try await site.perform(AddToStock(post), by: context.viewer)
        return .seeOther(.stock)
    }

    @Sendable func end(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(EndStockPost(try context.id("stock")), by: context.viewer)
        return .seeOther(.stock)
    }

    private struct SendForm: FormWithFiles { let chat: Int64, body: String, attempt: String?, ready: String? }

    @Sendable func send(_ request: Request, _ context: SignedIn) async throws -> Response {
        let sent: SentForm<SendForm> = try await SentForm(request, of: site, context) { ID($0.chat) }, form = sent.fields
        let body = try Message.Body(form.body), chat: ID<Chat> = ID(form.chat)
        let verb = SendStock(try context.id("stock"), to: chat, saying: body, as: try sent.clientID(form.attempt, of: body.text), with: sent.files)
        try await site.perform(verb, by: context.viewer, at: context.now)
        return .seeOther(.chat(chat))
    }
}
