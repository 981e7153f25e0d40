import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Messaging

@Suite struct OrderTests {
    @Test("rude words are asked about; a pupil's wait for the class teacher, who publishes or refuses them", arguments: TestDatabase.available)
    func words(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let rude = try post("Ну ты идиот", in: chats.family7)
        #expect(try await world.outcome(rude, by: people.olga) == .conflict(.looksRude))
        let sure = PostMessage(rude.body, as: rude.clientID, in: chats.family7, isSure: true)
        #expect(try await world.outcome(sure, by: people.olga) == nil)
        #expect(try await world.outcome(post("Звоните +7 912 345-67-89", in: chats.family7), by: people.olga) == .conflict(.holdsPersonal))
        let held = PostMessage(try .init("Ты дебил"), as: try .init("pupil-is-rude"), in: chats.class7, isSure: true)
        #expect(try await world.outcome(held, by: people.petya) == .conflict(.waitsForLook), "a pupil's own word is not enough")
        for _ in 1...2 { try await world.perform(HoldMessage(held), by: people.petya) }
        #expect(try await world.messages(chats.class7, seenBy: people.masha).isEmpty)
        let waiting = { (viewer: Viewer) in try await world.site.read { tx in try OrderStore.waiting(for: viewer, tx) } }
        #expect(try await waiting(people.vera).map(\.body) == ["Ты дебил"], "once")
        #expect(try await waiting(people.rita).count == 1, "the administrator sees it as well")
        for viewer in [people.igor, people.masha, people.olga, people.xenia, people.petya] { #expect(try await waiting(viewer).isEmpty) }
        let id = try #require(try await waiting(people.vera).first).id
        for viewer in [people.igor, people.masha, people.xenia] { #expect(try await world.outcome(JudgeWaiting(id), by: viewer) == .notFound) }
        try await world.perform(JudgeWaiting(id), by: people.vera)
        let seen = try await world.messages(chats.class7, seenBy: people.masha)
        #expect(seen.map(\.body) == ["Ты дебил"] && seen.first?.author.id == people.petya.person)
        #expect(try await world.outcome(JudgeWaiting(id), by: people.rita) == .notFound, "it is published once")
    }

    @Test("where pupils' messages are looked at first, a refused one is seen by its author alone, with the reason", arguments: TestDatabase.available)
    func premoderation(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for (viewer, refusal) in [(people.petya, Denial.forbidden(.onlyManagersOrder)), (people.igor, .notFound), (people.rita, .notFound)] {
            #expect(try await world.outcome(SetOrder(chats.class7, slowSeconds: 0, isPremoderated: true), by: viewer) == refusal)
        }
        try await world.perform(SetOrder(chats.class7, slowSeconds: 0, isPremoderated: true), by: people.vera)
        try await world.say("Доброе утро", in: chats.class7, by: people.vera)
        let question = PostMessage(try .init("Можно вопрос?"), as: try .init("a-question"), in: chats.class7)
        #expect(try await world.outcome(question, by: people.petya) == .conflict(.waitsForLook))
        try await world.perform(HoldMessage(question), by: people.petya)
        let own = { (viewer: Viewer) in try await world.site.read { tx in try OrderStore.waiting(in: chats.class7, of: viewer, tx) } }
        #expect(try await own(people.petya).map(\.refusal) == [nil])
        #expect(try await own(people.masha).isEmpty)
        let id = try #require(try await own(people.petya).first).id
        try await world.perform(JudgeWaiting(id, refusal: Explanation("Спросите лично", field: "reason")), by: people.vera)
        #expect(try await own(people.petya).map(\.refusal) == ["Спросите лично"])
        #expect(try await world.messages(chats.class7, seenBy: people.petya).map(\.body) == ["Доброе утро"])
    }

    @Test("in a slow chat the next message waits; managers do not", arguments: TestDatabase.available)
    func slow(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.perform(SetOrder(chats.class7, slowSeconds: 60, isPremoderated: false), by: people.vera)
        try await world.say("раз", in: chats.class7, by: people.petya)
        #expect(try await world.outcome(post("два", in: chats.class7), by: people.petya, at: World.now + 20) == .wait(seconds: 40))
        #expect(try await world.outcome(post("и я", in: chats.class7), by: people.masha, at: World.now + 20) == nil)
        #expect(try await world.outcome(post("два", in: chats.class7), by: people.petya, at: World.now + 60) == nil)
        for _ in 1...2 { #expect(try await world.outcome(post("слушайте", in: chats.class7), by: people.vera) == nil) }
    }

    @Test("rules are accepted before one writes, anew after each version; the class teacher sees who has not", arguments: TestDatabase.available)
    func rules(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        #expect(try await world.outcome(SetRules("Мои правила", of: chats.class7), by: people.petya) == .forbidden(.onlyManagersOrder))
        let version = try await world.perform(SetRules("Пишем вежливо", of: chats.class7), by: people.vera)
        #expect(try await world.perform(SetRules("Пишем вежливо", of: chats.class7), by: people.vera) == version, "the same words are no new version")
        #expect(try await world.outcome(post("привет", in: chats.class7), by: people.petya) == .forbidden(.acceptRulesFirst))
        for (viewer, wrong) in [(people.igor, version), (people.petya, version + 1)] {
            #expect(try await world.outcome(AcceptRules(wrong, of: chats.class7), by: viewer) == .notFound)
        }
        for _ in 1...2 { try await world.perform(AcceptRules(version, of: chats.class7), by: people.petya) }
        #expect(try await world.outcome(post("привет", in: chats.class7), by: people.petya) == nil)
        #expect(try await world.outcome(post("без правил", in: chats.class7), by: people.vera) == nil)
        let missing = try await world.site.read { tx in try OrderStore.notAccepted(in: MessagingAccess.ordered(chats.class7, by: people.vera, in: tx), tx) }
        #expect(missing == [people.masha.name])
        try await world.perform(SetRules("Пишем вежливо и по делу", of: chats.class7), by: people.vera)
        #expect(try await world.outcome(post("снова", in: chats.class7), by: people.petya) == .forbidden(.acceptRulesFirst))
    }

    @Test("the rules stand at the head of the thread until they are accepted, anew after each version")
    func rulesAtHead() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, path = "/chats/\(chats.class7.number)"
        let head = { @Sendable (viewer: Viewer) in
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: path, method: .get) { answer in
                    answer.text.matches(of: #/<p class="pins"><a class="grow" href="[^"]*/order"><b>[^<]*</b> ([^<]*)</a>/#).map { String($0.1) }
                }
            }
        }
        #expect(try await head(people.petya) == [])
        let version = try await world.perform(SetRules("Пишем вежливо", of: chats.class7), by: people.vera)
        #expect(try await head(people.petya) == ["Пишем вежливо"])
        #expect(try await head(people.vera) == [], "who manages the chat has written them")
        try await world.perform(AcceptRules(version, of: chats.class7), by: people.petya)
        #expect(try await head(people.petya) == [])
        #expect(try await head(people.masha) == ["Пишем вежливо"], "each for themselves")
        try await world.perform(SetRules("Пишем вежливо и по делу", of: chats.class7), by: people.vera)
        #expect(try await head(people.petya) == ["Пишем вежливо и по делу"])
    }

    @Test("a report is seen by the chat's manager and the school's administrators, whose look from outside leaves a trace", arguments: TestDatabase.available)
    func reports(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.say("до", in: chats.class7, by: people.vera)
        let said = try await world.say("Гадость", in: chats.class7, by: people.petya)
        for (viewer, refusal) in [(people.petya, Denial.forbidden(.ownReport)), (people.igor, .notFound), (people.zoya, .notFound)] {
            #expect(try await world.outcome(ReportMessage(said.seq, in: chats.class7, as: .insult), by: viewer) == refusal)
        }
        for _ in 1...2 { try await world.perform(ReportMessage(said.seq, in: chats.class7, as: .insult, note: "обидно"), by: people.masha) }
        try await world.perform(RemoveMessage(said.seq, in: chats.class7), by: people.petya)
        let cases = { (viewer: Viewer) in try await world.site.read { tx in try OrderStore.cases(for: viewer, tx) } }
        #expect(try await cases(people.vera).map(\.body) == ["Гадость"], "once, and as it stood when it was reported")
        for viewer in [people.igor, people.masha, people.petya, people.olga, people.xenia] { #expect(try await cases(viewer).isEmpty) }
        let report = try #require(try await cases(people.rita).first).report
        #expect(try await world.perform(LookAtReport(report), by: people.rita).map(\.body).contains("до"))
        try await world.perform(LookAtReport(report), by: people.vera)
        #expect(try await world.texts("SELECT about AS t FROM trace WHERE what = 'messaging.look'").count == 1, "only the look from outside")
        for viewer in [people.igor, people.masha, people.xenia] { #expect(try await world.outcome(LookAtReport(report), by: viewer) == .notFound) }
    }

    @Test(
        "a decision takes the message away, silences or blocks; author and reporter learn the reason; an appeal can lift it", arguments: TestDatabase.available)
    func decisions(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        func report(_ text: String, at now: Moment = World.now) async throws -> ID<Report> {
            let said = try await world.say(text, in: chats.class7, by: people.petya, at: now)
            try await world.perform(ReportMessage(said.seq, in: chats.class7, as: .insult), by: people.masha)
            return try #require(try await world.site.read { tx in try OrderStore.cases(for: people.vera, tx).first }).report
        }
        let first = try await report("обидное слово")
        #expect(try await world.outcome(DecideReport(first, .mute, reason: "травля"), by: people.masha) == .notFound)
        try await world.perform(DecideReport(first, .mute, reason: "травля", hours: 2), by: people.vera)
        #expect(try await world.outcome(DecideReport(first, .nothing, reason: "нет"), by: people.rita) == .conflict(.reportDecided))
        #expect(try await world.messages(chats.class7, seenBy: people.masha).map(\.removal) == [.byManager])
        #expect(try await world.outcome(post("ещё", in: chats.class7), by: people.petya, at: World.now + 3600) == .forbidden(.muted))
        #expect(try await world.outcome(post("ещё", in: chats.class7), by: people.petya, at: World.now + 7200) == nil)
        let own = try await world.site.read { tx in (try OrderStore.decisions(about: people.petya, tx), try OrderStore.reports(by: people.masha, tx)) }
        #expect(own.0.map(\.reason) == ["травля"] && own.1.map(\.reason) == ["травля"] && own.1.first?.measure == .mute)
        let second = try await report("снова обидное слово", at: World.now + 8000)
        try await world.perform(DecideReport(second, .block, reason: "повторно"), by: people.vera)
        #expect(try await world.outcome(post("впустите", in: chats.class7), by: people.petya, at: World.now + 9000) == .notFound)
        let (seeing, hearing) = try await world.witnesses(chats.class7)
        #expect(seeing == hearing && !seeing.contains(people.petya))
        let decision = try #require(try await world.site.read { tx in try OrderStore.decisions(about: people.petya, tx).first { $0.measure == .block } }).id
        #expect(try await world.outcome(AppealDecision(decision, "не виноват"), by: people.masha) == .notFound)
        try await world.perform(AppealDecision(decision, "не виноват"), by: people.petya)
        #expect(try await world.outcome(AppealDecision(decision, "ещё раз"), by: people.petya) == .conflict(.appealed), "once")
        for viewer in [people.vera, people.igor, people.xenia] {
            #expect(try await world.outcome(AnswerAppeal(decision, "посмотрим", lifts: true), by: viewer) == .notFound)
        }
        try await world.perform(AnswerAppeal(decision, "разобрались", lifts: true), by: people.rita)
        #expect(try await world.outcome(post("спасибо", in: chats.class7), by: people.petya, at: World.now + 9000) == nil)
        #expect(try await world.texts("SELECT became AS t FROM trace WHERE what = 'messaging.decision' ORDER BY id") == ["mute", "block"])
    }

    @Test("a pupil who manages a circle announces nothing there that a pupil may not write", arguments: TestDatabase.available)
    func announced(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat SET kind = 'group', class_id = NULL WHERE id = \(chats.class7)")
            try tx.rows("UPDATE chat_member SET manages = 1 WHERE chat_id = \(chats.class7) AND person_id = \(people.petya.person)")
        }
        let announce = { (words: String, name: String) in PostAnnouncement(try .init(words), as: try .init(name), in: chats.class7) }
        #expect(try await world.outcome(announce("Маша дебил", "announced-1"), by: people.petya) == .forbidden(.cannotWait))
        #expect(try await world.outcome(announce("Маша молодец", "announced-2"), by: people.petya) == nil)
    }

    @Test("when two rows of one human being become one, what was decided about either holds", arguments: TestDatabase.available)
    func merges(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), (petya, masha) = (world.people.petya, world.people.masha)
        func set(_ person: ID<Person>, _ chat: ID<Chat>, until: Moment?, blocked: Moment?, rules: Int) async throws {
            try await world.site.database.write { tx in
                try tx.rows(
                    """
                    UPDATE chat_member SET muted_until = \(until), blocked_at = \(blocked), rules_accepted = \(rules)
                    WHERE chat_id = \(chat) AND person_id = \(person)
                    """)
            }
        }
        let circle = try await world.perform(MakeChat(ChatDraft("Кружок"), with: [petya.peer, masha.peer]), by: world.people.vera)
        try await set(masha.person, chats.class7, until: World.now + 3600, blocked: nil, rules: 2)
        try await set(petya.person, chats.class7, until: World.now + 60, blocked: nil, rules: 1)
        try await set(masha.person, circle, until: nil, blocked: World.now, rules: 0)
        let news = try await world.site.database.write { tx in
            try MessagingFeature.merge(masha.person, into: petya.person, in: tx)
            return tx.news
        }
        #expect(news.contains(.left(petya.person, .chat(circle))), "an open page stops hearing what is closed to them")
        let kept = try await world.site.read { tx in
            try tx.rows(
                "SELECT muted_until, blocked_at, rules_accepted FROM chat_member WHERE person_id = \(petya.person) AND chat_id IN (\(chats.class7), \(circle)) ORDER BY chat_id"
            ).map { (try $0.optional("muted_until", Row.moment), try $0.optional("blocked_at", Row.moment), try $0.int("rules_accepted")) }
        }
        #expect(kept.count == 2 && kept[0] == (World.now + 3600, nil, 2) && kept[1] == (nil, World.now, 0))
        #expect(try await world.outcome(post("можно?", in: chats.class7), by: petya, at: World.now + 120) == .forbidden(.muted))
        let (seeing, hearing) = try await world.witnesses(circle)
        #expect(seeing == hearing && !seeing.contains(petya))
    }

    @Test("the school's own words and sites are kept by those who rule over it", arguments: TestDatabase.available)
    func listed(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for viewer in [people.vera, people.petya, people.olga] {
            #expect(try await world.outcome(ListWord("вейп", .word), by: viewer) == .forbidden(.onlyAdministrators))
        }
        let word = try await world.perform(ListWord("вейп", .word), by: people.rita)
        #expect(try await world.outcome(post("Нашли вейпы в раздевалке", in: chats.staff), by: people.igor) == .conflict(.isListed))
        #expect(try await world.outcome(post("Нашли вейпы", in: chats.staffFar), by: people.zoya) == nil, "another school's list is its own")
        #expect(try await world.outcome(UnlistWord(word), by: people.xenia) == .notFound)
        try await world.perform(UnlistWord(word), by: people.rita)
        #expect(try await world.outcome(post("Нашли вейпы", in: chats.staff), by: people.igor) == nil)
        let strange = try await world.say("Смотрите https://math.example/1", in: chats.staff, by: people.igor)
        #expect(strange.caution == .link)
        try await world.perform(ListWord("https://math.example/", .host), by: people.rita)
        #expect(try await world.say("Смотрите https://www.math.example/2", in: chats.staff, by: people.igor).caution == nil)
        #expect(try await world.say("Продиктуй код из смс", in: chats.staff, by: people.igor).caution == .fraud)
        for wrong in ["", "два слова", "!!!"] { #expect(throws: Denial.self) { try ListWord(wrong, .word) } }
    }

    @Test("pages lead a reporter, a moderator and an author through; a plain form asks before it sends")
    func pages() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, chat = chats.class7.number
        try await world.browse(as: people.vera) { client in
            let ask = ByteBuffer(string: "formToken=form-token&attempt=once&body=" + "ты идиот".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!)
            try await client.execute(uri: "/chats/\(chat)/messages", method: .post, headers: form, body: ask) { answer in
                #expect(answer.status == .conflict && answer.text.contains("name=\"sure\"") && answer.text.contains("ты идиот"))
            }
        }
        try await world.browse(as: people.petya) { client in
            let body = ByteBuffer(string: #"{"clientID": "client-name-1", "body": "ты дебил"}"#)
            try await client.execute(uri: "/chats/\(chat)/messages", method: .post, headers: island, body: body) { #expect($0.status == .accepted) }
            try await client.execute(uri: "/chats/\(chat)", method: .get) { #expect($0.text.contains("на проверке") && $0.text.contains("ты дебил")) }
        }
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "/chats/\(chat)", method: .get) { #expect(!$0.text.contains("дебил")) }
        }
        try await world.say("Грубо", in: chats.class7, by: people.petya)
        try await world.browse(as: people.masha) { client in
            let report = ByteBuffer(string: "formToken=form-token&cause=insult&note=x")
            try await client.execute(uri: "/chats/\(chat)/messages/1/report", method: .post, headers: form, body: report) { #expect($0.status == .seeOther) }
            try await client.execute(uri: "/chats/moderation", method: .get) { #expect(!$0.text.contains("Грубо")) }
        }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/chats/moderation", method: .get) { #expect($0.text.contains("Грубо") && $0.text.contains("ты дебил")) }
            try await client.execute(uri: "/chats/moderation/1", method: .get) { #expect($0.text.contains("Грубо") && $0.text.contains("name=\"measure\"")) }
            let decision = ByteBuffer(string: "formToken=form-token&measure=remove&reason=x")
            try await client.execute(uri: "/chats/moderation/1", method: .post, headers: form, body: decision) { #expect($0.status == .seeOther) }
            try await client.execute(uri: "/chats/\(chat)/order", method: .get) { #expect($0.text.contains("name=\"slow\"")) }
        }
        try await world.browse(as: people.petya) { client in
            try await client.execute(uri: "/chats/decisions", method: .get) { #expect($0.text.contains("/chats/decisions/1/appeal")) }
            try await client.execute(uri: "/chats/\(chat)/order", method: .get) { #expect(!$0.text.contains("name=\"slow\"")) }
        }
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: "/chats/statistics", method: .get) { #expect($0.status == .ok && !$0.text.contains("Петя")) }
            try await client.execute(uri: "/chats/words", method: .get) { #expect($0.status == .ok) }
        }
    }
}
