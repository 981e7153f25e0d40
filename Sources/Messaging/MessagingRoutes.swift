import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Reads requests, runs verbs, shows views. Decides nothing.
struct MessagingRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(use: page)
        chats.get("list", use: list)
        chats.get("unread", use: unread)
        chats.get(":chat", use: thread)
        chats.get(":chat/messages", use: messages)
        chats.post(":chat/messages", use: postMessage)
        chats.post(":chat/read", use: readUpTo)
        chats.post(":chat/typing", use: typing)
        chats.post(":chat/here", use: here)
        chats.get("manner", use: manner)
        chats.post("manner", use: setManner)
        ActRoutes(site: site).add(to: chats)
        RoomRoutes(site: site).add(to: chats)
        NoticeboardRoutes(site: site).add(to: chats)
        SearchRoutes(site: site).add(to: chats)
        OrderRoutes(site: site).add(to: chats)
        KeepingRoutes(site: site).add(to: chats)
        AttachedRoutes(site: site).add(to: chats)
    }

    @Sendable func page(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (lines, asks) = try await shelf(context)
        return views(context).page(lines, request.shelf, asks: asks)
    }

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (lines, asks) = try await shelf(context)
        return "\(asks)\(views(context).list(lines, request.shelf))"
    }

    /// The chats, and over them what the person has not acknowledged.
    private func shelf(_ context: SignedIn) async throws -> (lines: [ChatLine], asks: HTML) {
        let viewer = context.viewer, now = context.now
        let (lines, waiting) = try await site.read { tx in
            (try MessagingStore.chats(seenBy: viewer, tx), try AnnouncementStore.waiting(for: viewer, at: now, tx))
        }
        return (lines, waiting.isEmpty ? "" : AnnouncementViews(reader: context.reader, viewer: viewer).waiting(waiting, back: "/chats"))
    }

    @Sendable func unread(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        return views(context).number(try await site.read { tx in try MessagingStore.unread(of: viewer, tx) })
    }

    private func views(_ context: SignedIn) -> ChatListViews { ChatListViews(reader: context.reader, viewer: context.viewer) }

    /// `?at=` shows the thread around a message, `?reply=` with the composer ready to answer one.
    @Sendable func thread(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let span = try request.span(), viewer = context.viewer, id: ID<Chat> = try context.id("chat"), reply = try request.number("reply")
        let found = try await site.read { tx in
            let (chat, messages) = try Self.found(id, span, viewer, tx)
            return (
                chat, messages, try MessagingStore.pinned(in: id, limit: 1, seenBy: viewer, tx).first,
                try reply.flatMap { try MessagingStore.message($0, of: id, seenBy: viewer, tx) },
                try NoticeboardStore.parts(of: messages.list, in: id, for: viewer, tx), try PreparedStore.draft(in: id, of: viewer, tx),
                try ThreadOrder(in: chat, viewer, tx)
            )
        }
        let isOlder = span.isOlder && found.1.list.last?.seq != found.0.lastSeq
        return ThreadViews(reader: context.reader, viewer: viewer, parts: found.4, draft: found.5).page(
            found.0, found.1, pinned: found.2, answering: found.3, order: found.6, isOlder: isOlder)
    }

    /// A part of the thread for a page that is open already: what it has missed, or what stands above it. With `?changed=` come first the
    /// messages that have changed since that count of changes, as far as the page has them.
    @Sendable func messages(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let span = try request.span(), viewer = context.viewer, id: ID<Chat> = try context.id("chat"), change = try request.number("changed")
        let found = try await site.read { tx in
            let (chat, messages) = try Self.found(id, span, viewer, tx)
            let parts = try NoticeboardStore.parts(of: messages.list, in: id, for: viewer, tx)
            guard let change, case .after(let last) = span.place else { return (chat, messages, [Message](), parts) }
            return (chat, messages, try MessagingStore.changes(after: change, upTo: last, in: id, seenBy: viewer, tx), parts)
        }
        let views = ThreadViews(reader: context.reader, viewer: viewer, parts: found.3)
        return "\(views.changed(found.2, in: found.0))\(views.fragment(found.0, found.1, isPageTop: span.isOlder))"
    }

    private static func found(_ id: ID<Chat>, _ span: Span, _ viewer: Viewer, _ tx: Transaction) throws -> (Chat, Messages) {
        guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
        return (chat, try MessagingStore.messages(of: id, span, seenBy: viewer, tx))
    }

    /// An island names its message and gets it back; a plain form goes back to the chat.
    @Sendable func postMessage(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat")
        let sent = try await SentMessage(request, to: chat, of: site, context), post = sent.verb(in: chat)
        do {
            let posted = try await site.perform(post, by: context.viewer)
            return sent.isByScript ? try Answer(json: PostedPayload(posted)).response(to: request) : .seeOther(.chat(chat))
        } catch Denial.conflict(.waitsForLook) {
            try await site.perform(HoldMessage(post), by: context.viewer)
            return sent.isByScript ? Response(status: .accepted) : .seeOther(.chat(chat))
        } catch Denial.conflict(let question) where question.asksWriter && !sent.isByScript {
            return OrderViews(reader: context.reader).ask(question, about: sent, in: chat).response(to: request, status: .conflict)
        }
    }

    @Sendable func typing(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(NoteTyping(chat: try context.id("chat")), by: context.viewer)
        return Response(status: .noContent)
    }

    /// The same.
    @Sendable func here(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(NoteHere(chat: try context.id("chat")), by: context.viewer)
        return Response(status: .noContent)
    }

    @Sendable func manner(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let (typing, presence) = try await site.read { tx in (try TypingStore.isShown(viewer.person, tx), try ShowPresence.isShown(by: viewer, tx)) }
        return views(context).manner(showsTyping: typing, showsPresence: presence)
    }

    private struct MannerForm: Decodable { let typing: String?, presence: String? }

    @Sendable func setManner(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: MannerForm.self, context: context)
        try await site.perform(ShowTyping(isShown: form.typing != nil), by: context.viewer)
        try await site.perform(ShowPresence(isShown: form.presence != nil), by: context.viewer)
        return .seeOther(.manner)
    }

    private struct ReadForm: Decodable { let seq: Int64 }

    @Sendable func readUpTo(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat")
        let form = try await request.decode(as: ReadForm.self, context: context)
        try await site.perform(ReadUpTo(chat: chat, seq: form.seq), by: context.viewer)
        return request.isFromIsland ? Response(status: .noContent) : .seeOther(.chat(chat))
    }
}

