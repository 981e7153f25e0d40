import App
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Live
import Storage
import StoragePostgres
import TestKit
import Testing
import WebCore

@testable import Messaging

/// Whatever happens in a chat, in any order and on whichever node: what stands on the open pages is what the database has, without gaps or
/// doubles. Pages do as `chat.js` does: they show what they hear if it is next, else ask for what they have missed.
@Suite(.timeLimit(.minutes(5))) struct ChatModelTests {
    @Test("after any sequence of acts every open page shows what a fresh one would", arguments: TestDatabase.available, [3, 58, 2026] as [UInt64])
    func pages(_ kind: TestDatabase, seed: UInt64) async throws {
        let house = try await House(kind), nodes = Nodes(), roll = Roll()
        let chat = try await house.worlds[0].perform(
            MakeChat(ChatDraft("Кружок"), with: house.members.dropFirst().map { PeerKey($0.person, $0.side) }), by: house.members[0])
        let lines = try await withThrowingTaskGroup(of: Ended?.self) { group in
            for place in house.worlds.indices { house.start(place, in: nodes, with: &group) }
            for number in 0..<(house.members.count * 2) {
                let viewer = number % house.members.count
                group.addTask {
                    let page = try await OpenPage.live(as: house.members[viewer], of: chat, at: number / house.members.count, in: nodes, house, roll)
                    return Ended(viewer: viewer, page: page)
                }
            }
            var driver = Driver(seed: seed, house: house, chat: chat, nodes: nodes)
            for step in 0..<90 {
                if step == 45 { await house.stop(house.worlds.count - 1, in: nodes) }
                if step == (house.worlds.count > 1 ? 60 : 45) { try await house.startAgain(house.worlds.count - 1, in: nodes, with: &group) }
                try await driver.step()
            }
            try await driver.bringAllBack()
            try await driver.check()
            roll.end()
            try await house.worlds[0].site.database.write { tx in
                tx.emit(LiveEvent("end", path: "", audience: .people(Set(house.members.map(\.person)))))
            }
            var pages: [Ended] = []
            while pages.count < house.members.count * 2, let ended = try await group.next() { if let ended { pages.append(ended) } }
            await nodes.close()
            return pages
        }
        for (viewer, page) in lines.map({ ($0.viewer, $0.page) }) {
            let fresh = try await OpenPage.fresh(as: house.members[viewer], of: chat, house.worlds[0])
            #expect(page.lines == fresh.lines, "seed \(seed): \(house.members[viewer].name.full)'s page, after \(page.asked) questions")
            #expect(page.last == fresh.last && page.change == fresh.change, "seed \(seed)")
        }
        house.close()
    }
}

/// A page that was closed, and whose it was.
private struct Ended: Sendable {
    let viewer: Int
    let page: OpenPage
}

/// Two nodes on one PostgreSQL, one node on SQLite.
private final class House: Sendable {
    let kind: TestDatabase
    let worlds: [World]
    private let schema: String?
    private let databases: [any Database]
    var members: [Viewer] { [worlds[0].people.vera, worlds[0].people.petya, worlds[0].people.masha, worlds[0].people.igor] }

    init(_ kind: TestDatabase) async throws {
        self.kind = kind
        guard kind == .postgres else {
            (schema, worlds) = (nil, [try await World.open(kind)])
            databases = [worlds[0].site.database]
            return
        }
        let schema = try await TestDatabase.newSchema(), hubs = [LiveHub(), LiveHub()]
        let databases = try hubs.map { try PostgresDatabase(schema, connections: 3, announce: $0.announce) }
        try await databases[0].migrate(migrationPlan)
        let first = try await World(database: databases[0], hub: hubs[0])
        worlds = [first, try World(database: databases[1], hub: hubs[1], people: first.people)]
        (self.schema, self.databases) = (schema, databases)
    }

