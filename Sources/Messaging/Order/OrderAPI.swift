import HTTPTypes
import Hummingbird
import Kernel
import Storage
import WebCore
import Wire

/// The order of chats for programs.
struct OrderAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.get("chats/moderation", "Reports the person decides on, the oldest first", queue)
        api.post("chats/moderation/:report", "Decide on a report: nothing, warn, remove, mute or block", decide)
        api.get("chats/waiting", "Messages that wait for the person's look", waiting)
        api.post("chats/waiting/:waiting", "Publish a message that waits, or refuse it with a reason", judge)
        api.get("chats/decisions", "What was decided about the person's own messages", decisions)
        api.post("chats/decisions/:decision/appeal", "Object to a decision", appeal)
        api.post("chats/decisions/:decision/answer", "Answer an appeal", answer)
        api.get("chats/words", "The school's own words and trusted addresses", words)
        api.post("chats/words", "Add a word or an address to the school's own list", addWord)
        api.delete("chats/words/:listed", "Take a word or an address from the list", removeWord)
        api.get("chats/:chat/order", "How often one may write, whether pupils' messages are looked at first, the rules", order)
        api.put("chats/:chat/order", "Set a chat's order, as its manager", setOrder)
        api.put("chats/:chat/rules", "A new version of the chat's rules, as its manager", setRules)
        api.post("chats/:chat/rules/accept", "Accept the rules one has read", acceptRules)
        api.post("chats/:chat/messages/:message/report", "Report a message", report)
    }

    @Sendable private func queue(_ request: Request, _ context: SignedIn) async throws -> MessageReports {
        let viewer = context.viewer
        return MessageReports(
            reports: try await site.read { tx in try OrderStore.cases(for: viewer, tx) }.map {
                MessageReport(
                    id: $0.report.number, chat: $0.chat.id.number, message: $0.seq, author: $0.author.list, body: $0.body, cause: $0.cause.rawValue,
                    note: $0.note, at: $0.at.milliseconds)
            })
    }

    @Sendable private func decide(_ body: NewDecision, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        guard let measure = Measure(rawValue: body.measure) else { throw Denial.invalid(field: "measure", .unreadable) }
        try await site.perform(try DecideReport(try context.id("report"), measure, reason: body.reason, hours: body.hours ?? 24), by: context.viewer)
        return Nothing()
    }

    @Sendable private func waiting(_ request: Request, _ context: SignedIn) async throws -> HeldList {
        let viewer = context.viewer
        return HeldList(
            messages: try await site.read { tx in try OrderStore.waiting(for: viewer, tx) }.map {
                HeldInfo(id: $0.id.number, chat: $0.chat.number, author: $0.author.list, body: $0.body, at: $0.at.milliseconds)
            })
    }

    @Sendable private func judge(_ body: Judgement, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let refusal = body.isPublished ? nil : try Explanation(body.reason ?? "", field: "reason")
        try await site.perform(JudgeWaiting(try context.id("waiting"), refusal: refusal), by: context.viewer)
        return Nothing()
    }

    @Sendable private func decisions(_ request: Request, _ context: SignedIn) async throws -> DecisionList {
        let viewer = context.viewer
        return DecisionList(
            decisions: try await site.read { tx in try OrderStore.decisions(about: viewer, tx) }.map {
                DecisionInfo(
                    id: $0.id.number, measure: $0.measure.rawValue, until: $0.until?.milliseconds, reason: $0.reason, at: $0.at.milliseconds, appeal: $0.appeal,
                    answer: $0.answer, isLifted: $0.isLifted)
            })
    }

    @Sendable private func appeal(_ body: Appealing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(try AppealDecision(try context.id("decision"), body.text), by: context.viewer)
        return Nothing()
    }

    @Sendable private func answer(_ body: AppealAnswer, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(try AnswerAppeal(try context.id("decision"), body.text, lifts: body.lifts), by: context.viewer)
        return Nothing()
    }

    @Sendable private func words(_ request: Request, _ context: SignedIn) async throws -> ListedWords {
        let viewer = context.viewer
        let list = try await site.read { tx in try WordRulesStore.list(of: MessagingAccess.arranged(by: viewer), tx) }
        return ListedWords(words: list.map { ListedWordInfo(id: $0.id.number, kind: $0.kind.rawValue, words: $0.words) })
    }

    @Sendable private func addWord(_ body: NewListedWord, _ request: Request, _ context: SignedIn) async throws -> ListedWordInfo {
        guard let kind = ListedWord.Kind(rawValue: body.kind) else { throw Denial.invalid(field: "kind", .unreadable) }
        let verb = try ListWord(body.words, kind)
        return ListedWordInfo(id: try await site.perform(verb, by: context.viewer).number, kind: kind.rawValue, words: verb.words)
    }

    @Sendable private func removeWord(_ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(UnlistWord(try context.id("listed")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func order(_ request: Request, _ context: SignedIn) async throws -> ChatOrderInfo {
        let chat: ID<Chat> = try context.id("chat"), viewer = context.viewer
        let order = try await site.read { tx in
            guard try MessagingStore.chat(chat, seenBy: viewer, tx) != nil else { throw Denial.notFound }
            return try OrderStore.order(of: chat, tx)
        }
        return ChatOrderInfo(slowSeconds: order.slowSeconds, isPremoderated: order.isPremoderated, rulesVersion: order.rules?.version, rules: order.rules?.text)
    }

    @Sendable private func setOrder(_ body: NewChatOrder, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(SetOrder(try context.id("chat"), slowSeconds: body.slowSeconds, isPremoderated: body.isPremoderated), by: context.viewer)
        return Nothing()
    }

    @Sendable private func setRules(_ body: NewChatRules, _ request: Request, _ context: SignedIn) async throws -> ChatRulesVersion {
        ChatRulesVersion(version: try await site.perform(try SetRules(body.rules, of: try context.id("chat")), by: context.viewer))
    }

    @Sendable private func acceptRules(_ body: ChatRulesVersion, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(AcceptRules(body.version, of: try context.id("chat")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func report(_ body: NewReport, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let (chat, seq) = try context.place()
        guard let cause = ReportCause(rawValue: body.cause) else { throw Denial.invalid(field: "cause", .unreadable) }
        try await site.perform(try ReportMessage(seq, in: chat, as: cause, note: body.note ?? ""), by: context.viewer)
        return Nothing()
    }
}
