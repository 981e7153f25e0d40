import Kernel
import Notices
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct TellingTests {
    @Test("who has not read what is new is told of the chat once, whoever it was said by; reading takes it back", arguments: TestDatabase.available)
    func tells(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await reachable([people.petya, people.masha, people.vera], in: world)
        try await Telling.run(world.site, at: World.now)
        for text in ["раз", "@\(people.masha.name.list), два"] { try await world.say(text, in: chats.class7, by: people.petya) }
        // Two nodes at once.
        async let one: Void = Telling.run(world.site, at: World.now)
        async let other: Void = Telling.run(world.site, at: World.now)
        _ = try await (one, other)
        #expect(try await waiting(world) == [people.masha.person, people.vera.person])
        try await world.perform(ReadUpTo(chat: chats.class7, seq: 2), by: people.masha)
        #expect(try await waiting(world) == [people.vera.person])
        try await Telling.run(world.site, at: World.now)
        #expect(try await waiting(world) == [people.vera.person], "nothing new, nothing told")
    }

    @Test(
        "an announcement and a poll are told as such, also where talk is muted; who has acknowledged or answered is told no more",
        arguments: TestDatabase.available)
    func asked(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await reachable([people.petya, people.masha, people.olga, people.pavel], in: world)
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat_member SET is_muted = 1 WHERE person_id = \(people.olga.person)")
        }
        let announced = try await world.perform(
            PostAnnouncement(.init("Собрание в четверг"), as: .init("telling-1"), in: chats.family7), by: people.vera
        ).message.seq
        let poll = try NewPoll("Идём?", options: ["да", "нет"], kind: .single, isAnonymous: false, showsBefore: true, closesAt: nil, at: World.now)
        try await world.perform(PutPoll(poll, as: .init("telling-2"), in: [chats.class7]), by: people.vera)
        try await Telling.run(world.site, at: World.now)
        try await world.say("и ещё", in: chats.family7, by: people.vera)
        try await Telling.run(world.site, at: World.now)
        #expect(
            try await kinds(world) == [
                people.olga.person: "announcement", people.pavel.person: "announcement", people.petya.person: "announcement",
                people.masha.person: "announcement",
            ], "talk that follows does not make less of it")
        try await world.perform(RemindReaders(announced, in: chats.family7), by: people.vera)
        let place = "/chats/\(chats.family7.number)?at=\(announced)#m\(announced)"
        #expect(try await count("place = \(place) AND urgency = 1", in: world) == 2)
        try await world.perform(Acknowledge(announced, in: chats.family7), by: people.olga)
        #expect(try await count("place = \(place)", in: world) == 1)
    }

    @Test("who decides hears that something waits, the others what was decided", arguments: TestDatabase.available)
    func order(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await reachable([people.petya, people.masha, people.vera, people.rita], in: world)
        let said = try await world.say("обидное", in: chats.class7, by: people.petya)
        try await world.perform(ReportMessage(said.seq, in: chats.class7, as: .other), by: people.masha)
        #expect(try await kinds(world) == [people.vera.person: "task", people.rita.person: "task"])
        let report: ID<Report> = try await world.site.read { tx in try tx.one("SELECT id FROM message_report").id("id") }
        try await world.perform(try DecideReport(report, .warn, reason: "обидно"), by: people.vera)
        #expect(try await count("place = '/chats/decisions' AND is_mention = 1", in: world) == 2, "the author and who reported it")
    }

    private func kinds(_ world: World) async throws -> [ID<Person>: String] {
        try await world.site.read { tx in
            try tx.rows("SELECT person_id, kind FROM notice").reduce(into: [:]) { $0[try $1.id("person_id")] = try $1.text("kind") }
        }
    }
    private func count(_ condition: SQL, in world: World) async throws -> Int64 {
        try await world.site.read { tx in try tx.one("SELECT COUNT(*) AS n FROM notice WHERE \(condition)").int("n") }
    }

    /// People who have a device: others are not put into the outbox.
    private func reachable(_ viewers: [Viewer], in world: World) async throws {
        try await world.site.database.write { tx in
            for viewer in viewers {
                try tx.rows(
                    "INSERT INTO mail_address (person_id, address, word, asked_at, confirmed_at) VALUES (\(viewer.person), 'a@example.org', \(viewer.name.full), 1, 1)"
                )
            }
        }
    }

    private func waiting(_ world: World) async throws -> Set<ID<Person>> {
        try await world.site.read { tx in Set(try tx.rows("SELECT person_id FROM notice").map { try $0.id("person_id") }) }
    }
}