    func start(_ place: Int, in nodes: Nodes, with group: inout ThrowingTaskGroup<Ended?, any Error>) {
        start(worlds[place], place, in: nodes, with: &group)
    }
    private func start(_ world: World, _ place: Int, in nodes: Nodes, with group: inout ThrowingTaskGroup<Ended?, any Error>) {
        group.addTask {
            let app = application(world.parts, hub: world.hub, address: .hostname("127.0.0.1", port: 0))
            try await app.test(.live) { client in
                let stopped = await nodes.open(Node(client: client, port: client.port!, world: world), at: place)
                for await _ in stopped { break }
                // As when a process ends: its pages lose their lines.
                world.hub.announce([.gap])
            }
            return nil
        }
    }

    func stop(_ place: Int, in nodes: Nodes) async { await nodes.stop(place) }

    /// Another process in its place: with its own line to the database, knowing nothing of what was.
    func startAgain(_ place: Int, in nodes: Nodes, with group: inout ThrowingTaskGroup<Ended?, any Error>) async throws {
        guard let schema else { return start(worlds[place], place, in: nodes, with: &group) }
        let hub = LiveHub(), database = try PostgresDatabase(schema, connections: 3, announce: hub.announce)
        start(try World(database: database, hub: hub, people: worlds[0].people), place, in: nodes, with: &group)
    }

    func close() { for database in databases { database.close() } }
}

private struct Node: Sendable {
    let client: any TestClientProtocol
    let port: Int
    let world: World

    /// What the island asks and says: as one of the world's people.
    func ask(_ path: String, as viewer: Viewer, _ body: String? = nil) async throws -> (status: HTTPResponse.Status, text: String) {
        let place = world.people.all.firstIndex(of: viewer) ?? 0
        var headers: HTTPFields = [.cookie: "viewer=\(place)"]
        if body != nil {
            headers[.contentType] = "application/json"
            headers[HTTPField.Name("X-Form-Token")!] = "form-token"
        }
        return try await client.execute(uri: path, method: body == nil ? .get : .post, headers: headers, body: body.map { ByteBuffer(string: $0) }) {
            ($0.status, String(buffer: $0.body))
        }
    }
}

/// The nodes that are up. Who asks while none is waits for one.
private actor Nodes {
    private var up: [Int: Node] = [:]
    private var stops: [Int: AsyncStream<Void>.Continuation] = [:]
    private var waiting: [CheckedContinuation<Node?, Never>] = []
    private var isClosed = false

    func open(_ node: Node, at place: Int) -> AsyncStream<Void> {
        up[place] = node
        for one in waiting { one.resume(returning: node) }
        waiting = []
        let (stream, stop) = AsyncStream<Void>.makeStream()
        if isClosed { stop.finish() } else { stops[place] = stop }
        return stream
    }
    func stop(_ place: Int) {
        up[place] = nil
        stops.removeValue(forKey: place)?.finish()
    }
    func close() {
        isClosed = true
        for place in Array(stops.keys) { stop(place) }
        for one in waiting { one.resume(returning: nil) }
        waiting = []
    }
    /// The one at the place, or another.
    func any(_ place: Int) async -> Node? {
        if let node = up[place] ?? up.min(by: { $0.key < $1.key })?.value { return node }
        if isClosed { return nil }
        return await withCheckedContinuation { waiting.append($0) }
    }
}

/// Whether all is said: a page that opens its line from then on has only to ask once more.
private final class Roll: Sendable {
    private let ended = Flag()
    func end() { ended.raise() }
    var isEnding: Bool { ended.isRaised }
}

/// An open thread: its lines, the last message and the count of changes it knows.
private struct OpenPage: Sendable {
    /// Messages by their numbers, as markup without what differs from reader to reader.
    var lines: [Int64: String] = [:]
    var last: Int64 = 0
    var change: Int64 = 0
    /// How often it has asked the server.
    var asked = 0
    static let many = 200

    private struct Event: Decodable {
        struct Payload: Decodable { let seq: Int64, change: Int64?, html: String? }
        let name: String, path: String, payload: Payload?
    }

