import Files
import Hummingbird
import Kernel
import WebCore
import Wire

/// Posts for a later hour and drafts, for programs: the same verbs and stores as the pages.
struct PreparedAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("chats/:chat/later", "The person's posts in a chat that wait for their hour", list)
        api.post("chats/:chat/later", "Write a post that is made by itself at its hour", prepare)
        api.put("chats/:chat/later/:post", "Give it other words or another hour; with files said, those and no others", change)
        api.delete("chats/:chat/later/:post", "Take it back before its hour", cancel)
        api.get("chats/:chat/draft", "What the person has begun to write in a chat", draft)
        api.put("chats/:chat/draft", "Save it for the person's other devices; the newest stays", save)
    }

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> LaterList {
        let chat = try await site.chat(context), viewer = context.viewer
        let posts = try await site.read { tx in try PreparedStore.waiting(in: chat.id, by: viewer, tx) }
        return LaterList(
            posts: posts.map {
                let place = AttachedPlace(ofPrepared: $0.id, in: $0.chat)
                return LaterInfo(
                    id: $0.id.number, body: $0.body, dueAt: $0.dueAt.milliseconds, isAnnouncement: $0.isAnnouncement, hasFailed: $0.hasFailed,
                    files: $0.files.map { AttachedInfo($0, place) })
            })
    }

    @Sendable private func prepare(_ body: NewLater, _ request: Request, _ context: SignedIn) async throws -> LaterNumber {
        let verb = PreparePost(
            try .init(body.body), in: try context.id("chat"), at: Moment(milliseconds: body.dueAt), isAnnouncement: body.isAnnouncement ?? false,
            isSure: body.isSure ?? false, with: (body.files ?? []).map { ID<StoredFile>($0) })
        return LaterNumber(post: try await site.perform(verb, by: context.viewer, at: context.now).number)
    }

    @Sendable private func change(_ body: NewLater, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let verb = ChangePreparedPost(
            try context.id("post"), in: try context.id("chat"), to: try .init(body.body), at: Moment(milliseconds: body.dueAt),
            isSure: body.isSure ?? false, with: body.files?.map { ID<StoredFile>($0) })
        try await site.perform(verb, by: context.viewer, at: context.now)
        return Nothing()
    }

    @Sendable private func cancel(_ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(CancelPreparedPost(try context.id("post"), in: try context.id("chat")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func draft(_ request: Request, _ context: SignedIn) async throws -> DraftInfo {
        let chat = try await site.chat(context), viewer = context.viewer
        let draft = try await site.read { tx in try PreparedStore.draft(in: chat.id, of: viewer, tx) }
        return DraftInfo(body: draft?.body ?? "", writtenAt: draft?.writtenAt.milliseconds ?? 0)
    }

    @Sendable private func save(_ body: DraftInfo, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let verb = SaveDraft(body.body, in: try context.id("chat"), writtenAt: Moment(milliseconds: body.writtenAt))
        try await site.perform(verb, by: context.viewer, at: context.now)
        return Nothing()
    }
}
