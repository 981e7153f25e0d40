import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Two people, or one with two tabs, act upon the same thing at the same moment: one of them does it, the other is told so in words.
@Suite struct TwoAtOnceTests {
    static let rounds = 4

    /// How two acts end that begin together.
    private func both(
        _ world: World, _ one: some Verb, by first: Viewer, _ other: some Verb, by second: Viewer, at now: Moment = World.now
    ) async throws -> [Denial?] {
        async let mine = world.outcome(one, by: first, at: now)
        async let theirs = world.outcome(other, by: second, at: now)
        return try await [mine, theirs]
    }

    /// One is done, the other is refused with one of these.
    private func expectOne(_ outcomes: [Denial?], _ refusals: [Denial], _ what: String) {
        #expect(outcomes.count { $0 == nil } == 1 && outcomes.compactMap { $0 }.allSatisfy(refusals.contains), "\(what): \(outcomes)")
    }

    private func count(_ sql: SQL, _ world: World) async throws -> Int64 { try await world.site.read { tx in try tx.one(sql).int("n") } }

    @Test("two decide about one message, though it was reported twice: it is decided once", arguments: TestDatabase.available)
    func reports(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for round in 0..<Self.rounds {
            let said = try await world.say("обидно \(round)", in: chats.class7, by: people.petya, at: World.now + round)
            for reporter in [people.masha, people.vera] { try await world.perform(ReportMessage(said.seq, in: chats.class7, as: .insult), by: reporter) }
            let reports = try await world.site.read { tx in try OrderStore.cases(for: people.rita, tx).map(\.report) }
            try #require(reports.count == 2)
            let outcomes = try await both(
                world, try DecideReport(reports[0], .warn, reason: "раз"), by: people.vera, try DecideReport(reports[round % 2], .remove, reason: "два"),
                by: people.rita)
            expectOne(outcomes, [.conflict(.reportDecided)], "round \(round)")
            #expect(try await count("SELECT COUNT(*) AS n FROM chat_decision WHERE seq = \(said.seq)", world) == 1)
            #expect(try await count("SELECT COUNT(*) AS n FROM trace WHERE what = 'messaging.decision'", world) == Int64(round + 1))
            #expect(try await count("SELECT COUNT(*) AS n FROM message_report WHERE decision_id IS NULL", world) == 0)
        }
    }

    @Test("one publishes a pupil's message while another refuses it or publishes it too: it is one or the other, once", arguments: TestDatabase.available)
    func waiting(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for round in 0..<(2 * Self.rounds) {
            let held = PostMessage(try .init("Ты дебил \(round)"), as: try .init("waiting-\(round)"), in: chats.class7)
            try await world.perform(HoldMessage(held), by: people.petya)
            let id = try #require(try await world.site.read { tx in try OrderStore.waiting(for: people.vera, tx).first }).id
            let other = try JudgeWaiting(id, refusal: round % 2 == 0 ? Explanation("нет", field: "reason") : nil)
            let before = try await world.messages(chats.class7, seenBy: people.masha).count
            let outcomes = try await both(world, JudgeWaiting(id), by: people.vera, other, by: people.rita)
            expectOne(outcomes, [.conflict(.waitingJudged), .notFound], "round \(round)")
            let isPublished = try await world.messages(chats.class7, seenBy: people.masha).count == before + 1
            #expect(isPublished == (round % 2 == 1 || outcomes[0] == nil), "what the first is told is what has happened")
            let refused = try await count("SELECT COUNT(*) AS n FROM message_waiting WHERE id = \(id) AND refused_at IS NOT NULL", world)
            #expect(refused == (isPublished ? 0 : 1))
            #expect(try await count("SELECT COUNT(*) AS n FROM trace WHERE what = 'messaging.look-first'", world) == Int64(round + 1))
        }
    }

    @Test("one refuses twice from two tabs: the second is told that it is decided", arguments: TestDatabase.available)
    func refusedTwice(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let held = PostMessage(try .init("Ты дебил"), as: try .init("waiting-1"), in: chats.class7)
        try await world.perform(HoldMessage(held), by: people.petya)
        let id = try #require(try await world.site.read { tx in try OrderStore.waiting(for: people.vera, tx).first }).id
        let refuse = { (why: String) in JudgeWaiting(id, refusal: try Explanation(why, field: "reason")) }
        expectOne(try await both(world, refuse("раз"), by: people.vera, refuse("два"), by: people.vera), [.conflict(.waitingJudged)], "refused")
        #expect(try await world.outcome(JudgeWaiting(id), by: people.vera) == .conflict(.waitingJudged))
    }