    /// Lives until all is said: opens its line again whenever it is lost, where a node is up.
    static func live(as viewer: Viewer, of chat: ID<Chat>, at place: Int, in nodes: Nodes, _ house: House, _ roll: Roll) async throws -> OpenPage {
        var page = OpenPage()
        while let node = await nodes.any(place) {
            let before = page
            let (after, isOver) =
                (try? await Page.open(viewer, of: node.world, port: node.port) { heard in
                    var page = before
                    // What was said until now is asked for after the line is there, so nothing falls between.
                    let isLast = roll.isEnding
                    try await page.catchUp(as: viewer, chat, node)
                    if isLast { return (page, true) }
                    while let text = try await heard.next() {
                        if text.contains(#""name":"end""#) { return (page, true) }
                        try await page.hear(text, as: viewer, chat, node)
                    }
                    return (page, false)
                }) ?? (before, false)
            page = after
            if isOver { return page }
        }
        return page
    }

    static func fresh(as viewer: Viewer, of chat: ID<Chat>, _ world: World) async throws -> OpenPage {
        try await world.browse(as: viewer) { client in
            let node = Node(client: client, port: 0, world: world)
            var page = OpenPage()
            try await page.catchUp(as: viewer, chat, node)
            return page
        }
    }

    private mutating func hear(_ text: String, as viewer: Viewer, _ chat: ID<Chat>, _ node: Node) async throws {
        let event = try JSONDecoder().decode(Event.self, from: Data(text.utf8))
        if event.name == "messaging.chats" { return try await catchUp(as: viewer, chat, node) }
        guard event.path == "/chats/\(chat.number)" else { return }
        switch event.name {
        case "messaging.posted":
            if let seq = event.payload?.seq, seq <= last { return }
            if let payload = event.payload, let html = payload.html, payload.seq == last + 1, last > 0 {
                show(html)
            } else {
                try await catchUp(as: viewer, chat, node)
            }
        case "messaging.changed":
            if let known = event.payload?.change, known <= change { return }
            if let payload = event.payload, let html = payload.html, payload.change == change + 1 {
                show(html)
            } else {
                try await catchUp(as: viewer, chat, node)
            }
        default: break
        }
    }

    private mutating func catchUp(as viewer: Viewer, _ chat: ID<Chat>, _ node: Node) async throws {
        while true {
            asked += 1
            let (status, text) = try await node.ask("/chats/\(chat.number)/messages?after=\(last)&limit=\(Self.many)&changed=\(change)", as: viewer)
            guard status == .ok else { return }
            let known = change, added = show(text)
            guard added == Self.many || change > known else { return }
        }
    }

    @discardableResult private mutating func show(_ html: String) -> Int {
        var added = 0, count = 0, changed: Int64 = 0, newest: Int64 = 0
        for line in Self.messages(in: html) {
            let mark = line.html.firstMatch(of: /data-change="([0-9]+)"/).flatMap { Int64($0.1) } ?? 0
            newest = max(newest, mark)
            if line.seq <= last {
                (count, changed) = (count + 1, max(changed, mark))
                // A change of what it does not show is none of its business.
                if lines[line.seq] != nil { lines[line.seq] = line.html }
            } else {
                (added, last) = (added + 1, line.seq)
                lines[line.seq] = line.html
            }
        }
        change = max(change, count < Self.many ? newest : changed)
        return added
    }

    /// The messages of a fragment. What one reader's page says in its own words is left out.
    private static func messages(in html: String) -> [(seq: Int64, html: String)] {
        html.components(separatedBy: "<li class=\"msg").dropFirst().compactMap { piece in
            let line = piece.components(separatedBy: "</footer></li>")[0].drop { $0 != "\"" }
            guard let seq = line.firstMatch(of: /data-seq="([0-9]+)"/).flatMap({ Int64($0.1) }) else { return nil }
            let plain = String(line).replacing(/(data-word="[a-zA-Z]+"|data-role="[a-zA-Z]+")>[^<]*</) { "\($0.1)><" }.replacing(" class=\"mine\"", with: "")
            return (seq, plain)
        }
    }
}

/// Does one act after another and knows what must come of each.
private struct Driver {
    let seed: UInt64
    let house: House
    let chat: ID<Chat>
    let nodes: Nodes
    private var dice: SplitMix
    private var model = Model()
    private var named = 0

