import App
import Kernel
import Live
import School
import Storage
import StoragePostgres
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite(.timeLimit(.minutes(5))) struct LiveTests {
    /// A world with the chat of 7А: Vera, Petya and Masha are in it.
    struct Arranged {
        let world: World
        let chat: ID<Chat>

        init(_ kind: TestDatabase) async throws { try await self.init(try await World.open(kind)) }
        init(_ world: World) async throws {
            self.world = world
            chat = try await world.perform(OpenClassChats(of: world.people.class7.id), by: world.people.rita).forClass
        }

        func post(_ body: String, by author: Viewer? = nil) async throws {
            let message = PostMessage(try .init(body), as: try .init("name-\(UInt64.random(in: 0...(.max)))"), in: chat)
            try await world.perform(message, by: author ?? world.people.vera)
        }

        /// Says something to one person by the same line as the rest, so it comes after what was said before.
        func end(_ viewer: Viewer) async throws {
            try await world.site.database.write { tx in tx.emit(LiveEvent("end", path: "", audience: .people([viewer.person]))) }
        }
    }

    @Test("a message reaches the open pages of the chat's members, on the side they are members of, and no other page", arguments: TestDatabase.available)
    func members(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), world = arranged.world, people = world.people
        try await arranged.post("first of the day")
        try await world.serve { port in
            try await withThrowingTaskGroup(of: (Viewer, String?).self) { pages in
                let (opened, open) = AsyncStream<Void>.makeStream()
                for viewer in people.all {
                    pages.addTask {
                        let heard = try await Page.open(viewer, of: world, port: port) { heard in
                            open.yield()
                            return try await heard.next()
                        }
                        return (viewer, heard ?? nil)
                    }
                }
                var count = 0
                for await _ in opened {
                    count += 1
                    if count == people.all.count { break }
                }
                try await arranged.post("ёж \"иголка\"")
                for viewer in people.all { try await arranged.end(viewer) }
                for try await (viewer, heard) in pages {
                    let heard = try #require(heard)
                    guard [people.vera, people.petya, people.masha].contains(viewer) else {
                        #expect(heard.contains(#""name":"end""#), "\(viewer.name.full): \(heard)")
                        continue
                    }
                    #expect(
                        heard.hasPrefix(#"{"name":"messaging.posted","path":"/chats/\#(arranged.chat.number)","payload":{"#)
                            && heard.contains("ёж &quot;иголка&quot;"))
                }
            }
        }
    }

    @Test("who joins hears from then on, who leaves does not", arguments: TestDatabase.available)
    func joinAndLeave(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), world = arranged.world, people = world.people
        try await arranged.post("first of the day")
        let heard = try await world.serve { port in
            try await Page.open(people.igor, of: world, port: port) { heard in
                try await arranged.post("before")
                try await world.perform(AddCourse(try await Self.chemistry(world), for: people.class7.id, teacher: people.igor.person), by: people.rita)
                try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
                try await arranged.post("inside")
                let come = [try await heard.next(), try await heard.next()]
                try await world.site.database.write { tx in
                    try tx.rows("UPDATE course SET teacher_id = NULL WHERE class_id = \(people.class7.id) AND teacher_id = \(people.igor.person)")
                }
                try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
                try await arranged.post("after")
                try await arranged.end(people.igor)
                return [come[0], come[1], try await heard.next(), try await heard.next()]
            }
        }
        // The list of chats hears of both, the chat's page only of what was said while Igor was in it.
        let wanted = [#""name":"messaging.chats""#, "inside", #""name":"messaging.chats""#, #""name":"end""#]
        for (place, part) in wanted.enumerated() { #expect(heard?[place]?.contains(part) == true, "\(place): \(heard?[place] ?? "nothing")") }
    }

    @Test("who joins on one side does not hear it on a page that shows the other", arguments: TestDatabase.available)
    func otherHat(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let next = try await world.serve { port in
            try await Page.open(people.veraAsMother, of: world, port: port) { heard in
                // Vera joins as the class teacher: this page is hers as a mother, so its line ends and is opened anew.
                _ = try await Arranged(world)
                return try await heard.next() ?? "ended"
            }
        }
        #expect(next == "ended")
    }

    private static func chemistry(_ world: World) async throws -> ID<Subject> {
        try await world.site.read { tx in try tx.one("SELECT subject_id FROM course WHERE id = \(world.people.chemistry)").id("subject_id") }
    }

    @Test("what is posted on one node is heard by a page of another, and read there", .enabled(if: TestDatabase.postgresServer != nil))
    func nodes() async throws {
        let schema = try await TestDatabase.newSchema(), hubs = [LiveHub(), LiveHub()]
        let databases = try hubs.map { try PostgresDatabase(schema, connections: 2, announce: $0.announce) }
        try await databases[0].migrate(migrationPlan)
        let one = try await Arranged(try await World(database: databases[0], hub: hubs[0])), people = one.world.people
        let other = try World(database: databases[1], hub: hubs[1], people: people)
        try await one.post("first of the day")
        let heard = try await other.serve { port in
            try await Page.open(people.petya, of: other, port: port) { heard in
                try await one.post("from the other side")
                let short = try await heard.next() ?? "ended"
                // What is too long for the line between the nodes comes without its content, to be asked for.
                try await one.post(String(repeating: "ж", count: 4_000))
                return [short, try await heard.next() ?? "ended"]
            }
        }
        #expect(heard?[0].contains("from the other side") == true)
        #expect(heard?[1] == #"{"name":"messaging.posted","path":"/chats/\#(one.chat.number)"}"#)
        let seen = try await other.site.read { tx in try MessagingStore.messages(of: one.chat, Span(.newest), seenBy: people.petya, tx).list.map(\.seq) }
        #expect(seen == [1, 2, 3])
    }

    @Test("strangers, and pages of other sites, get no line")
    func refused() async throws {
        let world = try await World.open(.sqlite), vera = world.people.vera
        try await world.serve { port in
            let ours = "http://127.0.0.1:\(port)"
            for (viewer, origin, isWelcome) in [(nil, nil, false), (vera, "https://evil.example", false), (vera, ours, true), (vera, nil, true)]
                as [(Viewer?, String?, Bool)]
            {
                let opened = try await Page.open(viewer, of: world, port: port, origin: origin) { _ in true }
                #expect(opened == (isWelcome ? true : nil), "\(viewer?.name.full ?? "nobody") from \(origin ?? "no page")")
            }
        }
    }

    @Test("a gap, or a sign-out, ends the line, so that the page asks what is new")
    func ended() async throws {
        let world = try await World.open(.sqlite), vera = world.people.vera
        try await world.serve { port in
            for news in [News.gap, .ended(vera.person)] {
                let next = try await Page.open(vera, of: world, port: port) { heard in
                    world.hub.announce([news])
                    return try await heard.next() ?? "ended"
                }
                #expect(next == "ended")
            }
        }
    }

    @Test("a page that does not read is cut off, and the others lose nothing")
    func slow() async throws {
        let world = try await World.open(.sqlite), (olga, vera) = (world.people.olga, world.people.vera)
        let big = "\"" + String(repeating: "x", count: 60_000) + "\""
        try await world.serve { port in
            let (cut, quick) =
                try await Page.open(olga, of: world, port: port) { slow in
                    let quick = try await Page.open(vera, of: world, port: port) { quick in
                        for number in 0..<400 {
                            world.hub.announce([.event(LiveEvent("big", path: "/\(number)", audience: .people([olga.person, vera.person]), payload: big))])
                            guard try await quick.next()?.contains("/\(number)\"") == true else { return false }
                        }
                        return true
                    }
                    var count = 0
                    while (try? await slow.next()) ?? nil != nil { count += 1 }
                    return (count < 400, quick)
                } ?? (false, nil)
            #expect(cut && quick == true)
        }
    }
}
