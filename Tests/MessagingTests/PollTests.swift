import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import Testing
import TestKit
import WebCore

@testable import Messaging

@Suite struct PollTests {
    private func poll(
        _ kind: Poll.Kind = .single, anonymous: Bool = false, before: Bool = false, closesAt: Moment? = nil, options: [String]? = nil
    ) throws -> NewPoll {
        try NewPoll(
            "Куда поедем?", options: options ?? (kind == .open ? [] : ["В музей", "В театр", "=1+1"]), kind: kind, isAnonymous: anonymous, showsBefore: before,
            closesAt: closesAt, at: World.now)
    }

    private func put(_ poll: NewPoll, in chats: Set<ID<Chat>>, by viewer: Viewer, of world: World) async throws -> ID<Poll> {
        let verb = PutPoll(poll, as: try .init("poll-\(UInt64.random(in: 0...(.max)))"), in: chats)
        let part = try await world.perform(verb, by: viewer).message.part
        guard case .poll(let id) = part else { throw Denial.notFound }
        #expect(try await world.perform(verb, by: viewer).message.part == part, "sent twice it is put once")
        return id
    }

    private func seen(_ id: ID<Poll>, by viewer: Viewer, _ world: World) async throws -> Poll? {
        try await world.site.read { tx in try PollStore.poll(id, seenBy: viewer, tx) }
    }

    @Test("a question has its answers to choose from, or none where people answer in their own words")
    func rules() {
        for options in [[], ["одно"], ["а", "а"], (1...13).map(String.init)] {
            #expect(throws: Denial.invalid(field: "options", .pollOptions)) { try poll(options: options) }
        }
        #expect(throws: Denial.invalid(field: "options", .pollOptions)) { try poll(.open, options: ["а", "б"]) }
        #expect(throws: Denial.invalid(field: "closes", .closesInThePast)) { try poll(closesAt: World.now) }
    }

    @Test("in a circle of their own pupils put polls, unless what they write there is looked at first", arguments: TestDatabase.available)
    func lookedAt(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET kind = 'group', class_id = NULL WHERE id = \(chats.class7)") }
        #expect(try await world.outcome(PutPoll(poll(), as: .init("poll-by-pupil"), in: [chats.class7]), by: people.petya) == nil)
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET premoderated = 1 WHERE id = \(chats.class7)") }
        #expect(try await world.outcome(PutPoll(poll(), as: .init("poll-by-masha"), in: [chats.class7]), by: people.masha) == .forbidden(.onlyManagersPoll))
        #expect(try await world.outcome(PutPoll(poll(), as: .init("poll-by-staff"), in: [chats.class7]), by: people.vera) == nil)
    }

    @Test("a poll's words are judged as a message's: its writer is asked once, a pupil's rude words are refused", arguments: TestDatabase.available)
    func words(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.site.database.write { tx in try tx.rows("UPDATE chat SET kind = 'group', class_id = NULL WHERE id = \(chats.class7)") }
        func asking(_ question: String, _ options: [String], isSure: Bool = false) throws -> PutPoll {
            let poll = try NewPoll(question, options: options, kind: .single, isAnonymous: false, showsBefore: false, closesAt: nil, at: World.now)
            return PutPoll(poll, as: try .init("words-\(UInt64.random(in: 0...(.max)))"), in: [chats.class7], isSure: isSure)
        }
        let rude = [("Кто у нас дебил?", ["Коля", "Толя"]), ("Кто наш вожатый?", ["Коля", "дебил"])]
        for (question, options) in rude {
            for isSure in [false, true] {
                #expect(try await world.outcome(asking(question, options, isSure: isSure), by: people.petya) == .forbidden(.cannotWait), "\(question)")
            }
            #expect(try await world.outcome(asking(question, options), by: people.vera) == .conflict(.looksRude))
            #expect(try await world.outcome(asking(question, options, isSure: true), by: people.vera) == nil)
        }
        #expect(try await world.outcome(asking("Чей это номер: +7 912 345-67-89?", ["мой", "не мой"]), by: people.petya) == .conflict(.holdsPersonal))
        try await world.perform(ListWord("вейп", .word), by: people.rita)
        #expect(try await world.outcome(asking("Чьи вейпы?", ["мои", "не мои"]), by: people.masha) == .forbidden(.cannotWait))
    }

