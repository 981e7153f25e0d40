import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Storage
import WebCore

/// Polls. Reads requests, runs verbs, shows views; decides nothing.
struct PollRoutes: Sendable {
    let site: Site

    func add(to chats: RouterGroup<SignedIn>) {
        chats.get(":chat/polls/new", use: form)
        chats.post(":chat/polls", use: put)
        chats.post(":chat/messages/:message/answer", use: answer)
        chats.get("polls/:poll", use: results)
        chats.get("polls/:poll/answers.csv", use: table)
        chats.post("polls/:poll/close", use: close)
    }

    private func views(_ context: SignedIn) -> PollViews { PollViews(reader: context.reader, viewer: context.viewer) }

    @Sendable func form(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let chat = try await site.chat(context), viewer = context.viewer, samples = context.language.polls.samples
        guard MessagingAccess.mayPoll(in: chat, viewer) else { throw Denial.forbidden(.onlyManagersPoll) }
        let targets = try await site.read { tx in try MessagingStore.chats(seenBy: viewer, tx).map(\.chat) }.filter { MessagingAccess.mayPoll(in: $0, viewer) }
        let sample = try request.number("sample").flatMap { samples.indices.contains(Int(clamping: $0)) ? samples[Int($0)] : nil }
        return views(context).form(in: chat, targets, sample: sample)
    }

    private struct PollForm: FormWithFiles {
        let body: String, kind: String?, options: String?, anonymous: String?, before: String?, closes: String?, chats: [String]?, attempt: String?, sure: Int?
        let ready: String?

        /// What was filled in, to be sent again.
        var fields: [(name: String, value: String)] {
            let some = [("kind", kind), ("options", options), ("anonymous", anonymous), ("before", before), ("closes", closes), ("attempt", attempt)]
            return [("body", body)] + some.compactMap { name, value in value.map { (name, $0) } } + (chats ?? []).map { ("chats[]", $0) }
        }
    }

    @Sendable func put(_ request: Request, _ context: SignedIn) async throws -> Response {
        let chat: ID<Chat> = try context.id("chat"), sent: SentForm<PollForm> = try await SentForm(request, to: chat, of: site, context), form = sent.fields
        let closes = form.closes.flatMap { $0.isEmpty ? nil : $0 }, closesAt = closes.flatMap(context.viewer.zone.moment(local:))
        guard closes == nil || closesAt != nil else { throw Denial.invalid(field: "closes", .unreadable) }
        let poll = try NewPoll(
            form.body, options: (form.options ?? "").split(whereSeparator: \.isNewline).map(String.init), kind: form.kind.flatMap(Poll.Kind.init) ?? .single,
            isAnonymous: form.anonymous == "1", showsBefore: form.before == "1", closesAt: closesAt, at: context.now)
        let chats = Set((form.chats ?? [String(chat.number)]).compactMap { Int64($0) }.map { ID<Chat>($0) })
        let name = try sent.clientID(form.attempt, of: poll.question)
        do {
            let posted = try await site.perform(PutPoll(poll, as: name, in: chats, isSure: form.sure == 1, with: sent.files), by: context.viewer)
            return .seeOther(.chat(posted.message.chat, at: posted.message.seq))
        } catch Denial.conflict(let question) where question.asksWriter {
            let fields = form.fields + [("ready", sent.ready)]
            return OrderViews(reader: context.reader).ask(question, to: .polls(in: chat), with: fields, .words(poll.question), back: .newPoll(in: chat))
                .response(to: request, status: .conflict)
        }
    }

    private struct AnswerForm: Decodable { let option: [String]?, words: String?, sure: String? }

    @Sendable func answer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (chat, seq) = try context.place(), viewer = context.viewer, form = try await request.decode(as: AnswerForm.self, context: context)
        let poll = try await site.read { tx in
            guard let message = try MessagingStore.message(seq, of: chat, seenBy: viewer, tx), case .poll(let id) = message.part else { throw Denial.notFound }
            return id
        }
        let ballot = form.words.map(Ballot.words) ?? .choices(Set((form.option ?? []).compactMap { Int($0) }))
        do {
            try await site.perform(AnswerPoll(poll, ballot, isSure: form.sure == "1"), by: viewer, at: context.now)
            return try await site.answerWithPart(request, context)
        } catch Denial.conflict(let question) where question.asksWriter && !request.isFromIsland {
            let field = OrderViews.Asked.field("words", context.language.polls.answer, form.words ?? "", longest: Poll.longestAnswer)
            return OrderViews(reader: context.reader).ask(question, to: .act("answer", on: seq, in: chat), field, back: .chat(chat, at: seq))
                .response(to: request, status: .conflict)
        }
    }

    // MARK: Results

    @Sendable func results(_ request: Request, _ context: SignedIn) async throws -> HTML {
        let (poll, ballots, place) = try await whole(context)
        return views(context).results(poll, ballots, at: place)
    }

    @Sendable func table(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (poll, ballots, _) = try await whole(context)
        let csv = PollTable(text: context.language.polls).csv(poll, ballots)
        return Response(
            status: .ok, headers: [.contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"poll-\(poll.id.number).csv\""],
            body: .init(byteBuffer: ByteBuffer(string: csv)))
    }

    /// All of a poll, and a place of it that the viewer sees.
    private func whole(_ context: SignedIn) async throws -> (Poll, [NamedBallot], (chat: ID<Chat>, seq: Int64)) {
        let id: ID<Poll> = try context.id("poll"), viewer = context.viewer
        return try await site.read { tx in
            let overseen = try MessagingAccess.overseenPoll(id, by: viewer, in: tx)
            let place = try PollStore.places(of: id, tx).first { try MessagingStore.message($0.seq, of: $0.chat, seenBy: viewer, tx) != nil }
            guard let poll = try PollStore.poll(id, seenBy: viewer, tx), let place else { throw Denial.notFound }
            return (poll, try PollStore.ballots(of: overseen, tx), place)
        }
    }

    @Sendable func close(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Poll> = try context.id("poll")
        try await site.perform(ClosePoll(id), by: context.viewer)
        return .seeOther(.poll(id))
    }
}
