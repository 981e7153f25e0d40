import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct RequestTests {
    /// The staff room where only its managers write: Rita manages it.
    private func channel(_ world: World, _ chats: Chats) async throws -> ID<Chat> {
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat SET posting = 'managers' WHERE id IN (\(chats.staff), \(chats.class7))")
        }
        return chats.staff
    }

    private func requests(_ chat: ID<Chat>, _ viewer: Viewer, _ world: World) async throws -> [PublishRequest] {
        try await world.site.read { tx in try RequestStore.requests(in: chat, seenBy: viewer, tx) }
    }

    @Test("a teacher proposes, who manages the channel publishes it under the teacher's name or returns it", arguments: TestDatabase.available)
    func asks(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        #expect(try await world.outcome(AskToPublish(.init("x"), in: chats.staff), by: people.igor) == .forbidden(.onlyStaffPropose), "they may write there")
        let channel = try await channel(world, chats)
        #expect(try await world.outcome(PostMessage(.init("x"), as: .init("name-name-1"), in: channel), by: people.igor) == .forbidden(.onlyManagersPost))
        #expect(try await world.outcome(AskToPublish(.init("x"), in: chats.class7), by: people.petya) == .forbidden(.onlyStaffPropose))
        #expect(try await world.outcome(AskToPublish(.init("x"), in: channel), by: people.zoya) == .notFound)
        let first = try await world.perform(AskToPublish(.init("Победа на олимпиаде"), in: channel), by: people.igor)
        let second = try await world.perform(AskToPublish(.init("Второе"), in: channel), by: people.igor)
        #expect(try await requests(channel, people.vera, world).isEmpty, "others do not see it")
        #expect(try await requests(channel, people.rita, world).map(\.body) == ["Второе", "Победа на олимпиаде"])
        for verb in [PublishRequested(first, in: channel), PublishRequested(first, in: chats.class7)] {
            #expect(try await world.outcome(verb, by: people.petya) == (verb.chat == channel ? .notFound : .forbidden(.onlyManagersPost)))
        }
        #expect(try await world.outcome(ReturnRequest(first, in: channel, reason: .init("нет")), by: people.igor) == .forbidden(.onlyManagersPost))
        let posted = try await world.perform(PublishRequested(first, in: channel, corrected: .init("Победа!")), by: people.rita)
        #expect(posted.message.body == "Победа!" && posted.message.wordsOf == people.igor.name.list && posted.message.author.id == people.rita.person)
        #expect(try await world.outcome(PublishRequested(first, in: channel), by: people.rita) == .conflict(.alreadyDecided))
        try await world.perform(ReturnRequest(second, in: channel, reason: .init("Уже было")), by: people.rita)
        let own = try await requests(channel, people.igor, world)
        #expect(own.map(\.state) == [.returned, .published] && own.map(\.reason) == ["Уже было", ""] && own.last?.seq == posted.message.seq)
        #expect(try await world.outcome(WithdrawRequest(second, in: channel), by: people.igor) == .conflict(.alreadyDecided))
    }

    @Test("the way to propose stands where one only reads; what waits is on «Сегодня» of who decides")
    func pages() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, channel = try await channel(world, chats)
        let place = "/chats/\(channel.number)"
        try await world.browse(as: people.igor) { client in
            try await client.execute(uri: place, method: .get) { #expect($0.text.contains("\(place)/requests") && !$0.text.contains("<textarea")) }
            let sent = ByteBuffer(string: "formToken=form-token&body=hello")
            try await client.execute(uri: "\(place)/requests", method: .post, headers: form, body: sent) { #expect($0.status == .seeOther) }
            try await client.execute(uri: "\(place)/requests", method: .get) { #expect($0.text.contains("hello") && $0.text.contains("/withdraw")) }
        }
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: "/", method: .get) { #expect($0.text.contains("Предложены публикации")) }
            try await client.execute(
                uri: "\(place)/requests/1/publish", method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&body=hello")
            ) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(uri: "/", method: .get) { #expect(!$0.text.contains("Предложены публикации")) }
        }
    }
}
