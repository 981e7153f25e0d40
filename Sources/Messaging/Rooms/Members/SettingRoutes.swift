import Hummingbird
import Kernel
import Markup
import WebCore

/// What a chat's owner and managers, and each member for themselves, set.
struct SettingRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.post(":chat/describe", use: describe)
        chats.post(":chat/posting", use: posting)
        chats.post(":chat/end", use: end)
        chats.post(":chat/leave", use: leave)
        chats.post(":chat/first", use: putFirst)
        chats.post(":chat/mute", use: mute)
        chats.post(":chat/links", use: makeLink)
        chats.post(":chat/links/:link/revoke", use: revoke)
    }

    private struct DescribeForm: Decodable { let title: String, about: String? }

    @Sendable func describe(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: DescribeForm.self, context: context)
        try await site.perform(DescribeChat(id, as: try ChatDraft(form.title, about: form.about ?? "")), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    private struct PostingForm: Decodable { let managers: Int }

    @Sendable func posting(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: PostingForm.self, context: context)
        try await site.perform(SetPosting(id, isForManagers: form.managers == 1), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    @Sendable func end(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: OnForm.self, context: context)
        try await site.perform(EndChat(id, isEnded: form.on == 1), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    @Sendable func leave(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(LeaveChat(try context.id("chat")), by: context.viewer)
        return .seeOther(.chats)
    }

    @Sendable func putFirst(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: OnForm.self, context: context)
        try await site.perform(PutFirst(id, isFirst: form.on == 1), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    @Sendable func mute(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: OnForm.self, context: context)
        try await site.perform(MuteChat(id, isMuted: form.on == 1), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    private struct LinkForm: Decodable { let side: String, days: Int }

    @Sendable func makeLink(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat"), form = try await request.decode(as: LinkForm.self, context: context)
        guard let side = Side(rawValue: form.side) else { throw Denial.invalid(field: "side", .unknownPeer) }
        try await site.perform(MakeChatLink(to: id, for: side, days: form.days), by: context.viewer)
        return .seeOther(.members(of: id))
    }

    @Sendable func revoke(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Chat> = try context.id("chat")
        try await site.perform(RevokeChatLink(try context.id("link"), to: id), by: context.viewer)
        return .seeOther(.members(of: id))
    }
}
