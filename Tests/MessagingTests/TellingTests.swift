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