    @Test("two appeals of one author and two answers to one appeal: the first stands", arguments: TestDatabase.available)
    func appeals(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let director = Viewer(person: people.igor.person, name: people.igor.name, hat: Hat(school: people.igor.hat.school, side: .staff, roles: [.director]))
        for round in 0..<Self.rounds {
            let said = try await world.say("обидно \(round)", in: chats.class7, by: people.petya, at: World.now + round)
            try await world.perform(ReportMessage(said.seq, in: chats.class7, as: .insult), by: people.masha)
            let report = try #require(try await world.site.read { tx in try OrderStore.cases(for: people.vera, tx).first }).report
            let decision = try await world.perform(DecideReport(report, .warn, reason: "травля"), by: people.vera, at: World.now + round)
            let appeals = try await both(
                world, try AppealDecision(decision, "раз"), by: people.petya, try AppealDecision(decision, "два"), by: people.petya, at: World.now + round)
            expectOne(appeals, [.conflict(.appealed)], "appeal \(round)")
            let answers = try await both(
                world, try AnswerAppeal(decision, "да", lifts: true), by: people.rita, try AnswerAppeal(decision, "нет", lifts: false), by: director,
                at: World.now + round)
            expectOne(answers, [.conflict(.appealAnswered)], "answer \(round)")
            let kept = try await world.site.read { tx in try OrderStore.decisions(about: people.petya, tx).first { $0.id == decision } }
            #expect(kept?.appeal == (appeals[0] == nil ? "раз" : "два") && kept?.answer == (answers[0] == nil ? "да" : "нет"))
            #expect(kept?.isLifted == (answers[0] == nil))
        }
    }

    @Test("two votes of one person from two tabs are one answer", arguments: TestDatabase.available)
    func votes(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for (round, isAnonymous) in (0..<(2 * Self.rounds)).map({ ($0, $0 % 2 == 0) }) {
            let poll = try NewPoll(
                "Куда \(round)?", options: ["в музей", "в театр"], kind: .single, isAnonymous: isAnonymous, showsBefore: true, closesAt: nil, at: World.now)
            guard case .poll(let id) = try await world.perform(PutPoll(poll, as: .init("two-votes-\(round)"), in: [chats.class7]), by: people.vera).message.part
            else { throw Denial.notFound }
            let outcomes = try await both(world, AnswerPoll(id, .choices([1])), by: people.petya, AnswerPoll(id, .choices([2])), by: people.petya)
            if isAnonymous { expectOne(outcomes, [.conflict(.alreadyAnswered)], "round \(round)") } else { #expect(outcomes == [nil, nil]) }
            let votes = try await world.site.read { tx in try PollStore.poll(id, seenBy: people.vera, tx)?.options.reduce(0) { $0 + $1.votes } }
            #expect(votes == 1, "round \(round)")
            #expect(try await count("SELECT COUNT(*) AS n FROM poll_voter WHERE poll_id = \(id)", world) == 1)
        }
    }

    @Test("an owner hands a chat over to two at once, or leaves as they do: it has one owner, who is in it", arguments: TestDatabase.available)
    func owners(_ kind: TestDatabase) async throws {
        let (world, _) = try await World.withChats(kind), people = world.people
        for round in 0..<(2 * Self.rounds) {
            let chat = try await world.perform(MakeChat(ChatDraft("Кружок \(round)"), with: [people.vera.peer, people.igor.peer]), by: people.rita)
            if round % 2 == 0 {
                let outcomes = try await both(
                    world, HandOverChat(chat, to: people.vera.person), by: people.rita, HandOverChat(chat, to: people.igor.person), by: people.rita)
                expectOne(outcomes, [.forbidden(.onlyOwner)], "round \(round)")
            } else {
                let outcomes = try await both(world, HandOverChat(chat, to: people.vera.person), by: people.rita, LeaveChat(chat), by: people.vera)
                // Whoever left first can be given nothing; whoever was given it first does not leave without a successor.
                expectOne(outcomes, [.notFound, .conflict(.successorFirst)], "round \(round)")
            }
            let owners = try await count(
                """
                SELECT COUNT(*) AS n FROM chat c JOIN chat_member m ON m.chat_id = c.id AND m.person_id = c.owner_id AND m.present = 1 AND m.manages = 1
                WHERE c.id = \(chat)
                """, world)
            #expect(owners == 1, "round \(round)")
        }
    }

    @Test("two publish one proposal, or one publishes what another returns: it is decided once", arguments: TestDatabase.available)
    func proposals(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(chats.staff)")
            try tx.rows("UPDATE chat_member SET manages = 1 WHERE chat_id = \(chats.staff) AND person_id = \(people.vera.person)")
        }
        for round in 0..<Self.rounds {
            let request = try await world.perform(AskToPublish(.init("Победа \(round)"), in: chats.staff), by: people.igor)
            let first = PublishRequested(request, in: chats.staff)
            let outcomes =
                round % 2 == 0
                ? try await both(world, first, by: people.rita, PublishRequested(request, in: chats.staff), by: people.vera)
                : try await both(world, first, by: people.rita, ReturnRequest(request, in: chats.staff, reason: .init("Уже было")), by: people.vera)
            expectOne(outcomes, [.conflict(.alreadyDecided)], "round \(round)")
        }
    }
}
