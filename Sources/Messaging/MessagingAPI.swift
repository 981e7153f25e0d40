import HTTPTypes
import Hummingbird
import Kernel
import WebCore
import Wire

/// Chats for programs: the same verbs and stores as the pages.
struct MessagingAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        let span = [
            Parameter("after", .integer, "messages after this number, the oldest first"),
            Parameter("before", .integer, "messages before this number; without either the newest"),
            Parameter("limit", .integer, "how many at most, \(Span.page) if not said, \(Span.most) at most"),
        ]
        api.get("chats", "The person's chats, the one with the newest message first", chats)
        api.get("chats/:chat/messages", "Messages of a chat, the oldest first", query: span, messages)
        api.post("chats/:chat/messages", "Post a message; sent again under the same clientID (or Idempotency-Key) it is posted once", post)
        api.post("chats/:chat/read", "The person has read the chat up to a message", read)
    }

    @Sendable private func chats(_ request: Request, _ context: SignedIn) async throws -> ChatList {
        let (viewer, text) = (context.viewer, context.language.messaging)
        let lines = try await site.read { tx in try MessagingStore.chats(seenBy: viewer, tx) }
        return ChatList(chats: lines.map { ChatInfo($0, text) })
    }

    @Sendable private func messages(_ request: Request, _ context: SignedIn) async throws -> MessageList {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, span = try request.span()
        let found = try await site.read { tx in
            guard try MessagingStore.chat(id, seenBy: viewer, tx) != nil else { throw Denial.notFound }
            return try MessagingStore.messages(of: id, span, seenBy: viewer, tx)
        }
        return MessageList(messages: found.list.map(MessageInfo.init), hasOlder: found.hasOlder)
    }

    @Sendable private func post(_ body: NewMessage, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let name = body.clientID ?? HTTPField.Name("Idempotency-Key").flatMap { request.headers[$0] } ?? ""
        let verb = PostMessage(try Message.Body(body.body), as: try Message.ClientID(name), in: try context.id("chat"))
        return MessageInfo(try await site.perform(verb, by: context.viewer).message)
    }

    @Sendable private func read(_ body: ReadMark, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(ReadUpTo(chat: try context.id("chat"), seq: body.seq), by: context.viewer)
        return Nothing()
    }
}

extension ChatInfo {
    fileprivate init(_ line: ChatLine, _ text: any MessagingText) {
        self.init(
            id: line.chat.id.number, kind: line.chat.kind.rawValue, title: line.chat.title(text), lastSeq: line.chat.lastSeq, unread: line.chat.unread,
            lastAt: line.last?.postedAt.milliseconds, lastAuthor: line.last?.author.words, lastText: line.last?.preview())
    }
}

extension MessageInfo {
    fileprivate init(_ message: Message) {
        self.init(
            seq: message.seq, author: message.author.id.number, authorName: message.author.words, role: message.author.role.rawValue,
            isVerified: message.author.isVerified, body: message.body,
            postedAt: message.postedAt.milliseconds, clientID: message.clientID.text)
    }
}
