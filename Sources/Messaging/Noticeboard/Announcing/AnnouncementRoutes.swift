import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Announcements. Reads requests, runs verbs, shows views; decides nothing.
struct AnnouncementRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(":chat/announce", use: form)
        chats.post(":chat/announce", use: announce)
        chats.post(":chat/messages/:message/receipt", use: acknowledge)
        chats.get(":chat/messages/:message/receipts", use: receipts)
        chats.post(":chat/messages/:message/remind", use: remind)
        chats.post(":chat/messages/:message/open", use: open)
        chats.get(":chat/messages/:message/replies", use: exchanges)
        chats.get(":chat/messages/:message/replies/:person", use: exchange)
        chats.post(":chat/messages/:message/replies/:person", use: reply)
        chats.post(":chat/messages/:message/replies/:person/read", use: markRead)
    }

    private func views(_ context: SignedIn) -> OversightViews { OversightViews(reader: context.reader, viewer: context.viewer) }

    @Sendable func form(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let chat = try await site.chat(context)
        guard MessagingAccess.mayAnnounce(in: chat) else { throw Denial.forbidden(.onlyManagersAnnounce) }
        return views(context).form(in: chat)
    }

    @Sendable func announce(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), sent = try await SentMessage(request, to: chat, of: site, context)
        let verb = PostAnnouncement(try Message.Body(sent.body.text), as: sent.clientID, in: chat, isOpen: sent.isOpen, with: sent.files)
        let posted = try await site.perform(verb, by: context.viewer)
        return .seeOther(.chat(chat, at: posted.message.seq))
    }

    private struct BackForm: Decodable { let back: String? }

    @Sendable func acknowledge(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: BackForm.self, context: context)
        try await site.perform(Acknowledge(seq, in: chat), by: context.viewer)
        return try await site.answerWithPart(request, context, back: form.back)
    }

    @Sendable func receipts(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (id, seq) = try context.place(), viewer = context.viewer
        let found = try await site.read { tx in
            let overseen = try MessagingAccess.overseen(seq, in: id, by: viewer, in: tx)
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx), let message = try MessagingStore.message(seq, of: id, seenBy: viewer, tx),
                let announcement = try AnnouncementStore.announcements([seq], of: id, seenBy: viewer, tx).first
            else { throw Denial.notFound }
            return (chat, message, announcement, try AnnouncementStore.addressees(of: overseen, tx))
        }
        return views(context).receipts(found.2, found.3, found.1, in: found.0)
    }

    @Sendable func remind(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place()
        try await site.perform(RemindReaders(seq, in: chat), by: context.viewer)
        return .seeOther(.receipts(of: seq, in: chat))
    }

    private struct SwitchForm: Decodable { let on: Int }

    @Sendable func open(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: SwitchForm.self, context: context)
        try await site.perform(OpenForTalk(seq, in: chat, isOpen: form.on == 1), by: context.viewer)
        return .seeOther(.receipts(of: seq, in: chat))
    }

    // MARK: Answers

    /// The author's list; whoever else asks has one exchange, their own.
    @Sendable func exchanges(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (id, seq) = try context.place(), viewer = context.viewer
        let found = try await site.read { tx -> (Chat, Message, [Exchange])? in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx), let message = try MessagingStore.message(seq, of: id, seenBy: viewer, tx),
                case .announcement = message.part
            else { throw Denial.notFound }
            guard message.author.id == viewer.person else { return nil }
            let overseen = try MessagingAccess.overseen(seq, in: id, by: viewer, in: tx)
            return (chat, message, try AnnouncementStore.exchanges(about: overseen, by: viewer, tx))
        }
        guard let (chat, message, list) = found else { return .seeOther(.exchange(about: seq, in: id, with: viewer.person)) }
        return views(context).exchanges(list, about: message, in: chat).response(from: request, context: context)
    }

    @Sendable func exchange(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (id, seq) = try context.place(), person: ID<Person> = try context.id("person"), viewer = context.viewer
        let found = try await site.read { tx in
            let exchange = try MessagingAccess.exchangeRead(about: seq, in: id, with: person, by: viewer, in: tx)
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return (chat, try MessagingStore.message(seq, of: id, tx), try AnnouncementStore.replies(in: exchange, tx))
        }
        return views(context).exchange(found.2, with: person, about: found.1, in: found.0)
    }

    private struct ReplyForm: Decodable { let body: String, attempt: String?, sure: String? }

    @Sendable func reply(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), person: ID<Person> = try context.id("person")
        let form = try await request.decode(as: ReplyForm.self, context: context)
        let body = try Message.Body(form.body), attempt = form.attempt.map(Attempt.init(sent:)) ?? Attempt()
        let verb = try ReplyToAnnouncement(body, as: attempt.clientID(of: body), to: seq, in: chat, with: person, isSure: form.sure == "1")
        let place = Link.exchange(about: seq, in: chat, with: person)
        do {
            try await site.perform(verb, by: context.viewer)
            return .seeOther(place)
        } catch Denial.conflict(let question) where question.asksWriter {
            let field = OrderViews.Asked.field("body", context.language.noticeboard.reply, body.text, longest: Message.Body.longest)
            return OrderViews(reader: context.reader).ask(question, to: place, with: [("attempt", attempt.text)], field, back: place)
                .response(to: request, status: .conflict)
        }
    }

    @Sendable func markRead(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), person: ID<Person> = try context.id("person")
        try await site.perform(ReadReplies(about: seq, in: chat, with: person), by: context.viewer)
        return .seeOther(.exchange(about: seq, in: chat, with: person))
    }
}
