import Accounts
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import Testing
import TestKit
import WebCore

@testable import Messaging

@Suite struct AnnouncementTests {
    private func announce(_ text: String, in chat: ID<Chat>, isOpen: Bool = false) throws -> PostAnnouncement {
        PostAnnouncement(try .init(text), as: try .init("announce-\(UInt64.random(in: 0...(.max)))"), in: chat, isOpen: isOpen)
    }

    private func announcement(_ seq: Int64, in chat: ID<Chat>, seenBy viewer: Viewer, of world: World) async throws -> Announcement? {
        try await world.site.read { tx in try AnnouncementStore.announcements([seq], of: chat, seenBy: viewer, tx).first }
    }

    private func waiting(_ viewer: Viewer, in world: World) async throws -> [String] {
        try await world.site.read { tx in try AnnouncementStore.waiting(for: viewer, at: World.now, tx).map(\.message.body) }
    }

    @Test(
        "what is answered to an announcement's author is judged: its writer is asked once, a pupil's rude words are refused", arguments: TestDatabase.available)
    func judged(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for (chat, reader) in [(chats.family7, people.olga), (chats.class7, people.petya)] {
            let seq = try await world.perform(announce("Собрание", in: chat), by: people.vera).message.seq
            let reply = { (isSure: Bool) in
                try ReplyToAnnouncement(
                    .init("Ваш Коля — дебил"), as: .init("reply-\(chat.number)-\(isSure)"), to: seq, in: chat, with: reader.person, isSure: isSure)
            }
            let exchange = { try await world.site.read { tx in try tx.rows("SELECT id FROM announcement_reply WHERE chat_id = \(chat)").count } }
            #expect(try await world.outcome(reply(false), by: reader) == (reader == people.petya ? .forbidden(.cannotWait) : .conflict(.looksRude)))
            #expect(try await exchange() == 0)
            #expect(try await world.outcome(reply(true), by: reader) == (reader == people.petya ? .forbidden(.cannotWait) : nil))
            #expect(try await exchange() == (reader == people.petya ? 0 : 1))
        }
        // Its author answers under the same rules, and the page keeps what was written.
        let place = "/chats/\(chats.family7.number)/messages/1/replies/\(people.olga.person.number)"
        try await world.browse(as: people.vera) { client in
            let body = "attempt=abc&body=" + "сами вы дебил".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
            try await client.execute(uri: place, method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&" + body)) {
                #expect($0.status == .conflict && $0.text.contains(">сами вы дебил</textarea>") && $0.text.contains(#"name="attempt" value="abc""#))
            }
            try await client.execute(uri: place, method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token&sure=1&" + body)) {
                #expect($0.status == .seeOther)
            }
        }
    }

