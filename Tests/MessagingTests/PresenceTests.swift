import HTTPTypes
import Hummingbird
import HummingbirdTesting
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

    @Test("programs read and set what others see of a person, say that they are there and writing, and see which chats they have silenced")
    func programs() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people
        let two = try await world.perform(WriteTo(PeerKey(people.igor.person, .staff)), by: people.vera)
        try await world.browse(as: people.vera) { client async throws in
            let send = { @Sendable (path: String, method: HTTPRequest.Method, body: String) in
                try await client.execute(uri: "/api/v1/" + path, method: method, headers: island, body: ByteBuffer(string: body)) { $0.status }
            }
            let read = { @Sendable (path: String) in try await client.execute(uri: "/api/v1/" + path, method: .get, headers: island) { $0.text } }
            #expect(try await read("chat-manner") == #"{"showsPresence":true,"showsTyping":true}"#)
            #expect(try await send("chats/\(two.number)/here", .post, "{}") == .ok)
            #expect(try await send("chats/\(chats.class7.number)/typing", .post, "{}") == .ok)
            #expect(try await send("chat-manner", .put, #"{"showsPresence":false,"showsTyping":true}"#) == .ok)
            #expect(try await read("chat-manner") == #"{"showsPresence":false,"showsTyping":true}"#)
            for path in ["chats/\(chats.class8.number)/here", "chats/\(chats.class8.number)/typing"] { #expect(try await send(path, .post, "{}") == .notFound) }
            #expect(try await !read("chats").contains(#""isMuted":true"#))
            #expect(try await send("chats/\(chats.class7.number)/muted", .put, #"{"isOn":true}"#) == .ok)
            #expect(try await read("chats").matches(of: /"isMuted":true/).count == 1)
        }
        #expect(try await heard(two, people.igor, world) == [], "as set by the program")
    }

    @Test("a teacher and a family do not see each other", arguments: TestDatabase.available)
    func sides(_ kind: TestDatabase) async throws {
        let (world, _) = try await World.withChats(kind), people = world.people
        let family = try await world.perform(WriteTo(PeerKey(people.olga.person, .family)), by: people.vera)
        for viewer in [people.vera, people.olga] { #expect(try await heard(family, viewer, world) == []) }
        #expect(try await !world.site.read { tx in try ShowPresence.isShown(by: people.petya, tx) }, "off for pupils until they switch it on")
    }
}
