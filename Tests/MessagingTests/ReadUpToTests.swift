import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct ReadUpToTests {
    @Test("what has been read moves forward only, never past the last message, and tells the person's own pages alone", arguments: TestDatabase.available)
    func forward(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people
        for number in 1...5 { try await world.say("\(number)", in: chats.class7, by: people.vera) }
        for (seq, unread, isNews) in [(3, 2, true), (2, 2, false), (3, 2, false), (-7, 2, false), (99, 0, true), (99, 0, false), (1, 0, false)]
            as [(Int64, Int, Bool)]
        {
            let events = try await world.site.database.write(.rowLock) { tx in
                try ReadUpTo(chat: chats.class7, seq: seq).run(by: people.petya, at: World.now, in: tx)
                return tx.events
            }
            #expect(events == (isNews ? [LiveEvent("messaging.read", path: "/chats/\(chats.class7.number)", audience: .people([people.petya.person]))] : []))
            #expect(try await world.site.read { tx in try MessagingStore.chat(chats.class7, seenBy: people.petya, tx)?.unread } == unread, "\(seq)")
        }
        #expect(try await world.site.read { tx in try MessagingStore.chat(chats.class7, seenBy: people.masha, tx)?.unread } == 5)
    }

    @Test("who is not in the chat finds none, from whichever side they look", arguments: TestDatabase.available)
    func outsiders(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        for chat in chats.all {
            let members = chats.members(chat, world.people)
            for viewer in world.people.all {
                #expect(try await world.outcome(ReadUpTo(chat: chat, seq: 1), by: viewer) == (members.contains(viewer) ? nil : .notFound))
            }
        }
    }
}