    private struct Said {
        let author: Int
        var body: String, isRemoved = false, isPinned = false, signs: [String: Set<Int>] = [:]
        mutating func takeBack() { (body, isRemoved, isPinned, signs) = ("", true, false, [:]) }
    }
    private struct Model {
        var said: [Int64: Said] = [:], present: Set<Int> = [0, 1, 2, 3], read: [Int: Int64] = [:]
        var last: Int64 { said.keys.max() ?? 0 }
    }

    init(seed: UInt64, house: House, chat: ID<Chat>, nodes: Nodes) {
        (self.seed, self.house, self.chat, self.nodes) = (seed, house, chat, nodes)
        dice = SplitMix(state: seed)
    }

    private var path: String { "/chats/\(chat.number)" }
    private mutating func throwDice(_ count: Int) -> Int { Int(dice.next() % UInt64(count)) }
    private func node(_ place: Int) async throws -> Node { try #require(await nodes.any(place)) }

    mutating func step() async throws {
        let who = throwDice(4), place = throwDice(2), seq = model.last == 0 ? 1 : Int64(throwDice(Int(model.last))) + 1
        switch throwDice(16) {
        case 0...5: try await say(who, place, answering: throwDice(3) == 0 && model.last > 0 ? seq : nil)
        case 6: try await sayTogether(who, (who + 1) % 4)
        case 7, 8: try await correct(seq, who, place)
        case 9: try await takeBack(seq, who, place)
        case 10, 11: try await sign(seq, who, place)
        case 12: try await pin(seq, who, place)
        case 13: try await comeOrGo(1 + throwDice(3), place)
        case 14: try await markRead(seq, who, place)
        default:
            // Lines are lost: every page of the node asks anew.
            try await node(place).world.hub.announce([.gap])
            _ = try await node(place).ask("\(path)/mute", as: house.members[who], #"{"on":\#(throwDice(2))}"#)
        }
    }

    private struct Answer: Decodable { let seq: Int64 }

    /// Sent once or twice under one name, the second time perhaps to another node: it is posted once.
    private mutating func say(_ who: Int, _ place: Int, answering reply: Int64?) async throws {
        named += 1
        let body = "слово \(named) \(["*важно*", "https://example.org/\(named)", "- раз\n- два", "<b>"][throwDice(4)])"
        let sent = #"{"clientID":"name-\#(seed)-\#(named)","body":\#(Self.quoted(body))\#(reply.map { #","reply":\#($0)"# } ?? "")}"#
        let mayAnswer = reply.map { model.said[$0]?.isRemoved == false } ?? true
        for time in 0...throwDice(2) {
            let (status, text) = try await node(place + time).ask("\(path)/messages", as: house.members[who], sent)
            guard model.present.contains(who), mayAnswer else {
                #expect(status == .notFound, "seed \(seed): \(text)")
                return
            }
            #expect(status == .ok, "seed \(seed): \(text)")
            let seq = try JSONDecoder().decode(Answer.self, from: Data(text.utf8)).seq
            #expect(seq == (time == 0 ? model.last + 1 : model.last), "seed \(seed)")
            if time == 0 { note(seq, who, body) }
        }
    }

    private mutating func note(_ seq: Int64, _ who: Int, _ body: String) {
        model.said[seq] = Said(author: who, body: body)
        model.read[who] = seq
    }

    /// Two at once, each on a node of their own: both have a place, and the places follow one another.
    private mutating func sayTogether(_ one: Int, _ other: Int) async throws {
        guard model.present.isSuperset(of: [one, other]) else { return }
        named += 1
        let (first, second) = (try await node(0), try await node(1)), members = house.members, path = path, name = "name-\(seed)-\(named)", last = model.last
        async let mine = first.ask("\(path)/messages", as: members[one], #"{"clientID":"\#(name)-a","body":"вместе а"}"#)
        async let theirs = second.ask("\(path)/messages", as: members[other], #"{"clientID":"\#(name)-b","body":"вместе б"}"#)
        let seqs = try await [mine, theirs].map { try JSONDecoder().decode(Answer.self, from: Data($0.text.utf8)).seq }
        #expect(Set(seqs) == [last + 1, last + 2], "seed \(seed)")
        note(seqs[0], one, "вместе а")
        note(seqs[1], other, "вместе б")
    }

    private mutating func correct(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        named += 1
        let body = "исправлено \(named)"
        let status = try await act("\(path)/messages/\(seq)/edit", #"{"body":"\#(body)"}"#, seq, who, place, allowed: model.said[seq]?.author == who)
        if status == .ok { model.said[seq]?.body = body }
    }

    private mutating func takeBack(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let status = try await act("\(path)/messages/\(seq)/remove", "{}", seq, who, place, allowed: model.said[seq]?.author == who || who == 0)
        guard status == .ok else { return }
        model.said[seq]?.takeBack()
    }

    private mutating func sign(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let sign = Sign.allCases[throwDice(3)].rawValue
        guard try await act("\(path)/messages/\(seq)/signs", #"{"sign":"\#(sign)"}"#, seq, who, place, allowed: true) == .ok else { return }
        model.said[seq]?.signs[sign, default: []].formSymmetricDifference([who])
    }

    private mutating func pin(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let isPinned = throwDice(2) == 1
        guard try await act("\(path)/messages/\(seq)/pin", #"{"on":\#(isPinned ? 1 : 0)}"#, seq, who, place, allowed: true) == .ok else { return }
        model.said[seq]?.isPinned = isPinned
    }

    private func act(_ path: String, _ body: String, _ seq: Int64, _ who: Int, _ place: Int, allowed: Bool) async throws -> HTTPResponse.Status {
        let (status, text) = try await node(place).ask(path, as: house.members[who], body)
        let isThere = model.present.contains(who) && model.said[seq]?.isRemoved == false
        #expect(status == (!isThere ? .notFound : allowed ? .ok : .forbidden), "seed \(seed): \(path) \(text)")
        return status
    }

    private mutating func comeOrGo(_ who: Int, _ place: Int) async throws {
        let (member, isIn) = (house.members[who], model.present.contains(who))
        let (status, text) =
            isIn
            ? try await node(place).ask("\(path)/members/\(member.person.number)/remove", as: house.members[0], "{}")
            : try await node(place).ask("\(path)/members", as: house.members[0], #"{"member":["\#(member.person.number)-\#(member.side.rawValue)"]}"#)
        #expect(status == .seeOther, "seed \(seed): \(text)")
        model.present.formSymmetricDifference([who])
    }

    mutating func bringAllBack() async throws {
        for who in 1...3 where !model.present.contains(who) { try await comeOrGo(who, 0) }
    }

    private mutating func markRead(_ seq: Int64, _ who: Int, _ place: Int) async throws {
        let (status, _) = try await node(place).ask("\(path)/read", as: house.members[who], #"{"seq":\#(seq)}"#)
        #expect(status == (model.present.contains(who) ? .noContent : .notFound), "seed \(seed)")
        if status == .noContent, model.last >= seq { model.read[who] = max(model.read[who] ?? 0, seq) }
    }

    /// What the database has is what was done.
    func check() async throws {
        let world = house.worlds[0], members = house.members, chat = chat
        let (found, reads) = try await world.site.read { tx in
            (
                try MessagingStore.messages(of: chat, Span(.newest, limit: 10_000), seenBy: members[0], tx).list,
                try members.map { try MessagingStore.chat(chat, seenBy: $0, tx)?.readSeq }
            )
        }
        #expect(found.map(\.seq) == Array(1...max(1, model.last)), "seed \(seed): without a gap")
        for message in found {
            let said = try #require(model.said[message.seq])
            #expect(message.body == said.body && (message.removal != nil) == said.isRemoved && message.isPinned == said.isPinned, "seed \(seed): \(message)")
            #expect(message.author.id == members[said.author].person, "seed \(seed)")
            let signs = Dictionary(uniqueKeysWithValues: message.signs.map { ($0.sign.rawValue, Set($0.people)) })
            let wanted = said.signs.filter { !$0.value.isEmpty }.mapValues { Set($0.map { members[$0].person }) }
            #expect(signs == wanted, "seed \(seed): \(message)")
        }
        #expect(reads == members.indices.map { model.read[$0] ?? 0 }, "seed \(seed)")
    }

    private static func quoted(_ text: String) -> String {
        (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "\"\""
    }
}

/// Numbers that are the same for the same seed.
private struct SplitMix {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
