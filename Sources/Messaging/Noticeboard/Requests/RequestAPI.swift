import Files
import Hummingbird
import Kernel
import WebCore
import Wire

/// Requests to publish, for programs: the same verbs and stores as the pages.
struct RequestAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("chats/:chat/requests", "Words proposed for a channel: one's own, or all as one who manages it", list)
        api.post("chats/:chat/requests", "Propose words for a channel where only its managers write, as staff", ask)
        api.post("chats/:chat/requests/:proposal/publish", "Publish them under the name of who wrote them, as one who manages the channel", publish)
        api.post("chats/:chat/requests/:proposal/return", "Return them with a reason", giveBack)
        api.delete("chats/:chat/requests/:proposal", "Take back one's own", withdraw)
    }

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> ProposalList {
        let chat = try await site.chat(context), viewer = context.viewer
        let found = try await site.read { tx in try RequestStore.requests(in: chat.id, seenBy: viewer, tx) }
        return ProposalList(
            proposals: found.map {
                let place = AttachedPlace(ofProposed: $0.id, in: $0.chat)
                return ProposalInfo(
                    id: $0.id.number, authorName: $0.author.words, body: $0.body, askedAt: $0.askedAt.milliseconds, state: $0.state.rawValue,
                    reason: $0.reason, seq: $0.seq, files: $0.files.map { AttachedInfo($0, place) })
            })
    }

    @Sendable private func ask(_ body: NewProposal, _ request: Request, _ context: SignedIn) async throws -> ProposalNumber {
        let verb = AskToPublish(try .init(body.body), in: try context.id("chat"), with: (body.files ?? []).map { ID<StoredFile>($0) })
        return ProposalNumber(proposal: try await site.perform(verb, by: context.viewer).number)
    }

    @Sendable private func publish(_ body: MessageWords, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let verb = PublishRequested(try context.id("proposal"), in: try context.id("chat"), corrected: try .init(body.body))
        return MessageInfo(try await site.perform(verb, by: context.viewer).message)
    }

    @Sendable private func giveBack(_ body: ProposalReason, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let verb = ReturnRequest(try context.id("proposal"), in: try context.id("chat"), reason: try .init(body.reason))
        try await site.perform(verb, by: context.viewer)
        return Nothing()
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(WithdrawRequest(try context.id("proposal"), in: try context.id("chat")), by: context.viewer)
        return Nothing()
    }
}
