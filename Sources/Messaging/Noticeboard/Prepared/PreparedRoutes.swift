import Files
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Posts for a later hour, and drafts. Reads requests, runs verbs, shows views; decides nothing.
struct PreparedRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(":chat/later", use: page)
        chats.post(":chat/later", use: prepare)
        chats.post(":chat/later/:post", use: change)
        chats.post(":chat/later/:post/cancel", use: cancel)
        chats.post(":chat/draft", use: save)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let chat = try await site.chat(context), viewer = context.viewer
        let posts = try await site.read { tx in try PreparedStore.waiting(in: chat.id, by: viewer, tx) }
        return PreparedViews(reader: context.reader, viewer: viewer).page(chat, posts, mayAnnounce: MessagingAccess.mayAnnounce(in: chat))
    }

    private struct PostForm: FormWithFiles {
        let body: String, due: String, announcement: String?, ready: String?, sure: String?
        /// Numbers of files that the post has and keeps; a page that shows them always sends `shown`.
        let keep: [Int64]?, shown: Int?
        /// What was filled in besides the words, to be sent again; what was taken goes along by its numbers.
        func fields(_ ready: String) -> [(name: String, value: String)] {
            [("due", due), ("ready", ready)] + (announcement.map { [("announcement", $0)] } ?? []) + (shown.map { [("shown", String($0))] } ?? [])
                + (keep ?? []).map { ("keep[]", String($0)) }
        }
        func dueAt(_ zone: Zone) throws -> Moment {
            guard let moment = zone.moment(local: due) else { throw Denial.invalid(field: "due", .unreadable) }
            return moment
        }
    }

    @Sendable func prepare(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), sent: SentForm<PostForm> = try await SentForm(request, to: chat, of: site, context)
        let form = sent.fields
        let verb = PreparePost(
            try .init(form.body), in: chat, at: try form.dueAt(context.viewer.zone), isAnnouncement: form.announcement == "1", isSure: form.sure == "1",
            with: sent.files)
        return try await answer(verb, sent, to: .later(in: chat), in: chat, request, context)
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), sent: SentForm<PostForm> = try await SentForm(request, to: chat, of: site, context)
        let form = sent.fields, files = form.shown == 1 ? (form.keep ?? []).map { ID($0) } + sent.files : nil
        let verb = ChangePreparedPost(
            try context.id("post"), in: chat, to: try .init(form.body), at: try form.dueAt(context.viewer.zone), isSure: form.sure == "1", with: files)
        return try await answer(verb, sent, to: .prepared(verb.post, in: chat), in: chat, request, context)
    }

    /// Words that are asked about stay, with all else that was filled in.
    private func answer(_ verb: some Verb, _ sent: SentForm<PostForm>, to action: Link, in chat: ID<Chat>, _ request: Request, _ context: SignedIn) async throws
        -> Response
    {
        do {
            _ = try await site.perform(verb, by: context.viewer, at: context.now)
            return .seeOther(.later(in: chat))
        } catch Denial.conflict(let question) where question.asksWriter {
            let field = OrderViews.Asked.field("body", context.language.prepared.words, sent.fields.body, longest: Message.Body.longest)
            return OrderViews(reader: context.reader).ask(question, to: action, with: sent.fields.fields(sent.ready), field, back: .later(in: chat))
                .response(to: request, status: .conflict)
        }
    }

    @Sendable func cancel(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat")
        try await site.perform(CancelPreparedPost(try context.id("post"), in: chat), by: context.viewer)
        return .seeOther(.later(in: chat))
    }

    /// Milliseconds since 1970, as the device has them.
    private struct DraftForm: Decodable { let body: String, writtenAt: Int64 }

    @Sendable func save(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: DraftForm.self, context: context)
        let verb = SaveDraft(form.body, in: try context.id("chat"), writtenAt: Moment(milliseconds: form.writtenAt))
        try await site.perform(verb, by: context.viewer, at: context.now)
        return Response(status: .noContent)
    }
}
