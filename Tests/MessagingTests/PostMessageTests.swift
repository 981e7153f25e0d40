import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct PostMessageTests {
    @Test("members post, others do not learn that the chat exists", arguments: TestDatabase.available)
    func members(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        for chat in chats.all {
            let members = chats.members(chat, world.people)
            for viewer in world.people.all {
                #expect(
                    try await world.outcome(post("hello", in: chat), by: viewer) == (members.contains(viewer) ? nil : .notFound),
                    "\(chat.number) \(viewer.name.full)")
            }
            for viewer in world.people.all {
                let seen = try await world.messages(chat, seenBy: viewer).map(\.seq)
                #expect(seen == (members.contains(viewer) ? Array(1...Int64(members.count)) : []))
            }
        }
        #expect(try await world.outcome(post("hello", in: ID(9_999)), by: world.people.vera) == .notFound)
    }

    @Test("who hears a message is who sees it, before and after the class list changes", arguments: TestDatabase.available)
    func hearsIsSees(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        for chat in chats.all where !chats.members(chat, world.people).isEmpty {
            let author = chats.members(chat, world.people)[0], everyone = world.people.all
            let audience = try await world.site.database.write(.rowLock) { tx in
                _ = try post("hello", in: chat).run(by: author, at: World.now, in: tx)
                return tx.events.map(\.audience)
            }
            #expect(audience == [.topic(.chat(chat))])
            let (hearing, seeing) = try await world.site.read { tx in
                (
                    try everyone.filter { try MessagingFeature.topics(of: $0, in: tx).map(LiveEvent.Audience.topic).contains(audience[0]) },
                    try everyone.filter { try !MessagingStore.messages(of: chat, Span(.newest), seenBy: $0, tx).list.isEmpty }
                )
            }
            #expect(hearing == seeing && !seeing.isEmpty)
        }
    }

    @Test("what is sent twice under one name is posted once and heard once", arguments: TestDatabase.available)
    func twice(_ kind: TestDatabase) async throws {
        let log = NewsLog()
        let world = try await World(database: kind.open(announce: log.announce))
        let (people, chats) = (world.people, try await Chats.open(in: world))
        let first = try await world.perform(post("hello", "same-name", in: chats.class7), by: people.vera).message
        try await world.say("between", in: chats.class7, by: people.petya)
        let second = try await world.perform(post("hello again", "same-name", in: chats.class7), by: people.vera).message
        #expect(first == second)
        // Another person's message of the same name is another message, and so is one in another chat.
        #expect(try await world.perform(post("hello", "same-name", in: chats.class7), by: people.petya).message.seq == 3)
        #expect(try await world.perform(post("hello", "same-name", in: chats.family7), by: people.vera).message.seq == 1)
        let heard = try await log.wait(for: 1_000, patience: 30).filter { if case .event(let event) = $0 { event.name == "messaging.posted" } else { false } }
        #expect(heard.count == 4)
    }

    @Test("64 people who write at once are all answered, without a gap or a double, and heard in order", arguments: TestDatabase.available)
    func crowd(_ kind: TestDatabase) async throws {
        let log = NewsLog()
        let world = try await World(database: kind.open(announce: log.announce))
        let chats = try await Chats.open(in: world), posters = 64, each = 3
        try await withThrowingTaskGroup(of: Void.self) { group in
            for poster in 0..<posters {
                let author = poster % 2 == 0 ? world.people.vera : world.people.petya
                group.addTask {
                    for number in 0..<each {
                        // Every message is sent twice at the same time, as a phone does that did not hear the answer.
                        let message = try post("m", "client-\(poster)-\(number)", in: chats.class7)
                        async let one = world.perform(message, by: author), other = world.perform(message, by: author)
                        #expect(try await one.message.seq == other.message.seq)
                    }
                }
            }
            // Meanwhile the class list is gone over again and again.
            for _ in 0..<3 { group.addTask { for _ in 0..<10 { try await world.perform(OpenClassChats(of: world.people.class7.id), by: world.people.rita) } } }
            try await group.waitForAll()
        }
        let total = Int64(posters * each)
        #expect(try await world.messages(chats.class7, seenBy: world.people.masha).map(\.seq) == Array(1...total).suffix(200))
        let heard = try await log.wait(for: Int(total) + 20, patience: 300).compactMap { item -> Int64? in
            guard case .event(let event) = item else { return nil }
            return event.payload?.firstMatch(of: /"seq":(\d+)/).flatMap { Int64($0.1) }
        }
        #expect(heard == Array(1...total))
    }

    @Test("who writes has read what came before, the others have not", arguments: TestDatabase.available)
    func unread(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        for text in ["one", "two", "three"] { try await world.say(text, in: chats.class7, by: world.people.vera) }
        func unread(_ viewer: Viewer) async throws -> Int { try await world.site.read { tx in try MessagingStore.unread(of: viewer, tx) } }
        #expect(
            try await [unread(world.people.vera), unread(world.people.petya), unread(world.people.veraAsMother), unread(world.people.yura)] == [0, 3, 0, 0])
        try await world.say("four", in: chats.class7, by: world.people.petya)
        #expect(try await [unread(world.people.vera), unread(world.people.petya), unread(world.people.masha)] == [1, 0, 4])
    }

    @Test("a message is not empty, not invisible and not a book")
    func body() throws {
        for text in [
            "", "  \n\t ", "\u{200B}\u{2060}", String(repeating: "ж", count: 4_001), "a\u{0}b", "e" + String(repeating: "\u{301}", count: 4_000),
        ] {
            #expect(throws: Denial.invalid(field: "body", .bodyLength)) { try Message.Body(text) }
        }
        #expect(try Message.Body("  ёж \n").text == "ёж")
        #expect(try Message.Body("one\r\ntwo\n\nthree").text == "one\ntwo\n\nthree")
        #expect(try Message.Body(String(repeating: "ж", count: 4_000)).text.count == 4_000)
        #expect(try Message.Body("👨‍👩‍👧").text == "👨‍👩‍👧")
    }

    @Test("a message's name is short, printable and plain")
    func names() throws {
        for name in ["", "1234567", String(repeating: "x", count: 65), "with space", "кириллица", "new\nline12"] {
            #expect(throws: Denial.invalid(field: "clientID", .clientID)) { try Message.ClientID(name) }
        }
        #expect(try Message.ClientID("3f0e9a52-6a0c-4f1e-9c57-0d8f0c2f7a11").text.utf8.count == 36)
    }
}
