import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore
import Wire

@testable import Messaging

/// What holds for announcements, polls and prepared posts together.
@Suite struct NoticeboardTests {
    /// Olga and Pavel have both acknowledged, answered, chosen and begun to write.
    private func arrange(_ world: World, _ chats: Chats) async throws -> (announcement: Int64, named: ID<Poll>, anonymous: ID<Poll>) {
        let people = world.people
        let seq = try await world.perform(PostAnnouncement(.init("Собрание"), as: .init("announce-1"), in: chats.family7), by: people.vera).message.seq
        var polls: [ID<Poll>] = []
        for isAnonymous in [false, true] {
            let poll = try NewPoll(
                "Когда?", options: ["сейчас", "потом"], kind: .single, isAnonymous: isAnonymous, showsBefore: true, closesAt: nil, at: World.now)
            let put = PutPoll(poll, as: try .init("put-poll-\(isAnonymous)"), in: [chats.family7])
            if case .poll(let id) = try await world.perform(put, by: people.vera).message.part { polls.append(id) }
        }
        for (place, person) in [people.olga, people.pavel].enumerated() {
            try await world.perform(Acknowledge(seq, in: chats.family7), by: person)
            let reply = ReplyToAnnouncement(try .init("слово \(place)"), as: try .init("the-same-name"), to: seq, in: chats.family7, with: person.person)
            try await world.perform(reply, by: person)
            for poll in polls { try await world.perform(AnswerPoll(poll, .choices([place + 1])), by: person) }
            try await world.perform(PreparePost(.init("позже \(place)"), in: chats.family7, at: World.now + 60), by: person)
            try await world.perform(SaveDraft("черновик \(place)", in: chats.family7, writtenAt: World.now - place), by: person)
        }
        return (seq, polls[0], polls[1])
    }

    private static let columns: [(SQL, SQL)] = [
        ("announcement_receipt", "person_id"), ("announcement_reply", "person_id"), ("announcement_reply", "author_id"), ("poll_voter", "person_id"),
        ("poll_choice", "person_id"), ("poll_answer", "person_id"), ("prepared_post", "author_id"), ("draft", "person_id"), ("poll", "author_id"),
    ]

    private func rows(of person: ID<Person>, in world: World) async throws -> Int64 {
        try await world.site.read { tx in
            try Self.columns.reduce(0) { try $0 + tx.one("SELECT COUNT(*) AS n FROM \($1.0) WHERE \($1.1) = \(person)").int("n") }
        }
    }

    @Test("two rows of one parent become one: each thing is theirs once, the newer draft stays", arguments: TestDatabase.available)
    func merges(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, made = try await arrange(world, chats)
        try await world.site.database.write { tx in try MessagingFeature.merge(people.pavel.person, into: people.olga.person, in: tx) }
        #expect(try await rows(of: people.pavel.person, in: world) == 0)
        let (poll, draft) = try await world.site.read { tx in
            (try PollStore.poll(made.named, seenBy: people.vera, tx), try PreparedStore.draft(in: chats.family7, of: people.olga, tx))
        }
        #expect(poll?.options.map(\.votes) == [1, 0] && poll?.coverage.first?.done == 1)
        #expect(draft?.body == "черновик 0")
    }

    @Test("of a person whose data are destroyed nothing is left of what they acknowledged, answered and prepared", arguments: TestDatabase.available)
    func erases(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, made = try await arrange(world, chats)
        try await world.site.database.write { tx in _ = try MessagingFeature.erase(people.olga.person, in: tx) }
        #expect(try await rows(of: people.olga.person, in: world) == 0)
        let anonymous = try await world.site.read { tx in try PollStore.poll(made.anonymous, seenBy: people.pavel, tx) }
        #expect(anonymous?.options.map(\.votes) == [1, 1], "what nobody can be joined to stays counted")
        try await world.site.database.write { tx in _ = try MessagingFeature.erase(people.vera.person, in: tx) }
        let words = try await world.site.read { tx in try PollStore.poll(made.named, seenBy: people.pavel, tx) }
        #expect(words?.question == Message.blotted && words?.options.map(\.words) == [Message.blotted, Message.blotted])
    }

    @Test("a program announces, asks, answers and writes for later with the rights of its person")
    func program() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, place = "/api/v1/chats/\(chats.family7.number)"
        let headers = MessagingAPITests.program
        func ask<T: Decodable & Sendable>(
            _ viewer: Viewer, _ method: HTTPRequest.Method, _ path: String, _ body: String = "{}", _ type: T.Type = T.self
        ) async throws -> T {
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: path, method: method, headers: headers, body: method == .get ? ByteBuffer() : ByteBuffer(string: body)) {
                    #expect($0.status == .ok, "\(path): \($0.text)")
                    return try JSONDecoder().decode(T.self, from: Data($0.text.utf8))
                }
            }
        }
        let announced = try await ask(
            people.vera, .post, place + "/announcements", #"{"body":"Сбор","clientID":"program-1","isOpen":false}"#, MessageInfo.self)
        #expect(announced.part == "announcement")
        #expect(try await ask(people.olga, .get, "/api/v1/announcements", "", WaitingList.self).announcements.map(\.body) == ["Сбор"])
        _ = try await ask(people.olga, .post, place + "/messages/1/receipt", "{}", Nothing.self)
        #expect(
            try await ask(people.vera, .get, place + "/messages/1/receipts", "", ReceiptList.self).addressees.map { $0.acknowledgedAt == nil } == [true, false])
        #expect(try await ask(people.vera, .post, place + "/messages/1/remind", "{}", ReminderInfo.self).reminded == 1)
        let words =
            #"{"question":"Когда?","kind":"single","options":["а","б"],"isAnonymous":false,"showsBefore":false,"chats":[\#(chats.family7.number)],"clientID":"program-2"}"#
        let poll = try await ask(people.vera, .post, "/api/v1/polls", words, PollPut.self).poll
        #expect(try await ask(people.olga, .get, "/api/v1/polls/\(poll)", "", PollInfo.self).options.map(\.votes) == [nil, nil])
        _ = try await ask(people.olga, .put, "/api/v1/polls/\(poll)/answer", #"{"options":[2]}"#, Nothing.self)
        #expect(try await ask(people.olga, .get, "/api/v1/polls/\(poll)", "", PollInfo.self).options.map(\.votes) == [0, 1])
        #expect(try await ask(people.vera, .get, "/api/v1/polls/\(poll)/ballots", "", BallotList.self).ballots.map(\.options) == [[2]])
        let later = #"{"body":"Потом","dueAt":\#((Moment.now + 86_400).milliseconds)}"#
        let number = try await ask(people.olga, .post, place + "/later", later, LaterNumber.self).post
        #expect(try await ask(people.olga, .get, place + "/later", "", LaterList.self).posts.map(\.id) == [number])
    }
}
