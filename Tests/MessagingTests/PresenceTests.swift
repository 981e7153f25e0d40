import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct PresenceTests {
    private func heard(_ chat: ID<Chat>, _ viewer: Viewer, _ world: World) async throws -> [LiveEvent.Audience] {
        try await world.site.database.write { tx in
            try NoteHere(chat: chat).run(by: viewer, at: World.now, in: tx)
            return tx.events.map(\.audience)
        }
    }

    private func everyRow(_ world: World) async throws -> [String] {
        try await world.site.read { tx in
            try ["SELECT * FROM chat", "SELECT * FROM chat_member", "SELECT * FROM chat_manner", "SELECT * FROM trace"].flatMap { (query: SQL) in
                try tx.rows(query).map { "\($0)" }
            }
        }
    }

    @Test("colleagues in a talk of two see each other, unless one has switched it off; nothing is written", arguments: TestDatabase.available)
    func colleagues(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let chat = try await world.perform(WriteTo(PeerKey(people.igor.person, .staff)), by: people.vera)
        let before = try await everyRow(world)
        #expect(try await heard(chat, people.vera, world) == [.people([people.igor.person])])
        #expect(try await heard(chat, people.igor, world) == [.people([people.vera.person])])
        #expect(try await everyRow(world) == before)
        #expect(try await world.outcome(NoteHere(chat: chat), by: people.rita) == .notFound)
        #expect(try await heard(chats.class7, people.vera, world) == [], "a chat of many shows nobody")
        try await world.perform(ShowPresence(isShown: false), by: people.igor)
        for viewer in [people.vera, people.igor] { #expect(try await heard(chat, viewer, world) == [], "neither sees nor is seen") }
        try await world.perform(ShowPresence(isShown: true), by: people.igor)
        #expect(try await heard(chat, people.vera, world).count == 1)
    }

    @Test("a teacher and a family do not see each other", arguments: TestDatabase.available)
    func sides(_ kind: TestDatabase) async throws {
        let (world, _) = try await World.withChats(kind), people = world.people
        let family = try await world.perform(WriteTo(PeerKey(people.olga.person, .family)), by: people.vera)
        for viewer in [people.vera, people.olga] { #expect(try await heard(family, viewer, world) == []) }
        #expect(try await !world.site.read { tx in try ShowPresence.isShown(by: people.petya, tx) }, "off for pupils until they switch it on")
    }
}
