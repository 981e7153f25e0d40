import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct PagingTests {
    @Test("pages of any size, up or down, show every message exactly once and in order", arguments: TestDatabase.available)
    func everyMessageOnce(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people, total = Int64(137)
        for number in 1...total { try await world.say("\(number)", in: chats.class7, by: number % 3 == 0 ? people.vera : people.petya) }
        for _ in 0..<12 {
            try await world.site.read { tx in
                var down: [Int64] = [], up: [Int64] = []
                while true {
                    let page = try MessagingStore.messages(of: chats.class7, Span(.after(down.last ?? 0), limit: .random(in: 1...60)), seenBy: people.masha, tx)
                    if page.list.isEmpty { break }
                    down += page.list.map(\.seq)
                }
                var place = Span.Place.newest
                while true {
                    let page = try MessagingStore.messages(of: chats.class7, Span(place, limit: .random(in: 1...60)), seenBy: people.masha, tx)
                    up = page.list.map(\.seq) + up
                    #expect(page.hasOlder == (up.first.map { $0 > 1 } ?? false))
                    guard page.hasOlder, let first = up.first else { break }
                    place = .before(first)
                }
                #expect(down == Array(1...total) && up == Array(1...total))
            }
        }
    }

    @Test("the list of chats has the newest first, each with its last message and what is unread", arguments: TestDatabase.available)
    func list(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let people = world.people
        try await world.say("in class", in: chats.class7, by: people.petya, at: World.now + 30)
        try await world.say("to families " + String(repeating: "word ", count: 40), in: chats.family7, by: people.olga, at: World.now + 60)
        let lines = try await world.site.read { tx in try MessagingStore.chats(seenBy: people.vera, tx) }
        #expect(lines.map(\.chat.id) == [chats.family7, chats.class7, chats.staff])
        #expect(lines.map(\.chat.unread) == [1, 1, 0] && lines.map { $0.last?.seq } == [1, 1, nil])
        #expect(lines[0].last?.preview().count == 80 && lines[0].last?.author.words == "Петина Ольга")
    }
}
