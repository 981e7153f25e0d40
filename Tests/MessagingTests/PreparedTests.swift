import Accounts
import Files
import Foundation
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

    @Test("words for a later hour are asked about when they are written; a pupil's rude ones wait for a look at their hour", arguments: TestDatabase.available)
    func judged(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, hour = World.now + 3600, rude = "Кто дебил"
        let prepare = { (isSure: Bool) in PreparePost(try .init(rude), in: chats.class7, at: hour, isSure: isSure) }
        #expect(try await world.outcome(prepare(false), by: people.vera) == .conflict(.looksRude))
        let post = try await world.perform(prepare(true), by: people.vera)
        let change = { (isSure: Bool) in ChangePreparedPost(post, in: chats.class7, to: try .init(rude + "?"), at: hour, isSure: isSure) }
        #expect(try await world.outcome(change(false), by: people.vera) == .conflict(.looksRude))
        try await world.perform(change(true), by: people.vera)
        let file = try await world.send("Снимок.txt", by: people.petya)
        try await world.perform(PreparePost(.init(rude), in: chats.class7, at: hour, with: [file]), by: people.petya)
        for _ in 1...2 { try await DuePosts(world.site).run(at: hour) }
        #expect(try await world.messages(chats.class7, seenBy: people.masha).map(\.body) == [rude + "?"], "who was sure is not asked at the hour")
        let waiting = try await world.site.read { tx in try OrderStore.waiting(for: people.vera, tx) }
        #expect(waiting.map(\.body) == [rude] && waiting.map { $0.files.map(\.file.id) } == [[file]])
        #expect(try await world.held(file) == 1)
        #expect(try await world.site.read { tx in try PreparedStore.waiting(by: people.petya, tx) } == [], "it waits for a look, not for its hour")
    }

    @Test("the page asks about words for a later hour and keeps all that was filled in")
    func asks() async throws {
        let (world, chats) = try await World.withChats(.sqlite), place = "/chats/\(chats.class7.number)/later"
        try await world.browse(as: world.people.vera) { client in
            let fields =
                "formToken=form-token&due=2036-01-01T10%3A00&announcement=1&body=" + "кто дебил".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
            try await client.execute(uri: place, method: .post, headers: form, body: ByteBuffer(string: fields)) { answer in
                #expect(answer.status == .conflict && answer.text.contains(">кто дебил</textarea>"))
                for field in [#"name="due" value="2036-01-01T10:00""#, #"name="announcement" value="1""#, #"name="sure" value="1""#] {
                    #expect(answer.text.contains(field), "\(field)")
                }
            }
            try await client.execute(uri: place, method: .post, headers: form, body: ByteBuffer(string: fields + "&sure=1")) { #expect($0.status == .seeOther) }
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
