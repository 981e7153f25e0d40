import Files
import Hummingbird
import Kernel
import WebCore
import Wire

/// Polls for programs: the same verbs and stores as the pages.
struct PollAPI: Sendable {
    let site: Site

    func add(to api: inout API) {
        api.post("polls", "Put a question in one chat or in several", put)
        api.get("polls/:poll", "A poll as the person sees it", poll)
        api.put("polls/:poll/answer", "Answer a poll, or change one's answer to a named one", answer)
        api.post("polls/:poll/close", "Close a poll before its time", close)
        api.get("polls/:poll/ballots", "Who has answered what to a named poll, for its author and who manages the chat", ballots)
    }

    @Sendable private func put(_ body: NewPollInfo, _ request: Request, _ context: SignedIn) async throws -> PollPut {
        guard let kind = Poll.Kind(rawValue: body.kind) else { throw Denial.invalid(field: "kind", .unreadable) }
        let poll = try NewPoll(
            body.question, options: body.options, kind: kind, isAnonymous: body.isAnonymous, showsBefore: body.showsBefore,
            closesAt: body.closesAt.map(Moment.init(milliseconds:)), at: context.now)
        let files = (body.files ?? []).map { ID<StoredFile>($0) }
        let verb = PutPoll(poll, as: try .init(body.clientID), in: Set(body.chats.map { ID<Chat>($0) }), isSure: body.isSure ?? false, with: files)
        guard case .poll(let id) = try await site.perform(verb, by: context.viewer).message.part else { throw Denial.notFound }
        return PollPut(poll: id.number)
    }

    @Sendable private func poll(_ request: Request, _ context: SignedIn) async throws -> PollInfo {
        let id: ID<Poll> = try context.id("poll"), viewer = context.viewer
        let found = try await site.read { tx in try PollStore.poll(id, seenBy: viewer, tx) }
        guard let found else { throw Denial.notFound }
        return PollInfo(found, at: context.now)
    }

    @Sendable private func answer(_ body: NewAnswer, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        let ballot = body.words.map(Ballot.words) ?? .choices(Set(body.options ?? []))
        try await site.perform(AnswerPoll(try context.id("poll"), ballot, isSure: body.isSure ?? false), by: context.viewer, at: context.now)
        return Nothing()
    }

    @Sendable private func close(_ body: Nothing, _ request: Request, _ context: SignedIn) async throws -> Nothing {
        try await site.perform(ClosePoll(try context.id("poll")), by: context.viewer)
        return Nothing()
    }

    @Sendable private func ballots(_ request: Request, _ context: SignedIn) async throws -> BallotList {
        let id: ID<Poll> = try context.id("poll"), viewer = context.viewer
        let found = try await site.read { tx in try PollStore.ballots(of: MessagingAccess.overseenPoll(id, by: viewer, in: tx), tx) }
        return BallotList(ballots: found.map { BallotInfo(name: $0.name.full, side: $0.side.rawValue, options: $0.choices, words: $0.words) })
    }
}

extension PollInfo {
    fileprivate init(_ poll: Poll, at now: Moment) {
        let isShown = poll.showsResults(at: now)
        self.init(
            id: poll.id.number, question: poll.question, kind: poll.kind.rawValue, isAnonymous: poll.isAnonymous, closesAt: poll.closesAt?.milliseconds,
            hasAnswered: poll.hasAnswered,
            options: poll.options.map {
                OptionInfo(number: $0.number, words: $0.words, votes: isShown ? $0.votes : nil, isOwn: poll.ownChoices.contains($0.number))
            },
            coverage: poll.coverage.map { CoverageInfo(side: $0.side.rawValue, answered: $0.done, asked: $0.all) }, answers: poll.answers)
    }
}
