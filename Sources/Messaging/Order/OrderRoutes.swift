import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// The order of chats: pages and forms.
struct OrderRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get("moderation", use: queue)
        chats.get("moderation/:report", use: look)
        chats.post("moderation/:report", use: decide)
        chats.post("waiting/:waiting", use: judge)
        chats.get("decisions", use: decisions)
        chats.post("decisions/:decision/appeal", use: appeal)
        chats.post("decisions/:decision/answer", use: answer)
        chats.get("words", use: words)
        chats.post("words", use: addWord)
        chats.post("words/:listed/remove", use: removeWord)
        chats.get("statistics", use: statistics)
        chats.get(":chat/order", use: order)
        chats.post(":chat/order", use: setOrder)
        chats.post(":chat/rules", use: setRules)
        chats.post(":chat/rules/accept", use: acceptRules)
        chats.post(":chat/messages/:message/report", use: report)
    }

    private func views(_ context: SignedIn) -> ModerationViews { ModerationViews(reader: context.reader) }

    @Sendable func queue(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let (cases, waiting, appeals) = try await site.read { tx in
            (try OrderStore.cases(for: viewer, tx), try OrderStore.waiting(for: viewer, tx), try OrderStore.appeals(for: viewer, tx))
        }
        return views(context).queue(cases, waiting, appeals)
    }

    @Sendable func look(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let report: ID<Report> = try context.id("report"), viewer = context.viewer
        let around = try await site.perform(LookAtReport(report), by: viewer)
        guard let entry = try await site.read({ tx in try OrderStore.cases(for: viewer, only: report, tx).first }) else { throw Denial.notFound }
        return views(context).decide(entry, around: around)
    }

    private struct DecisionForm: Decodable { let measure: String, reason: String, hours: Int? }

    @Sendable func decide(_ request: Request, _ context: SignedIn) async throws -> Response {
        let report: ID<Report> = try context.id("report"), form = try await request.decode(as: DecisionForm.self, context: context)
        guard let measure = Measure(rawValue: form.measure) else { throw Denial.invalid(field: "measure", .unreadable) }
        try await site.perform(try DecideReport(report, measure, reason: form.reason, hours: form.hours ?? 24), by: context.viewer)
        return .seeOther(.moderation)
    }

    private struct JudgeForm: Decodable { let publish: Int?, reason: String? }

    @Sendable func judge(_ request: Request, _ context: SignedIn) async throws -> Response {
        let waiting: ID<WaitingMessage> = try context.id("waiting"), form = try await request.decode(as: JudgeForm.self, context: context)
        let refusal = form.publish == 1 ? nil : try Explanation(form.reason ?? "", field: "reason")
        try await site.perform(JudgeWaiting(waiting, refusal: refusal), by: context.viewer)
        return .seeOther(.moderation)
    }

    @Sendable func decisions(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        let (decisions, reports) = try await site.read { tx in (try OrderStore.decisions(about: viewer, tx), try OrderStore.reports(by: viewer, tx)) }
        return views(context).decisions(decisions, reports)
    }

    private struct AppealForm: Decodable { let text: String, lifts: Int? }

    @Sendable func appeal(_ request: Request, _ context: SignedIn) async throws -> Response {
        let decision: ID<Decision> = try context.id("decision"), form = try await request.decode(as: AppealForm.self, context: context)
        try await site.perform(try AppealDecision(decision, form.text), by: context.viewer)
        return .seeOther(.chatDecisions)
    }

    @Sendable func answer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let decision: ID<Decision> = try context.id("decision"), form = try await request.decode(as: AppealForm.self, context: context)
        try await site.perform(try AnswerAppeal(decision, form.text, lifts: form.lifts == 1), by: context.viewer)
        return .seeOther(.moderation)
    }

    @Sendable func words(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer
        return views(context).words(try await site.read { tx in try WordRulesStore.list(of: MessagingAccess.arranged(by: viewer), tx) })
    }

    private struct WordForm: Decodable { let words: String, kind: String }

    @Sendable func addWord(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = try await request.decode(as: WordForm.self, context: context)
        guard let kind = ListedWord.Kind(rawValue: form.kind) else { throw Denial.invalid(field: "kind", .unreadable) }
        try await site.perform(try ListWord(form.words, kind), by: context.viewer)
        return .seeOther(.chatWords)
    }

    @Sendable func removeWord(_ request: Request, _ context: SignedIn) async throws -> Response {
        try await site.perform(UnlistWord(try context.id("listed")), by: context.viewer)
        return .seeOther(.chatWords)
    }

    @Sendable func statistics(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let viewer = context.viewer, since = context.now - 400 * 86_400
        guard MessagingAccess.decidesForSchool(viewer) else { throw Denial.notFound }
        let all = try await site.read { tx in try OrderStore.measures(in: viewer.school, since: since, tx) }
        let months = Dictionary(grouping: all) { String(viewer.zone.day(of: $0.at).description.prefix(7)) }
        return views(context).statistics(
            months.keys.sorted(by: >).map { month in
                let list = months[month] ?? []
                return (month, Dictionary(list.map { ($0.measure, 1) }, uniquingKeysWith: +), list.count(where: \.isLifted))
            })
    }

    // MARK: One chat

    @Sendable func order(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let id: ID<Chat> = try context.id("chat"), viewer = context.viewer
        let (chat, order, missing) = try await site.read { tx in
            guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
            let missing = chat.manages ? try OrderStore.notAccepted(in: MessagingAccess.ordered(id, by: viewer, in: tx), tx) : nil
            return (chat, try OrderStore.order(of: id, tx), missing)
        }
        return OrderViews(reader: context.reader).order(chat, order, notAccepted: missing)
    }

    private struct OrderForm: Decodable { let slow: Int, premoderated: Int? }

    @Sendable func setOrder(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), form = try await request.decode(as: OrderForm.self, context: context)
        try await site.perform(SetOrder(chat, slowSeconds: form.slow, isPremoderated: form.premoderated == 1), by: context.viewer)
        return .seeOther(.order(of: chat))
    }

    private struct RulesForm: Decodable { let rules: String }

    @Sendable func setRules(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), form = try await request.decode(as: RulesForm.self, context: context)
        try await site.perform(try SetRules(form.rules, of: chat), by: context.viewer)
        return .seeOther(.order(of: chat))
    }

    private struct AcceptForm: Decodable { let version: Int64 }

    @Sendable func acceptRules(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), form = try await request.decode(as: AcceptForm.self, context: context)
        try await site.perform(AcceptRules(form.version, of: chat), by: context.viewer)
        return .seeOther(.chat(chat))
    }

    private struct ReportForm: Decodable { let cause: String, note: String? }

    @Sendable func report(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), form = try await request.decode(as: ReportForm.self, context: context)
        guard let cause = ReportCause(rawValue: form.cause) else { throw Denial.invalid(field: "cause", .unreadable) }
        try await site.perform(try ReportMessage(seq, in: chat, as: cause, note: form.note ?? ""), by: context.viewer)
        return request.isFromIsland ? Response(status: .noContent) : .seeOther(.chatDecisions)
    }
}
