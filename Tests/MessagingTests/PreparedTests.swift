import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct PreparedTests {
    @Test("a post is made at its hour, once, though two nodes look for it at once", arguments: TestDatabase.available)
    func due(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, hour = World.now + 3600
        let prepare = PreparePost(try .init("Завтра сбор"), in: chats.class7, at: hour)
        #expect(try await world.outcome(prepare, by: people.olga) == .notFound)
        #expect(try await world.outcome(PreparePost(.init("x"), in: chats.class7, at: World.now), by: people.vera) == .invalid(field: "due", .closesInThePast))
        #expect(
            try await world.outcome(PreparePost(.init("x"), in: chats.class7, at: hour, isAnnouncement: true), by: people.petya)
                == .forbidden(.onlyManagersAnnounce))
        try await world.perform(prepare, by: people.petya)
        try await world.perform(PreparePost(try .init("Сдать анкеты"), in: chats.class7, at: hour, isAnnouncement: true), by: people.vera)
        #expect(try await DuePosts(world.site).run(at: hour - 1) == 0)
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...2 { group.addTask { try await DuePosts(world.site).run(at: hour) } }
            return try await group.reduce(0, +)
        }
        #expect(made == 2)
        #expect(try await DuePosts(world.site).run(at: hour + 60) == 0)
        let messages = try await world.messages(chats.class7, seenBy: people.masha)
        #expect(messages.map(\.body) == ["Завтра сбор", "Сдать анкеты"] && messages.map(\.author.id) == [people.petya.person, people.vera.person])
        #expect(messages.map(\.part) == [nil, .announcement(isOpen: false)])
    }

    @Test("its author changes and cancels it, nobody else; who may no longer write there is told and keeps the words", arguments: TestDatabase.available)
    func changes(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, hour = World.now + 3600
        let first = try await world.perform(PreparePost(.init("первое"), in: chats.class7, at: hour), by: people.petya)
        let second = try await world.perform(PreparePost(.init("второе"), in: chats.class7, at: hour), by: people.petya)
        let change = ChangePreparedPost(first, in: chats.class7, to: try .init("третье"), at: hour + 60)
        for viewer in [people.vera, people.masha, people.zoya] {
            #expect(try await world.outcome(change, by: viewer) == .notFound)
            #expect(try await world.outcome(CancelPreparedPost(first, in: chats.class7), by: viewer) == .notFound)
        }
        try await world.perform(change, by: people.petya)
        try await world.perform(CancelPreparedPost(second, in: chats.class7), by: people.petya)
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET archived_at = \(World.now) WHERE id = \(chats.class7)") }
        #expect(try await DuePosts(world.site).run(at: hour + 60) == 0)
        let waiting = try await world.site.read { tx in try PreparedStore.waiting(by: people.petya, tx) }
        #expect(waiting.map(\.body) == ["третье"] && waiting.map(\.hasFailed) == [true])
        try await world.browse(as: people.petya) { client in
            try await client.execute(uri: "/", method: .get) { #expect($0.text.contains("Не отправлено") && $0.text.contains("третье")) }
        }
    }

    @Test("a draft begun on one device is there on another; the newest stays; nobody else sees it", arguments: TestDatabase.available)
    func drafts(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let save = { (words: String, seconds: Int) in SaveDraft(words, in: chats.class7, writtenAt: World.now + seconds) }
        #expect(try await world.outcome(save("x", 0), by: people.olga) == .notFound)
        try await world.perform(save("новый", -10), by: people.petya)
        try await world.perform(save("старый, пришёл позже", -20), by: people.petya)
        let draft = { (viewer: Viewer) in try await world.site.read { tx in try PreparedStore.draft(in: chats.class7, of: viewer, tx) } }
        #expect(try await draft(people.petya) == Draft(body: "новый", writtenAt: World.now - 10))
        try await world.perform(save("часы спешат", 3600), by: people.petya)
        #expect(try await draft(people.petya)?.writtenAt == World.now)
        #expect(try await draft(people.masha) == nil)
        try await world.browse(as: people.petya) { client in
            try await client.execute(uri: "/chats/\(chats.class7.number)", method: .get) { #expect($0.text.contains(">часы спешат</textarea>")) }
        }
        try await world.say("часы спешат", in: chats.class7, by: people.petya)
        #expect(try await draft(people.petya) == nil, "what was said is no draft any more")
        try await world.perform(save("", 0), by: people.petya)
        #expect(try await draft(people.petya) == nil)
    }
}
