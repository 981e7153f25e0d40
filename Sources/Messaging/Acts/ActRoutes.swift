import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// What is done with messages that were posted. An island gets the message as it stands now; a plain form goes back to it.
struct ActRoutes: Sendable {
    static let mostKept = 200
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("kept", use: kept)
        chats.get(":chat/pinned", use: pinned)
        chats.get(":chat/pins", use: pins)
        chats.get(":chat/messages/:message", use: message)
        chats.post(":chat/messages/:message/edit", use: edit)
        chats.post(":chat/messages/:message/remove", use: remove)
        chats.post(":chat/messages/:message/signs", use: putSign)
        chats.post(":chat/messages/:message/pin", use: pin)
        chats.post(":chat/messages/:message/keep", use: keep)
        chats.post(":chat/messages/:message/pass-on", use: passOn)
    }

    /// `?sheet` asks for the forms alone, for the sheet that opens over the thread.
    @Sendable func message(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (chat, seq) = try context.place(), viewer = context.viewer
        let offer = try await site.read { tx in
            guard let chat = try MessagingStore.chat(chat, seenBy: viewer, tx), let message = try MessagingStore.message(seq, of: chat.id, seenBy: viewer, tx)
            else { throw Denial.notFound }
            let acts = MessagingAccess.acts(on: message, in: chat, by: viewer)
            let others = acts.contains(.passOn) ? try MessagingStore.chats(seenBy: viewer, tx).map(\.chat) : []
            return ActViews.Offer(
                chat: chat, message: message, part: try NoticeboardStore.parts(of: [message], in: chat.id, for: viewer, tx), acts: acts,
                isKept: try MessagingStore.isKept(seq, in: chat.id, by: viewer, tx),
                targets: others.filter { $0.id != chat.id && MessagingAccess.mayPass(from: chat.kind, to: $0) })
        }
        let views = ActViews(reader: context.reader, viewer: viewer)
        return request.uri.queryParameters.get("sheet") == nil ? views.page(offer) : views.sheet(offer)
    }

    private struct BodyForm: Decodable { let body: String, sure: String? }

    @Sendable func edit(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: BodyForm.self, context: context)
        let body = try Message.Body(form.body, mayBeEmpty: true)
        do {
            return try await answer(EditMessage(seq, in: chat, to: body, isSure: form.sure == "1"), request, context)
        } catch Denial.conflict(let question) where question.asksWriter && !request.isFromIsland {
            let field = OrderViews.Asked.field("body", context.language.messaging.yourMessage, body.text, longest: Message.Body.longest)
            return OrderViews(reader: context.reader).ask(question, to: .act("edit", on: seq, in: chat), field, back: .chat(chat, at: seq))
                .response(to: request, status: .conflict)
        }
    }

    @Sendable func remove(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place()
        return try await answer(RemoveMessage(seq, in: chat), request, context)
    }

    private struct SignForm: Decodable { let sign: String }

    @Sendable func putSign(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: SignForm.self, context: context)
        guard let sign = Sign(rawValue: form.sign) else { throw Denial.invalid(field: "sign", .unknownSign) }
        return try await answer(PutSign(sign, to: seq, in: chat), request, context)
    }

    private struct SwitchForm: Decodable { let on: Int }

    @Sendable func pin(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: SwitchForm.self, context: context)
        return try await answer(PinMessage(seq, in: chat, isPinned: form.on == 1), request, context)
    }

    @Sendable func keep(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: SwitchForm.self, context: context)
        try await site.perform(KeepMessage(seq, in: chat, isKept: form.on == 1), by: context.viewer)
        return request.isFromIsland ? Response(status: .noContent) : .seeOther(.chat(chat, at: seq))
    }

    private struct PassForm: Decodable { let to: Int64, attempt: String? }

    @Sendable func passOn(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: PassForm.self, context: context)
        let attempt = form.attempt.map(Attempt.init(sent:)) ?? Attempt(), target: ID<Chat> = ID(form.to)
        let verb = PassOn(seq, from: chat, to: target, as: try attempt.clientID(of: "\(chat.number)/\(seq)"))
        try await site.perform(verb, by: context.viewer)
        return request.isFromIsland ? Response(status: .noContent) : .seeOther(.chat(target))
    }

    private func answer<V: Verb>(_ verb: V, _ request: Request, _ context: SignedIn) async throws -> Response where V.Outcome == Changed {
        let changed = try await site.perform(verb, by: context.viewer)
        guard request.isFromIsland else { return .seeOther(.chat(changed.message.chat, at: changed.message.seq)) }
        return try Answer(json: ChangedPayload(changed)).response(to: request)
    }

    // MARK: Lists

    @Sendable func kept(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let messages = try await site.read { tx in try MessagingStore.kept(by: viewer, limit: Self.mostKept, tx) }
        return ActViews(reader: context.reader, viewer: viewer).kept(messages)
    }

    @Sendable func pinned(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (chat, messages) = try await pins(Self.mostKept, context)
        return ActViews(reader: context.reader, viewer: context.viewer).pinned(messages, in: chat)
    }

    /// The head of the thread alone, for a page that is open already.
    @Sendable func pins(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (chat, messages) = try await pins(1, context)
        return ThreadViews(reader: context.reader, viewer: context.viewer).pins(chat, messages.first)
    }

    private func pins(_ limit: Int, _ context: SignedIn) async throws -> (Chat, [Message]) {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer
        return try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return (chat, try MessagingStore.pinned(in: id, limit: limit, seenBy: viewer, tx))
        }
    }
}

extension SignedIn {
    /// The message that the path names.
    func place() throws -> (ID<Chat>, Int64) {
        let message: ID<Message> = try id("message")
        return (try id("chat"), message.number)
    }
}
