import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Notices
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Who hears is who sees, for everything chats let people hear. What is emitted is read from the sources: a verb that emits anything and does
/// not stand here fails the test, and so does an event that none of them emits.
@Suite struct WhoHearsTests {
    @Test("whoever hears an event of chats sees what it is about, and no one else hears it", arguments: TestDatabase.available)
    func everyEvent(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET posting = 'managers' WHERE id = \(chats.staff)") }
        let stock = try await Self.stock(above: world)
        let everyone = world.people.all
        let heard = try await world.browse(asEach: everyone) { clients in
            var ears = Ears(world: world, eyes: zip(everyone, clients).map { Eye(viewer: $0, client: $1) })
            try await Self.talk(chats, &ears)
            try await Self.announce(chats, &ears)
            try await Self.poll(chats, &ears)
            try await Self.publish(chats, stock, &ears)
            try await Self.keepOrder(chats, &ears)
            try await Self.gather(&ears)
            return ears
        }
        #expect(heard.verbs == (try Self.emitting()), "a verb that lets people hear something has no line in this test, or no longer emits")
        #expect(heard.names == (try Self.declared()), "an event that is never heard here")
    }

    @Test("who came later does not hear the words of a message from before, when it is changed", arguments: TestDatabase.available)
    func newcomer(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let old = try await world.say("до прихода", in: chats.class7, by: people.vera)
        try await world.perform(EnrolPupil(try await Self.newPupil(world), into: people.class7.id, since: World.today), by: people.rita)
        let fresh = try await world.say("при всех", in: chats.class7, by: people.vera)
        let payloads = { (seq: Int64) in
            try await world.site.database.write { tx in
                _ = try PutSign(.agree, to: seq, in: chats.class7).run(by: people.petya, at: World.now, in: tx)
                return tx.events.map(\.payload)
            }
        }
        #expect(try await payloads(old.seq) == [nil], "each page asks, by the rules of reading")
        #expect(try await payloads(fresh.seq).first??.contains("при всех") == true)
    }

