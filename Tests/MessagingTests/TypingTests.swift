import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct TypingTests {
    @Test("that one writes is heard by the members and kept nowhere; who has switched it off is not shown", arguments: TestDatabase.available)
    func typing(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let events = { (viewer: Viewer) in
            try await world.site.database.write { tx in
                try NoteTyping(chat: chats.class7).run(by: viewer, at: World.now, in: tx)
                return tx.events
            }
        }
        let event = try await events(people.petya).first
        #expect(event?.name == "messaging.typing" && event?.audience == .topic(.chat(chats.class7)) && event?.payload?.contains("Петин") == true)
        #expect(try await world.outcome(NoteTyping(chat: chats.class7), by: people.olga) == .notFound)
        try await world.perform(ShowTyping(isShown: false), by: people.petya)
        #expect(try await events(people.petya).isEmpty)
        #expect(try await events(people.masha).count == 1, "one's own wish is for oneself")
        try await world.perform(ShowTyping(isShown: true), by: people.petya)
        #expect(try await events(people.petya).count == 1)
    }
}
