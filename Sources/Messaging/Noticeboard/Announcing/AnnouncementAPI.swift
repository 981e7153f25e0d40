import Files
import Hummingbird
import Kernel
import WebCore
import Wire

/// Announcements for programs: the same verbs and stores as the pages.
struct AnnouncementAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("announcements", "Announcements the person has not acknowledged", waiting)
        api.post("chats/:chat/announcements", "Post a message that asks to be acknowledged, as one who manages the chat", announce)
        api.post("chats/:chat/messages/:message/receipt", "The person has taken note of an announcement", acknowledge)
        api.get("chats/:chat/messages/:message/receipts", "Who has acknowledged an announcement, for its author and who manages the chat", receipts)
        api.post("chats/:chat/messages/:message/remind", "Remind those who have not acknowledged it; at most once in twelve hours", remind)
        api.put("chats/:chat/messages/:message/open", "Let an announcement be talked about in the chat, or no longer", open)
        api.get("chats/:chat/messages/:message/exchanges", "The author's exchanges about an announcement", exchanges)
        api.get("chats/:chat/messages/:message/replies/:person", "What its author and one reader have said to each other about it", replies)
        api.post("chats/:chat/messages/:message/replies/:person", "Say something there", reply)
        api.post("chats/:chat/messages/:message/replies/:person/read", "What the other has said there is read", markRead)
    }

    @Sendable private func waiting(_ request: Request, _ context: SignedIn) async throws -> WaitingList {
        let viewer = context.viewer, now = context.now, text = context.language.messaging
        let found = try await site.read { tx in try AnnouncementStore.waiting(for: viewer, at: now, limit: 100, tx) }
        return WaitingList(
            announcements: found.map {
                WaitingInfo(
                    chat: $0.chat.id.number, seq: $0.message.seq, chatTitle: $0.chat.title(text), authorName: $0.message.author.words, body: $0.message.body,
                    postedAt: $0.message.postedAt.milliseconds, isReminded: $0.isReminded)
            })
    }

    @Sendable private func announce(_ body: NewAnnouncement, _ request: Request, _ context: SignedIn) async throws -> MessageInfo {
        let files = (body.files ?? []).map { ID<StoredFile>($0) }
        let verb = PostAnnouncement(try .init(body.body), as: try .init(body.clientID), in: try context.id("chat"), isOpen: body.isOpen, with: files)
        return MessageInfo(try await site.perform(verb, by: context.viewer).message)
    }

    @Sendable private func acknowledge(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, seq) = try context.place()
        try await site.perform(Acknowledge(seq, in: chat), by: context.viewer)
        return Nothing()
    }

    @Sendable private func receipts(_ request: Request, _ context: SignedIn) async throws -> ReceiptList {
        let (chat, seq) = try context.place(), viewer = context.viewer
        let found = try await site.read { tx in
            try AnnouncementStore.addressees(of: MessagingAccess.overseen(seq, in: chat, by: viewer, in: tx), tx)
        }
        return ReceiptList(
            addressees: found.map { AddresseeInfo(side: $0.side.rawValue, name: $0.name.list, acknowledgedAt: $0.acknowledgedAt?.milliseconds) })
    }

    @Sendable private func remind(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> ReminderInfo {
        let (chat, seq) = try context.place()
        return ReminderInfo(reminded: try await site.perform(RemindReaders(seq, in: chat), by: context.viewer))
    }

    @Sendable private func open(_ body: Switch, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, seq) = try context.place()
        try await site.perform(OpenForTalk(seq, in: chat, isOpen: body.isOn), by: context.viewer)
        return Nothing()
    }

    // MARK: Answers

    @Sendable private func exchanges(_ request: Request, _ context: SignedIn) async throws -> ExchangeList {
        let (chat, seq) = try context.place(), viewer = context.viewer
        let found = try await site.read { tx in
            try AnnouncementStore.exchanges(about: MessagingAccess.overseen(seq, in: chat, by: viewer, in: tx), by: viewer, tx)
        }
        return ExchangeList(exchanges: found.map { ExchangeInfo(person: $0.reader.number, name: $0.name.list, last: $0.last, isUnread: $0.isUnread) })
    }

    @Sendable private func replies(_ request: Request, _ context: SignedIn) async throws -> ReplyList {
        let (chat, seq) = try context.place(), person: ID<Person> = try context.id("person"), viewer = context.viewer
        let found = try await site.read { tx in
            try AnnouncementStore.replies(in: MessagingAccess.exchangeRead(about: seq, in: chat, with: person, by: viewer, in: tx), tx)
        }
        return ReplyList(
            replies: found.map { ReplyInfo(author: $0.author.id.number, authorName: $0.author.words, body: $0.body, at: $0.at.milliseconds) })
    }

    @Sendable private func reply(_ body: NewReply, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, seq) = try context.place(), person: ID<Person> = try context.id("person")
        let verb = ReplyToAnnouncement(
            try .init(body.body), as: try .init(body.clientID), to: seq, in: chat, with: person, isSure: body.isSure ?? false)
        try await site.perform(verb, by: context.viewer)
        return Nothing()
    }

    @Sendable private func markRead(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, seq) = try context.place()
        try await site.perform(ReadReplies(about: seq, in: chat, with: try context.id("person")), by: context.viewer)
        return Nothing()
    }
}
