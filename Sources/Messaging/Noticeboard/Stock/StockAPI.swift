import Files
import Hummingbird
import Kernel
import WebCore
import Wire

/// The stock of ready posts for programs: the same verbs and stores as the pages.
struct StockAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("stock", "Ready posts: those a curator keeps, or those in force for a class teacher", list)
        api.post("stock", "Put a ready post into the stock, as a curator", add)
        api.post("stock/:stock/end", "Offer it no longer, as a curator", end)
        api.post("stock/:stock/send", "Send it on into a chat of one's class, as a class teacher", send)
    }

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> StockList {
        let viewer = context.viewer, today = context.reader.today
        let posts = try await site.read { tx in
            if try MessagingAccess.keepsStock(viewer, in: tx) { return try StockStore.kept(in: MessagingAccess.keptStock(by: viewer, in: tx), tx) }
            guard MessagingAccess.readsStock(viewer) else { throw Denial.notFound }
            return try StockStore.posts(for: viewer, on: today, tx)
        }
        return StockList(
            posts: posts.map {
                StockInfo(
                    id: $0.id.number, title: $0.title, body: $0.body, validFrom: $0.validFrom, validUntil: $0.validUntil, audience: $0.audience.rawValue,
                    schools: $0.schools, chats: $0.chats)
            })
    }

    @Sendable private func add(_ body: NewStockInfo, _ request: Request, _ context: SignedIn) async throws -> StockNumber {
        guard let audience = StockPost.Audience(rawValue: body.audience) else { throw Denial.invalid(field: "audience", .unreadable) }
        let post = try NewStockPost(body.title, body.body, from: body.validFrom, until: body.validUntil, for: audience)
        return StockNumber(post: try await site.perform(AddToStock(post), by: context.viewer).number)
    }

    @Sendable private func end(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(EndStockPost(try context.id("stock")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func send(_ body: NewStockUse, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let verb = SendStock(
            try context.id("stock"), to: ID(body.chat), saying: try .init(body.body), as: try .init(body.clientID),
            with: (body.files ?? []).map { ID<StoredFile>($0) })
        return MessageInfo(try await site.perform(verb, by: context.viewer, at: context.now).message)
    }
}