    @Test("who was blocked and comes back to the list does not hear the chat", arguments: TestDatabase.available)
    func blocked(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat_member SET blocked_at = 1 WHERE chat_id = \(chats.class7) AND person_id = \(people.petya.person)")
        }
        try await world.perform(EndEnrolment(of: people.petya.person, on: World.today), by: people.rita)
        let back = EnrolPupil(people.petya.person, into: people.class7.id, since: World.today)
        let news = try await world.site.database.write { tx in
            _ = try world.site.perform(back, by: people.rita, at: World.now, in: tx)
            return tx.news
        }
        #expect(!news.contains(.joined(people.petya.person, .chat(chats.class7))))
        let (seeing, hearing) = try await world.witnesses(chats.class7)
        #expect(seeing == hearing && !seeing.contains(people.petya))
    }

    // MARK: What is done

    private static func talk(_ chats: Chats, _ ears: inout Ears) async throws {
        let people = ears.world.people, (vera, petya) = (people.vera, people.petya)
        try await ears.hear(post("Доброе утро", in: chats.class7), by: vera)
        try await ears.hear(EditMessage(1, in: chats.class7, to: .init("Добрый день")), by: vera)
        try await ears.hear(PutSign(.thanks, to: 1, in: chats.class7), by: petya)
        try await ears.hear(PinMessage(1, in: chats.class7), by: vera)
        try await ears.hear(PassOn(1, from: chats.class7, to: chats.family7, as: .init("passed-on-1")), by: vera)
        try await ears.hear(NoteTyping(chat: chats.class7), by: petya)
        try await ears.hear(ReadUpTo(chat: chats.class7, seq: 1), by: petya)
        try await ears.hear(RemoveMessage(1, in: chats.class7), by: vera)
    }

    private static func announce(_ chats: Chats, _ ears: inout Ears) async throws {
        let people = ears.world.people, chat = chats.family7
        try await ears.hear(PostAnnouncement(.init("Собрание"), as: .init("announced-1"), in: chat), by: people.vera)
        let seq = try await ears.world.messages(chat, seenBy: people.vera).last?.seq ?? 0
        try await ears.hear(Acknowledge(seq, in: chat), by: people.olga)
        try await ears.hear(RemindReaders(seq, in: chat), by: people.vera)
        try await ears.hear(ReplyToAnnouncement(.init("Не сможем"), as: .init("replied-1"), to: seq, in: chat, with: people.olga.person), by: people.olga)
        try await ears.hear(ReadReplies(about: seq, in: chat, with: people.olga.person), by: people.vera)
        try await ears.hear(OpenForTalk(seq, in: chat), by: people.vera)
    }

    private static func poll(_ chats: Chats, _ ears: inout Ears) async throws {
        let people = ears.world.people
        let poll = try NewPoll("Куда?", options: ["В музей", "В театр"], kind: .single, isAnonymous: false, showsBefore: true, closesAt: nil, at: World.now)
        try await ears.hear(PutPoll(poll, as: .init("poll-poll-1"), in: [chats.class7]), by: people.vera)
        let id: ID<Poll> = try await ears.world.site.read { tx in try tx.one("SELECT MAX(id) AS id FROM poll").id("id") }
        try await ears.hear(AnswerPoll(id, .choices([1])), by: people.petya)
        try await ears.hear(ClosePoll(id), by: people.vera)
    }

    private static func publish(_ chats: Chats, _ stock: ID<StockPost>, _ ears: inout Ears) async throws {
        let people = ears.world.people, channel = chats.staff
        let last = { (world: World) -> ID<PublishRequest> in
            try await world.site.read { tx in try tx.one("SELECT MAX(id) AS id FROM publish_request").id("id") }
        }
        for act in 0..<3 {
            try await ears.hear(AskToPublish(.init("Победа \(act)"), in: channel), by: people.igor)
            let request = try await last(ears.world)
            switch act {
            case 0: try await ears.hear(PublishRequested(request, in: channel), by: people.rita)
            case 1: try await ears.hear(ReturnRequest(request, in: channel, reason: .init("Уже было")), by: people.rita)
            default: try await ears.hear(WithdrawRequest(request, in: channel), by: people.igor)
            }
        }
        try await ears.hear(SendStock(stock, to: chats.class7, saying: .init("О безопасности"), as: .init("stock-stock-1")), by: people.vera)
    }

    private static func keepOrder(_ chats: Chats, _ ears: inout Ears) async throws {
        let people = ears.world.people, chat = chats.class7
        let rude = PostMessage(try .init("Ты дебил"), as: try .init("rude-rude-1"), in: chat)
        try await ears.world.perform(HoldMessage(rude), by: people.petya)
        let waiting = try #require(try await ears.world.site.read { tx in try OrderStore.waiting(for: people.vera, tx).first }).id
        try await ears.hear(JudgeWaiting(waiting), by: people.vera)
        let seq = try await ears.world.messages(chat, seenBy: people.vera).last?.seq ?? 0
        try await ears.world.perform(ReportMessage(seq, in: chat, as: .insult), by: people.masha)
        let report = try #require(try await ears.world.site.read { tx in try OrderStore.cases(for: people.vera, tx).first }).report
        try await ears.hear(DecideReport(report, .block, reason: "травля"), by: people.vera)
    }

    private static func gather(_ ears: inout Ears) async throws {
        let people = ears.world.people
        try await ears.hear(MakeChat(ChatDraft("Кружок"), with: [people.masha.peer, people.igor.peer]), by: people.vera)
        let chat: ID<Chat> = try await ears.world.site.read { tx in try tx.one("SELECT MAX(id) AS id FROM chat").id("id") }
        try await ears.hear(LeaveChat(chat), by: people.masha)
        let two = try await ears.world.perform(WriteTo(people.igor.peer), by: people.vera)
        try await ears.hear(NoteHere(chat: two), by: people.igor)
        let igor = people.igor.person
        for verb in [OpenStaffRoom(), OpenSchoolChannel()] as [any Verb] {
            try await ears.world.site.database.write { tx in
                try tx.rows(
                    "UPDATE chat_member SET present = 0 WHERE person_id = \(igor) AND chat_id IN (SELECT id FROM chat WHERE kind IN ('staff', 'school'))")
            }
            try await ears.hear(verb, by: people.rita)
        }
        try await ears.hear(.exported(for: people.vera.person), of: "ExportJob")
    }

    private static func stock(above world: World) async throws -> ID<StockPost> {
        try await world.site.database.write { tx in
            let id: ID<School> = try tx.one(
                "INSERT INTO school (name, kind, zone, level) VALUES ('Управление', 'general', 'Europe/Moscow', 'municipality') RETURNING id"
            ).id("id")
            try tx.rows("UPDATE school SET parent_id = \(id) WHERE id = \(world.people.rita.school)")
            return try tx.one(
                """
                INSERT INTO stock_post (school_id, author_id, title, body, valid_from, valid_until, audience, added_at)
                VALUES (\(id), \(world.people.rita.person), 'Безопасность', 'x', \(World.today), \(World.today + 9), 'both', 1) RETURNING id
                """
            ).id("id")
        }
    }

    private static func newPupil(_ world: World) async throws -> ID<Person> {
        try await world.perform(RegisterPerson(PersonName(family: "Новиков", given: "Лёва"), as: .pupil, since: World.today), by: world.people.rita)
    }

    // MARK: What there is

    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Messaging").standardizedFileURL

    private static func swift() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: sources.path()).filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: sources.appending(path: $0), encoding: .utf8)
        }
    }

    /// The names of all events of chats.
    private static func declared() throws -> Set<String> {
        Set(try swift().flatMap { $0.matches(of: /LiveEvent\(\s*"([a-z.-]+)"/).map { String($0.1) } })
    }

    /// The verbs that emit: a verb's text goes to the next one; what helps it stands below it in its file.
    private static func emitting() throws -> Set<String> {
        var verbs: Set<String> = []
        for text in try swift() {
            let heads = text.matches(of: /struct ([A-Za-z]+): Verb/)
            for (place, head) in heads.enumerated() {
                let end = place + 1 < heads.count ? heads[place + 1].range.lowerBound : text.endIndex
                if text[head.range.upperBound..<end].contains(/\.emit\(|tellWithAnswers|tellLists/) { verbs.insert(String(head.1)) }
            }
        }
        return verbs
    }
}

/// One person's side of a browser.
private struct Eye: Sendable {
    let viewer: Viewer
    let client: any TestClientProtocol

    func sees(_ path: String) async throws -> Bool { try await client.execute(uri: path, method: .get) { $0.status == .ok } }
}

/// Hears what verbs emit, and looks who sees it.
private struct Ears: Sendable {
    let world: World
    let eyes: [Eye]
    var verbs: Set<String> = []
    var names: Set<String> = []
    init(world: World, eyes: [Eye]) {
        self.world = world
        self.eyes = eyes
    }

    /// Of these everyone who sees them is told, and they alone: an exchange of two.
    private static let ofTwo: Set<String> = ["messaging.replied"]

    mutating func hear<V: Verb>(_ verb: V, by viewer: Viewer) async throws {
        let events = try await world.site.database.write(V.isolation) { tx in
            _ = try verb.run(by: viewer, at: World.now, in: tx)
            return tx.events
        }
        #expect(!events.isEmpty, "\(V.self) is not heard")
        for event in events {
            verbs.insert(String(describing: type(of: verb)))
            names.insert(event.name)
            try await judge(event, "\(V.self)")
        }
    }

    /// What is emitted by no verb.
    mutating func hear(_ event: LiveEvent, of job: String) async throws {
        names.insert(event.name)
        try await judge(event, job)
    }

    private func judge(_ event: LiveEvent, _ verb: String) async throws {
        var seeing: [Viewer] = []
        for eye in eyes where try await eye.sees(event.path) { seeing.append(eye.viewer) }
        switch event.audience {
        case .topic(let topic):
            let all = eyes.map(\.viewer)
            let hearing = try await world.site.read { tx in try all.filter { try MessagingFeature.topics(of: $0, in: tx).contains(topic) } }
            #expect(hearing == seeing && !seeing.isEmpty, "\(verb): \(event.name)")
        case .people(let people):
            // A person's pages of both sides hear it: it carries nothing, and one of the sides sees what it is about.
            #expect(event.payload == nil && people.isSubset(of: seeing.map(\.person)) && !people.isEmpty, "\(verb): \(event.name) at \(event.path)")
            if Self.ofTwo.contains(event.name) { #expect(people == Set(seeing.map(\.person)), "\(verb): \(event.name)") }
        }
    }
}
