import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// What messages ask of their readers. Reads requests, runs verbs, shows views; decides nothing.
struct NoticeboardRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(":chat/more", use: more)
        chats.get(":chat/messages/:message/part", use: part)
        AnnouncementRoutes(site: site).add(to: chats)
        PollRoutes(site: site).add(to: chats)
        PreparedRoutes(site: site).add(to: chats)
        RequestRoutes(site: site).add(to: chats)
        StockRoutes(site: site).add(to: chats)
    }

    @Sendable func more(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let chat = try await site.chat(context), text = context.language.noticeboard
        var ways: [PartViews.Way] = []
        if MessagingAccess.mayAnnounce(in: chat) {
            ways.append(.init(title: text.newAnnouncement, hint: text.newAnnouncementHint, link: .announce(in: chat.id)))
        }
        if MessagingAccess.mayPoll(in: chat, context.viewer) {
            let text = context.language.polls
            ways.append(.init(title: text.newPoll, hint: text.newPollHint, link: .newPoll(in: chat.id)))
        }
        if chat.mayPost {
            let text = context.language.prepared
            ways.append(.init(title: text.later, hint: text.laterHint, link: .later(in: chat.id)))
        }
        if chat.manages && chat.isForManagersToPost {
            let text = context.language.requests
            ways.append(.init(title: text.requests, hint: text.waiting, link: .requests(in: chat.id)))
        }
        if MessagingAccess.readsStock(context.viewer) && chat.manages && (chat.kind == .class || chat.kind == .family) {
            ways.append(.init(title: context.language.stock.stock, hint: context.language.stock.hint, link: .stock))
        }
        return PartViews(reader: context.reader, viewer: context.viewer).more(chat, ways)
    }

    /// The fragment within one message, for a page that is open already.
    @Sendable func part(_ request: Request, _ context: SignedIn) async throws -> HTML { try await site.part(context) }
}

extension Site {
    /// The chat in the path, as the viewer has it.
    func chat(_ context: SignedIn) async throws -> Chat {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer
        return try await read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return chat
        }
    }

    /// The part of the message in the path, as the viewer has it.
    func part(_ context: SignedIn) async throws -> HTML {
        let (chat, seq) = try context.place(), viewer = context.viewer
        let part = try await read { tx in
            guard let message = try MessagingStore.message(seq, of: chat, seenBy: viewer, tx),
                let part = try NoticeboardStore.parts(of: [message], in: chat, for: viewer, tx)[seq]
            else { throw Denial.notFound }
            return part
        }
        return PartViews(reader: context.reader, viewer: viewer).part(part, at: seq, in: chat)
    }

    /// After something was done with the message's part: an island gets the part as it stands now, a plain form goes back.
    func answerWithPart(_ request: Request, _ context: SignedIn, back: String? = nil) async throws -> Response {
        guard request.isFromIsland else {
            let (chat, seq) = try context.place()
            return .seeOther(back.flatMap(Link.init(returning:)) ?? .chat(chat, at: seq))
        }
        return try await part(context).response(from: request, context: context)
    }
}