    @Test("who manages a chat announces, others do not; sent twice it stands once", arguments: TestDatabase.available)
    func announces(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let verb = try announce("Собрание в четверг", in: chats.family7)
        #expect(try await world.outcome(verb, by: people.olga) == .forbidden(.onlyManagersAnnounce))
        #expect(try await world.outcome(verb, by: people.igor) == .notFound)
        let posted = try await world.perform(verb, by: people.vera)
        #expect(posted.message.part == .announcement(isOpen: false))
        #expect(try await world.perform(verb, by: people.vera).message == posted.message)
        #expect(try await world.messages(chats.family7, seenBy: people.olga).map(\.part) == [.announcement(isOpen: false)])
        let event = try await world.site.database.write { tx in
            _ = try self.announce("Второе", in: chats.family7).run(by: people.vera, at: World.now, in: tx)
            return tx.events.first
        }
        #expect(
            event?.audience == .topic(.chat(chats.family7))
                && event?.payload?.contains(#"data-part=\"/chats/\#(chats.family7.number)/messages/2/part\"></div>"#) == true)
    }

    @Test("one parent's word is enough for the family, each family counts once, the author is not asked", arguments: TestDatabase.available)
    func families(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        // Petya's father stands beside his mother.
        let father = try await world.perform(RegisterPerson(PersonName(family: "Петин", given: "Фёдор"), as: .guardian, since: World.today), by: people.rita)
        try await world.perform(LinkGuardian(father, to: people.petya.person), by: people.rita)
        let fedor = try #require(try await world.site.read { tx in try AccountsStore.viewer(father, side: .family, tx) })
        let seq = try await world.perform(announce("Собрание", in: chats.family7), by: people.vera).message.seq
        #expect(try await announcement(seq, in: chats.family7, seenBy: people.vera, of: world)?.tallies == [.init(side: .family, done: 0, all: 2)])
        for parent in [people.olga, fedor] { #expect(try await waiting(parent, in: world) == ["Собрание"]) }
        #expect(try await waiting(people.vera, in: world).isEmpty)
        #expect(try await world.outcome(Acknowledge(seq, in: chats.family7), by: people.vera) == .forbidden(.notAddressed))
        for _ in 1...2 { try await world.perform(Acknowledge(seq, in: chats.family7), by: people.olga) }
        #expect(try await announcement(seq, in: chats.family7, seenBy: people.vera, of: world)?.tallies == [.init(side: .family, done: 1, all: 2)])
        #expect(try await announcement(seq, in: chats.family7, seenBy: fedor, of: world)?.standing == .byFamily)
        #expect(try await announcement(seq, in: chats.family7, seenBy: people.olga, of: world)?.standing == .acknowledged(World.now))
        #expect(try await announcement(seq, in: chats.family7, seenBy: people.olga, of: world)?.tallies == [], "a parent does not see who else has")
        #expect(try await waiting(fedor, in: world).isEmpty)
        #expect(try await waiting(people.pavel, in: world) == ["Собрание"])
        try await world.perform(Acknowledge(seq, in: chats.family7), by: fedor)
        #expect(try await announcement(seq, in: chats.family7, seenBy: people.vera, of: world)?.tallies == [.init(side: .family, done: 1, all: 2)])
        for viewer in [people.igor, people.petya, people.zoya] {
            #expect(try await world.outcome(Acknowledge(seq, in: chats.family7), by: viewer) == .notFound)
        }
    }

    @Test("in a class's chat pupils are asked; what is taken back asks nobody; a plain message cannot be acknowledged", arguments: TestDatabase.available)
    func pupils(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let plain = try await world.say("Просто так", in: chats.class7, by: people.vera)
        #expect(try await world.outcome(Acknowledge(plain.seq, in: chats.class7), by: people.petya) == .notFound)
        let seq = try await world.perform(announce("Сдать учебники", in: chats.class7), by: people.vera).message.seq
        try await world.perform(Acknowledge(seq, in: chats.class7), by: people.petya)
        let overseen = try await world.site.read { tx in
            try AnnouncementStore.addressees(of: MessagingAccess.overseen(seq, in: chats.class7, by: people.vera, in: tx), tx)
        }
        #expect(overseen.map(\.name.list) == [people.masha.name.list, people.petya.name.list] && overseen.map(\.acknowledgedAt) == [nil, World.now])
        try await world.perform(RemoveMessage(seq, in: chats.class7), by: people.vera)
        #expect(try await waiting(people.masha, in: world).isEmpty)
        #expect(try await world.outcome(Acknowledge(seq, in: chats.class7), by: people.masha) == .notFound)
    }

    @Test("a reminder reaches only those who have not acknowledged, and no oftener than once in twelve hours", arguments: TestDatabase.available)
    func reminds(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let seq = try await world.perform(announce("Собрание", in: chats.family7), by: people.vera).message.seq
        try await world.perform(Acknowledge(seq, in: chats.family7), by: people.olga)
        let remind = RemindReaders(seq, in: chats.family7)
        #expect(try await world.outcome(remind, by: people.pavel) == .forbidden(.onlyManagersSeeReceipts))
        #expect(try await world.outcome(remind, by: people.igor) == .notFound)
        let event = try await world.site.database.write { tx in
            try remind.run(by: people.vera, at: World.now, in: tx)
            return tx.events.last
        }
        #expect(event?.audience == .people([people.pavel.person]))
        #expect(try await world.outcome(remind, by: people.vera, at: World.now + 3600) == .wait(seconds: 11 * 3600))
        #expect(try await world.perform(remind, by: people.vera, at: World.now + 12 * 3600) == 1)
        try await world.perform(Acknowledge(seq, in: chats.family7), by: people.pavel)
        #expect(try await world.perform(remind, by: people.vera, at: World.now + 48 * 3600) == 0, "nobody is left to remind")
    }

    @Test("an answer goes to the author alone, unless the announcement is open for talk", arguments: TestDatabase.available)
    func answers(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let seq = try await world.perform(announce("Собрание", in: chats.family7), by: people.vera).message.seq
        let inChat = PostMessage(try .init("Буду"), as: try .init("in-the-chat"), in: chats.family7, answering: seq)
        #expect(try await world.outcome(inChat, by: people.olga) == .forbidden(.answersGoToAuthor))
        let answer = { (viewer: Viewer, reader: Viewer, name: String) in
            ReplyToAnnouncement(try .init("Мы заболели"), as: try .init(name), to: seq, in: chats.family7, with: reader.person)
        }
        for _ in 1...2 { try await world.perform(answer(people.olga, people.olga, "answer-1"), by: people.olga) }
        try await world.perform(answer(people.vera, people.olga, "answer-2"), by: people.vera)
        let read = { (viewer: Viewer, reader: Viewer) -> [ID<Person>] in
            try await world.site.read { tx -> [ID<Person>] in
                try AnnouncementStore.replies(in: MessagingAccess.exchangeRead(about: seq, in: chats.family7, with: reader.person, by: viewer, in: tx), tx).map(
                    \.author.id)
            }
        }
        #expect(try await read(people.olga, people.olga) == [people.olga.person, people.vera.person])
        for (viewer, reader) in [
            (people.pavel, people.olga), (people.igor, people.olga), (people.zoya, people.olga), (people.vera, people.vera), (people.vera, people.igor),
        ] {
            #expect(try await world.outcome(answer(viewer, reader, "answer-3"), by: viewer) == .notFound)
            await #expect(throws: Denial.notFound) { try await read(viewer, reader) }
        }
        let unread = { (viewer: Viewer) in try await world.site.read { tx in try AnnouncementStore.unreadExchanges(of: viewer, tx).map(\.reader) } }
        #expect(try await unread(people.olga) == [people.olga.person])
        #expect(try await unread(people.vera).isEmpty, "who answers has read")
        try await world.perform(ReadReplies(about: seq, in: chats.family7, with: people.olga.person), by: people.olga)
        #expect(try await unread(people.olga).isEmpty)
        #expect(try await world.outcome(OpenForTalk(seq, in: chats.family7), by: people.olga) == .forbidden(.notYourMessage))
        try await world.perform(OpenForTalk(seq, in: chats.family7), by: people.vera)
        #expect(try await world.outcome(inChat, by: people.olga) == nil)
    }

    @Test("without a script a parent acknowledges on «Сегодня» by one press, and the class teacher's page counts it")
    func pages() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people, place = "/chats/\(chats.family7.number)"
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "\(place)/announce", method: .get) { #expect($0.text.contains(#"name="open""#)) }
            let sent = ByteBuffer(string: "formToken=form-token&attempt=abc&body=%D0%A1%D0%B1%D0%BE%D1%80+%3Cb%3E")
            try await client.execute(uri: "\(place)/announce", method: .post, headers: form, body: sent) {
                #expect($0.headers[.location] == "\(place)?at=1#m1")
            }
        }
        try await world.browse(as: people.olga) { client in
            for page in ["/", "/chats", place] {
                try await client.execute(uri: page, method: .get) {
                    #expect($0.text.contains("\(place)/messages/1/receipt") && $0.text.contains("Сбор &lt;b&gt;"), "\(page)")
                }
            }
            let sent = ByteBuffer(string: "formToken=form-token&back=/")
            try await client.execute(uri: "\(place)/messages/1/receipt", method: .post, headers: form, body: sent) { #expect($0.headers[.location] == "/") }
            try await client.execute(uri: "/", method: .get) { #expect(!$0.text.contains("messages/1/receipt")) }
            try await client.execute(uri: "\(place)/messages/1/part", method: .get) {
                #expect($0.text.contains("Вы ознакомились") && !$0.text.contains("из 2"))
            }
            try await client.execute(uri: "\(place)/messages/1/receipts", method: .get) { #expect($0.status == .forbidden) }
            try await client.execute(uri: "\(place)/messages/1/receipt", method: .post, headers: island, body: ByteBuffer(string: "{}")) {
                #expect($0.status == .ok && $0.text.contains("Вы ознакомились"))
            }
        }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "\(place)/messages/1/receipts", method: .get) {
                #expect($0.text.contains("Ознакомились 1 из 2 семей") && $0.text.contains("Машин"))
            }
        }
    }
}