extension Request {
    /// `?folder=` and `?q=` of the list.
    var shelf: ChatShelf {
        ChatShelf(uri.queryParameters.get("folder").flatMap { ChatShelf.Folder(rawValue: $0) } ?? .all, text: uri.queryParameters.get("q") ?? "")
    }

    /// `?after=`, `?before=`, at most one of them, and `?limit=`.
    func span(limit standard: Int = Span.page) throws -> Span {
        let limit = try number("limit").map { Int(min(max($0, 1), Int64(Span.most))) } ?? standard
        switch (try number("after"), try number("before")) {
        case (nil, nil) where uri.queryParameters.get("at") != nil: return Span(.around(try number("at") ?? 0), limit: limit)
        case (nil, nil): return Span(.newest, limit: limit)
        case (let after?, nil): return Span(.after(after), limit: limit)
        case (nil, let before?): return Span(.before(before), limit: limit)
        default: throw Denial.invalid(field: "before", .unreadable)
        }
    }

    func number(_ name: String) throws -> Int64? {
        guard let text = uri.queryParameters.get(name) else { return nil }
        guard let number = Int64(text) else { throw Denial.invalid(field: name, .unreadable) }
        return number
    }

    var isFromIsland: Bool { headers[.contentType]?.hasPrefix("application/json") == true }
}

extension Span {
    fileprivate var isOlder: Bool {
        switch place {
        case .before, .around: true
        case .newest, .after: false
        }
    }
}
