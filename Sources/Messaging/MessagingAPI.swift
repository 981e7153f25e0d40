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
        api.get("chats/:chat/changes", "Messages that were corrected, taken back, marked or pinned since a count of changes", query: Self.since, changes)
        api.put("chats/:chat/messages/:message", "Correct one's own message", edit)
        api.delete("chats/:chat/messages/:message", "Take a message back: one's own, or any as one who manages the chat", remove)
        api.put("chats/:chat/messages/:message/sign", "Put a sign to a message, or take one's own away", putSign)
        api.put("chats/:chat/messages/:message/pin", "Put a message at the head of the chat, or take it from there", pin)
        api.put("chats/:chat/messages/:message/bookmark", "Keep a message among one's own bookmarks, or no longer", keep)
        api.post("chats/:chat/messages/:message/pass-on", "Say a message's words in another chat, under the name of who said them", passOn)
        RoomsAPI(site: site).add(to: &api)
        AnnouncementAPI(site: site).add(to: &api)
        PollAPI(site: site).add(to: &api)
        PreparedAPI(site: site).add(to: &api)
        RequestAPI(site: site).add(to: &api)
        StockAPI(site: site).add(to: &api)
        AttachedAPI(site: site).add(to: &api)
        SearchAPI(site: site).add(to: &api)
        OrderAPI(site: site).add(to: &api)
        KeepingAPI(site: site).add(to: &api)
        MannerAPI(site: site).add(to: &api)
        api.post("chats/:chat/read", "The person has read the chat up to a message", read)
    }

    private static let since = [Parameter("change", .integer, "the count of changes up to which the program knows; 0 for all")]

    @Sendable private func changes(_ request: Request, _ context: SignedIn) async throws -> MessageList {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer, change = try request.number("change") ?? 0
        let found = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            return try MessagingStore.changes(after: change, upTo: chat.lastSeq, in: id, seenBy: viewer, tx)
        }
        return MessageList(messages: found.map(MessageInfo.init), hasOlder: false)
    }

    @Sendable private func edit(_ body: MessageWords, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let (chat, seq) = try context.place()
        let verb = EditMessage(seq, in: chat, to: try Message.Body(body.body, mayBeEmpty: true), isSure: body.isSure ?? false)
        return MessageInfo(try await site.perform(verb, by: context.viewer).message)
    }

    @Sendable private func remove(_ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let (chat, seq) = try context.place()
        return MessageInfo(try await site.perform(RemoveMessage(seq, in: chat), by: context.viewer).message)
    }

    @Sendable private func putSign(_ body: SignMark, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let (chat, seq) = try context.place()
        guard let sign = Sign(rawValue: body.sign) else { throw Denial.invalid(field: "sign", .unknownSign) }
        return MessageInfo(try await site.perform(PutSign(sign, to: seq, in: chat, isPut: body.isPut), by: context.viewer).message)
    }

    @Sendable private func pin(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let (chat, seq) = try context.place()
        return MessageInfo(try await site.perform(PinMessage(seq, in: chat, isPinned: body.isOn), by: context.viewer).message)
    }

    @Sendable private func keep(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, seq) = try context.place()
        try await site.perform(KeepMessage(seq, in: chat, isKept: body.isOn), by: context.viewer)
        return Nothing()
    }

    @Sendable private func passOn(_ body: NewPassing, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let (chat, seq) = try context.place()
        let verb = PassOn(seq, from: chat, to: ID(body.to), as: try Message.ClientID(body.clientID))
        return MessageInfo(try await site.perform(verb, by: context.viewer).message)
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
        let verb = PostMessage(
            try Message.Body(body.body ?? "", mayBeEmpty: true), as: try Message.ClientID(name), in: try context.id("chat"), answering: body.replyTo,
            isSure: body.isSure ?? false, with: (body.files ?? []).map { ID($0) })
        do {
            return MessageInfo(try await site.perform(verb, by: context.viewer).message)
        } catch Denial.conflict(.waitsForLook) {
            // It is put aside; the program is told so by the same problem that says why.
            try await site.perform(HoldMessage(verb), by: context.viewer)
            throw Denial.conflict(.waitsForLook)
        }
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
            lastAt: line.last?.postedAt.milliseconds, lastAuthor: line.last?.author.words, lastText: line.last?.caption(),
            isFirst: line.chat.isFirst, isMuted: line.chat.isMuted)
    }
}

extension MessageInfo {
    init(_ message: Message) {
        self.init(message, files: message.files.map { AttachedInfo($0, AttachedPlace(of: message.seq, in: message.chat)) })
    }
    /// With the files as they are elsewhere than in the chat.
    init(_ message: Message, files: [AttachedInfo]) {
        self.init(
            seq: message.seq, author: message.author.id.number, authorName: message.author.words, role: message.author.role.rawValue,
            isVerified: message.author.isVerified, body: message.body,
            postedAt: message.postedAt.milliseconds, clientID: message.clientID.text, replyTo: message.reply?.seq, wordsOf: message.wordsOf,
            editedAt: message.editedAt?.milliseconds, isRemoved: message.removal != nil, isPinned: message.isPinned, change: message.change,
            signs: message.signs.map { SignInfo(sign: $0.sign.rawValue, people: $0.people.map(\.number)) }, part: message.part?.name,
            files: files)
    }
}