    @Test("an answer in one's own words is judged too: its writer is asked once, a pupil's rude words are refused", arguments: TestDatabase.available)
    func answeredInWords(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for isAnonymous in [false, true] {
            let id = try await put(poll(.open, anonymous: isAnonymous), in: [chats.class7, chats.family7], by: people.vera, of: world)
            let answer = { (words: String, isSure: Bool) in AnswerPoll(id, .words(words), isSure: isSure) }
            for isSure in [false, true] {
                #expect(try await world.outcome(answer("туда, где нет этого дебила", isSure), by: people.petya) == .forbidden(.cannotWait))
            }
            #expect(try await world.outcome(answer("только не с этим дебилом", false), by: people.olga) == .conflict(.looksRude))
            #expect(try await world.outcome(answer("звоните +7 912 345-67-89", false), by: people.petya) == .conflict(.holdsPersonal))
            #expect(try await seen(id, by: people.vera, world)?.voters == 0, "what was asked about is not counted")
            #expect(try await world.outcome(answer("только не с этим дебилом", true), by: people.olga) == nil)
            #expect(try await world.outcome(answer("в музей", false), by: people.petya) == nil)
            #expect(try await seen(id, by: people.vera, world)?.voters == 2)
        }
    }

    @Test("without a script the page asks about an answer's words and keeps them; a script gets the question by its name")
    func asksAnswer() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people
        _ = try await put(poll(.open), in: [chats.family7], by: people.vera, of: world)
        let path = "/chats/\(chats.family7.number)/messages/1/answer", words = "с этим дебилом?"
        let encoded = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
        try await world.browse(as: people.olga) { client in
            try await client.execute(uri: path, method: .post, headers: script, body: ByteBuffer(string: #"{"words":"\#(words)"}"#)) {
                #expect($0.status == .conflict && $0.text.contains("messaging.ask-rude"))
            }
            try await client.execute(uri: path, method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&words=" + encoded)) {
                #expect($0.status == .conflict && $0.text.contains(">\(words)</textarea>") && $0.text.contains(#"action="\#(path)""#))
            }
            try await client.execute(uri: path, method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&sure=1&words=" + encoded)) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(
                uri: path, method: .post, headers: script, body: ByteBuffer(string: #"{"words":"всё равно дебил","sure":"1"}"#)
            ) { #expect($0.status == .ok) }
        }
    }

    @Test("without a script the page asks about a poll's words once and keeps all that was filled in")
    func asks() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, place = "/chats/\(chats.class7.number)"
        try await world.browse(as: people.vera) { client in
            let words = "Кто дебил?".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
            let fields = "&attempt=abc&body=\(words)&kind=multiple&options=one%0D%0Atwo&anonymous=1&chats%5B%5D=\(chats.class7.number)"
            let sent = ByteBuffer(string: "formToken=form-token" + fields)
            try await client.execute(uri: "\(place)/polls", method: .post, headers: form, body: sent) { answer in
                let page = answer.text
                #expect(answer.status == .conflict && page.contains("Кто дебил?") && page.contains(#"name="sure" value="1""#))
                for field in [#"name="kind" value="multiple""#, #"name="anonymous" value="1""#, #"name="chats[]" value="\#(chats.class7.number)""#, "one"] {
                    #expect(page.contains(field), "\(field)")
                }
            }
            let again = ByteBuffer(string: "formToken=form-token&sure=1" + fields)
            try await client.execute(uri: "\(place)/polls", method: .post, headers: form, body: again) { #expect($0.status == .seeOther) }
        }
        #expect(try await world.messages(chats.class7, seenBy: people.petya).count == 1)
    }

    @Test("a named answer may be changed until the poll is closed; one person counts once; strangers know nothing", arguments: TestDatabase.available)
    func named(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        #expect(try await world.outcome(PutPoll(poll(), as: .init("poll-by-pupil"), in: [chats.class7]), by: people.petya) == .forbidden(.onlyManagersPoll))
        #expect(try await world.outcome(PutPoll(poll(), as: .init("poll-by-other"), in: [chats.class7]), by: people.igor) == .notFound)
        let id = try await put(poll(), in: [chats.class7], by: people.vera, of: world)
        for choice in [1, 2] { try await world.perform(AnswerPoll(id, .choices([choice])), by: people.petya) }
        let own = try #require(try await seen(id, by: people.petya, world))
        #expect(own.ownChoices == [2] && own.options.map(\.votes) == [0, 1, 0] && own.showsResults(at: World.now))
        #expect(own.coverage == [.init(side: .pupil, done: 1, all: 2), .init(side: .staff, done: 0, all: 1)])
        #expect(try await seen(id, by: people.masha, world)?.showsResults(at: World.now) == false)
        for wrong in [Ballot.choices([]), .choices([1, 2]), .choices([4]), .words("мимо")] {
            #expect(try await world.outcome(AnswerPoll(id, wrong), by: people.masha) == .invalid(field: "option", .chooseOne))
        }
        for stranger in [people.igor, people.olga, people.zoya] {
            #expect(try await world.outcome(AnswerPoll(id, .choices([1])), by: stranger) == .notFound)
            #expect(try await seen(id, by: stranger, world) == nil)
        }
        #expect(try await world.outcome(ClosePoll(id), by: people.petya) == .forbidden(.onlyManagersSeeAnswers))
        let seq = try #require(try await world.site.read { tx in try PollStore.places(of: id, tx).first?.seq })
        #expect(try await world.outcome(EditMessage(seq, in: chats.class7, to: .init("Другое?")), by: people.vera) == .forbidden(.pollStands))
        try await world.perform(ClosePoll(id), by: people.vera)
        #expect(try await world.outcome(AnswerPoll(id, .choices([1])), by: people.petya, at: World.now + 1) == .forbidden(.pollIsClosed))
        #expect(try await seen(id, by: people.masha, world)?.showsResults(at: World.now + 1) == true)
    }

    @Test("one poll in several chats counts each person once, under the side with which they answered", arguments: TestDatabase.available)
    func several(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let id = try await put(poll(.multiple), in: [chats.class7, chats.family7, chats.staff], by: people.vera, of: world)
        try await world.perform(AnswerPoll(id, .choices([1, 2])), by: people.vera)
        try await world.perform(AnswerPoll(id, .choices([1])), by: people.olga)
        let coverage = try await seen(id, by: people.vera, world)?.coverage
        #expect(coverage == [.init(side: .family, done: 1, all: 2), .init(side: .pupil, done: 0, all: 2), .init(side: .staff, done: 1, all: 3)])
        #expect(try await seen(id, by: people.vera, world)?.options.map(\.votes) == [2, 1, 0])
        let events = try await world.site.database.write { tx in
            try AnswerPoll(id, .choices([2])).run(by: people.petya, at: World.now, in: tx)
            return tx.events.map(\.audience)
        }
        #expect(Set(events) == Set([chats.class7, chats.family7, chats.staff].map { .topic(.chat($0)) }))
    }

    @Test("an anonymous answer is joined to nobody, is not changed, and too few are not shown", arguments: TestDatabase.available)
    func anonymous(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let id = try await put(poll(anonymous: true, before: true), in: [chats.class7, chats.family7], by: people.vera, of: world)
        let open = try await put(poll(.open, anonymous: true), in: [chats.class7, chats.family7], by: people.vera, of: world)
        for (place, viewer) in [people.petya, people.masha, people.olga].enumerated() {
            #expect(try await seen(id, by: people.vera, world)?.showsResults(at: World.now) == false)
            #expect(try await seen(open, by: people.vera, world)?.answers == [])
            try await world.perform(AnswerPoll(id, .choices([place % 2 + 1])), by: viewer)
            try await world.perform(AnswerPoll(open, .words(["яблоко", "вода", "буфет"][place])), by: viewer)
        }
        #expect(try await world.outcome(AnswerPoll(id, .choices([1])), by: people.petya) == .conflict(.alreadyAnswered))
        #expect(try await seen(id, by: people.vera, world)?.options.map(\.votes) == [2, 1, 0])
        #expect(try await seen(open, by: people.vera, world)?.answers == ["буфет", "вода", "яблоко"], "not in the order in which they came")
        #expect(try await seen(open, by: people.petya, world)?.answers == [], "what others wrote is for who has asked")
        // Nothing but the fact of having answered carries a person.
        let kept = try await world.site.read { tx in
            (
                try tx.one("SELECT COUNT(*) AS n FROM poll_choice").int("n") + tx.one("SELECT COUNT(*) AS n FROM poll_answer").int("n"),
                try tx.one("SELECT COUNT(*) AS n FROM poll_voter WHERE poll_id = \(id)").int("n")
            )
        }
        #expect(kept == (0, 3))
        let ballots = try await world.site.read { tx in try PollStore.ballots(of: MessagingAccess.overseenPoll(id, by: people.vera, in: tx), tx) }
        #expect(ballots.isEmpty)
    }

    @Test("a table opens in a spreadsheet and no answer in it is a formula")
    func table() async throws {
        for (value, cell) in [
            ("=1+1", "\"'=1+1\""), ("+7", "\"'+7\""), ("@a", "\"'@a\""), ("да; \"нет\"", "\"да; \"\"нет\"\"\""), ("-", "\"'-\""), ("a=b", "\"a=b\""),
        ] {
            #expect(PollTable.cell(value) == cell)
        }
        let (world, chats) = try await World.withChats(.sqlite), people = world.people
        let id = try await put(poll(), in: [chats.class7], by: people.vera, of: world)
        try await world.perform(AnswerPoll(id, .choices([3])), by: people.petya)
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/chats/polls/\(id.number)/answers.csv", method: .get) {
                #expect($0.status == .ok && $0.text.contains("\"Петин Петя\";\"ученик\";\"'=1+1\"\r\n"))
            }
            try await client.execute(uri: "/chats/polls/\(id.number)", method: .get) {
                #expect($0.text.contains("Петин Петя") && $0.text.contains("Ответили 1 из 2 учеников, 50 %"))
            }
        }
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "/chats/polls/\(id.number)/answers.csv", method: .get) { #expect($0.status == .forbidden) }
        }
    }

    @Test("without a script a class teacher puts a poll and a pupil answers it in the thread")
    func pages() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, place = "/chats/\(chats.class7.number)"
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "\(place)/polls/new?sample=0", method: .get) { #expect($0.text.contains("улучшить") && $0.text.contains("chats[]")) }
            let words = "formToken=form-token&attempt=abc&body=%D0%9A%D1%83%D0%B4%D0%B0&kind=single&options=one%0D%0Atwo&closes=2027-01-01T10:00"
            let sent = ByteBuffer(string: words + "&chats%5B%5D=\(chats.class7.number)&chats%5B%5D=\(chats.staff.number)")
            try await client.execute(uri: "\(place)/polls", method: .post, headers: form, body: sent) { #expect($0.status == .seeOther) }
        }
        #expect(try await world.messages(chats.staff, seenBy: people.igor).count == 1)
        try await world.browse(as: people.petya) { client in
            try await client.execute(uri: place, method: .get) { #expect($0.text.contains("messages/1/answer") && !$0.text.contains("<progress")) }
            try await client.execute(
                uri: "\(place)/messages/1/answer", method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&option%5B%5D=2")
            ) {
                #expect($0.headers[.location] == "\(place)?at=1#m1")
            }
            try await client.execute(uri: place, method: .get) { #expect($0.text.contains("<progress") && $0.text.contains("Вы ответили")) }
            try await client.execute(uri: "\(place)/messages/1/answer", method: .post, headers: island, body: ByteBuffer(string: #"{"option":["1"]}"#)) {
                #expect($0.status == .ok && $0.text.contains("1 голос, 100 %"))
            }
        }
    }
}
