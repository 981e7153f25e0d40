import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import Storage
import Testing
import TestKit
import WebCore

@testable import Messaging

@Suite struct ActTests {
    @Test("an answer quotes its message as it stands: corrected or taken back, open pages are told of the answers too", arguments: TestDatabase.available)
    func quotes(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("секрет", in: chats.class7, by: people.petya)
        let answer = PostMessage(try .init("понятно"), as: try .init("an-answer-1"), in: chats.class7, answering: said.seq)
        try await world.perform(answer, by: people.masha)
        let told = { (verb: any Verb) in
            try await world.site.database.write { tx in
                _ = try verb.run(by: people.petya, at: World.now, in: tx)
                return tx.events.compactMap(\.payload)
            }
        }
        let corrected = try await told(EditMessage(said.seq, in: chats.class7, to: .init("не скажу")))
        #expect(corrected.count == 2 && corrected.allSatisfy { $0.contains("не скажу") && !$0.contains("секрет") })
        let removed = try await told(RemoveMessage(said.seq, in: chats.class7))
        #expect(removed.count == 2 && removed.allSatisfy { !$0.contains("не скажу") } && removed[1].contains("понятно"))
        #expect(try await world.messages(chats.class7, seenBy: people.masha).map(\.change) == [3, 4])
    }

    @Test("an author corrects their words: everyone reads the new ones, the old are kept in the trace", arguments: TestDatabase.available)
    func edits(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("Завтра в 9", in: chats.class7, by: people.petya)
        let edit = EditMessage(said.seq, in: chats.class7, to: try .init("Завтра в 10"))
        for (viewer, refusal) in [
            (people.vera, Denial.forbidden(.notYourMessage)), (people.masha, .forbidden(.notYourMessage)), (people.igor, .notFound), (people.zoya, .notFound),
        ] { #expect(try await world.outcome(edit, by: viewer) == refusal) }
        let changed = try await world.perform(edit, by: people.petya)
        #expect(changed.message.body == "Завтра в 10" && changed.message.editedAt == World.now && changed.message.change == 1)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).map(\.body) == ["Завтра в 10"])
        #expect(try await world.texts("SELECT body AS t FROM message_version") == ["Завтра в 9"])
        // The same words again are no change.
        #expect(try await world.perform(edit, by: people.petya).message.change == 1)
    }

    @Test("the author and who manages the chat take a message back, nobody else; its place stays, its words and signs go", arguments: TestDatabase.available)
    func removes(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let first = try await world.say("первое", in: chats.class7, by: people.petya),
            second = try await world.say("второе", in: chats.class7, by: people.petya)
        try await world.perform(PutSign(.joy, to: second.seq, in: chats.class7), by: people.masha)
        #expect(try await world.outcome(RemoveMessage(first.seq, in: chats.class7), by: people.masha) == .forbidden(.notYourMessage))
        try await world.perform(RemoveMessage(first.seq, in: chats.class7), by: people.petya)
        try await world.perform(RemoveMessage(second.seq, in: chats.class7), by: people.vera)
        let seen = try await world.messages(chats.class7, seenBy: people.masha)
        #expect(seen.map(\.removal) == [.byAuthor, .byManager] && seen.allSatisfy { $0.body.isEmpty && $0.signs.isEmpty })
        #expect(try await world.texts("SELECT body AS t FROM message_version ORDER BY seq") == ["первое", "второе"])
        #expect(try await world.texts("SELECT about AS t FROM trace WHERE what = 'messaging.removed'").count == 1, "only what others take away is traced")
        for verb in [EditMessage(first.seq, in: chats.class7, to: try .init("снова"))] {
            #expect(try await world.outcome(verb, by: people.petya) == .notFound, "what was taken back does not come again")
        }
    }

    @Test("a member's sign counts once, can be taken away, and strangers put none", arguments: TestDatabase.available)
    func signs(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("Поход в субботу", in: chats.class7, by: people.vera)
        for isPut in [true, true] { try await world.perform(PutSign(.agree, to: said.seq, in: chats.class7, isPut: isPut), by: people.petya) }
        let both = try await world.perform(PutSign(.agree, to: said.seq, in: chats.class7), by: people.masha)
        #expect(both.message.signs == [.init(sign: .agree, people: [people.petya.person, people.masha.person])] && both.message.change == 2)
        let left = try await world.perform(PutSign(.agree, to: said.seq, in: chats.class7), by: people.petya)
        #expect(left.message.signs == [.init(sign: .agree, people: [people.masha.person])])
        for viewer in [people.olga, people.igor, people.zoya] {
            #expect(try await world.outcome(PutSign(.agree, to: said.seq, in: chats.class7), by: viewer) == .notFound)
        }
    }

    @Test("an answer says again whom it answers; a message of another chat cannot be answered", arguments: TestDatabase.available)
    func answers(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let asked = try await world.say("Кто дежурит?", in: chats.class7, by: people.vera)
        try await world.say("дальше", in: chats.staff, by: people.vera)
        let name = try Message.ClientID("answer-1")
        let answer = PostMessage(try .init("Я"), as: name, in: chats.class7, answering: asked.seq)
        let posted = try await world.perform(answer, by: people.petya)
        #expect(posted.message.reply == .init(seq: asked.seq, author: asked.author.words, beginning: "Кто дежурит?"))
        #expect(try await world.perform(answer, by: people.petya).message == posted.message, "sent twice it is one")
        #expect(try await world.outcome(PostMessage(try .init("x"), as: .init("answer-2"), in: chats.class7, answering: 99), by: people.petya) == .notFound)
        try await world.perform(RemoveMessage(asked.seq, in: chats.class7), by: people.vera)
        #expect(try await world.messages(chats.class7, seenBy: people.masha).last?.reply?.beginning == "", "what was taken back is not said again")
    }

    @Test("who manages the chat pins; families among themselves leave it to the class teacher", arguments: TestDatabase.available)
    func pins(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("Собрание 12 ноября", in: chats.family7, by: people.olga)
        #expect(try await world.outcome(PinMessage(said.seq, in: chats.family7), by: people.olga) == .forbidden(.onlyManagersPin))
        try await world.perform(PinMessage(said.seq, in: chats.family7), by: people.vera)
        let pinned = { try await world.site.read { tx in try MessagingStore.pinned(in: chats.family7, limit: 5, seenBy: people.pavel, tx).map(\.seq) } }
        #expect(try await pinned() == [said.seq])
        try await world.perform(PinMessage(said.seq, in: chats.family7, isPinned: false), by: people.vera)
        #expect(try await pinned().isEmpty)
    }

    @Test("bookmarks are one's own, and nobody's page hears of them", arguments: TestDatabase.available)
    func keeps(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("Список литературы", in: chats.class7, by: people.vera)
        for _ in 1...2 { try await world.perform(KeepMessage(said.seq, in: chats.class7), by: people.petya) }
        let kept = { (viewer: Viewer) in try await world.site.read { tx in try MessagingStore.kept(by: viewer, limit: 9, tx).map(\.message.seq) } }
        #expect(try await kept(people.petya) == [said.seq])
        #expect(try await kept(people.masha).isEmpty)
        #expect(try await world.outcome(KeepMessage(said.seq, in: chats.class7), by: people.olga) == .notFound)
        try await world.perform(KeepMessage(said.seq, in: chats.class7, isKept: false), by: people.petya)
        #expect(try await kept(people.petya).isEmpty)
    }

    @Test("words are passed on under the name of who said them; the staff room's stay with the staff", arguments: TestDatabase.available)
    func passesOn(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("Экскурсия в музей", in: chats.class7, by: people.petya),
            inside = try await world.say("тайна", in: chats.staff, by: people.igor)
        let pass = PassOn(said.seq, from: chats.class7, to: chats.family7, as: try .init("pass-on-1"))
        let posted = try await world.perform(pass, by: people.vera)
        #expect(
            posted.message.body == "Экскурсия в музей" && posted.message.wordsOf == people.petya.name.list && posted.message.author.id == people.vera.person)
        #expect(try await world.outcome(pass, by: people.petya) == .notFound, "not into a chat one is not in")
        #expect(
            try await world.outcome(PassOn(inside.seq, from: chats.staff, to: chats.class7, as: .init("pass-on-2")), by: people.vera)
                == .forbidden(.staysWithStaff))
        #expect(try await world.outcome(PassOn(inside.seq, from: chats.staff, to: chats.class7, as: .init("pass-on-3")), by: people.petya) == .notFound)
    }

    @Test("who is named stands out for themselves; a longer name is not taken for a shorter")
    func mentions() throws {
        let people: [(person: ID<Person>, words: String)] = [(ID(1), "Иван"), (ID(2), "Иван Петров"), (ID(3), "Вера Павловна")]
        #expect(MentionStore.mentions(in: "@иван петров, спросите @Вера Павловна", of: people).map(\.person) == [ID(2), ID(3)])
        #expect(MentionStore.mentions(in: "@Ивану и почта a@Иванов", of: people).isEmpty)
        let marked = BodyViews.text("см. @Иван <b>", naming: [.init(person: ID(1), words: "@Иван")]).text
        #expect(marked == #"см. <b class="name" data-person="1">@Иван</b> &lt;b&gt;"#)
    }

    @Test("who hears of a change is who sees the message, and the news holds it as it stands", arguments: TestDatabase.available)
    func heard(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("раз", in: chats.class7, by: people.petya)
        let event = try await world.site.database.write { tx in
            try EditMessage(said.seq, in: chats.class7, to: .init("два")).run(by: people.petya, at: World.now, in: tx)
            return tx.events.first
        }
        #expect(event?.name == "messaging.changed" && event?.audience == .topic(.chat(chats.class7)))
        #expect(event?.payload?.contains("два") == true && event?.payload?.contains("раз") == false)
    }

    @Test("a page that missed changes gets each message once, as it stands now", arguments: TestDatabase.available)
    func catchesUp(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for number in 1...3 { try await world.say("слово \(number)", in: chats.class7, by: people.petya) }
        for words in ["а", "б"] { try await world.perform(EditMessage(1, in: chats.class7, to: try .init(words)), by: people.petya) }
        try await world.perform(RemoveMessage(3, in: chats.class7), by: people.petya)
        try await world.browse(as: people.masha) { client in
            try await client.execute(uri: "/chats/\(chats.class7.number)/messages?after=2&changed=0", method: .get) { answer in
                let found = answer.text.matches(of: #/data-seq="(\d+)"[^>]*data-change="(\d+)"/#).map { "\($0.1)@\($0.2)" }
                #expect(found == ["1@2", "3@3"], "the third was not there yet and comes as a message, not as a change")
            }
        }
    }

    @Test("a rude correction is asked about as a new message is, by page, by script and by program; the words are kept", arguments: TestDatabase.available)
    func rudeCorrection(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for words in ["раз", "два", "три"] { try await world.say(words, in: chats.class7, by: people.vera) }
        let path = { @Sendable (seq: Int) in "/chats/\(chats.class7.number)/messages/\(seq)" }, rude = "кто тут дебил"
        let encoded = "formToken=form-token&body=" + rude.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
        let json = script, program = "/api/v1\(path(3))"
        let bodies = { @Sendable in try await world.messages(chats.class7, seenBy: people.masha).map(\.body) }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: path(1) + "/edit", method: .post, headers: form, body: ByteBuffer(string: encoded)) { answer in
                #expect(answer.status == .conflict && answer.text.contains(#"name="sure" value="1""#) && answer.text.contains(">\(rude)</textarea>"))
                #expect(answer.text.contains("Похоже на оскорбление"))
            }
            try await client.execute(uri: path(2) + "/edit", method: .post, headers: json, body: ByteBuffer(string: #"{"body":"\#(rude)"}"#)) {
                #expect($0.status == .conflict && $0.text.contains("messaging.ask-rude"))
            }
            try await client.execute(uri: program, method: .put, headers: json, body: ByteBuffer(string: #"{"body":"\#(rude)"}"#)) {
                #expect($0.status == .conflict)
            }
            #expect(try await bodies() == ["раз", "два", "три"])
            try await client.execute(uri: path(1), method: .get) { #expect($0.text.contains(#"data-sure="Отправить всё равно""#)) }

            try await client.execute(uri: path(1) + "/edit", method: .post, headers: form, body: ByteBuffer(string: encoded + "&sure=1")) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(uri: path(2) + "/edit", method: .post, headers: json, body: ByteBuffer(string: #"{"body":"\#(rude)","sure":"1"}"#)) {
                #expect($0.status == .ok)
            }
            try await client.execute(uri: program, method: .put, headers: json, body: ByteBuffer(string: #"{"body":"\#(rude)","isSure":true}"#)) {
                #expect($0.status == .ok)
            }
            #expect(try await bodies() == [rude, rude, rude])
        }
    }

    @Test("messages that quote a corrected one are found by an index, not along all that came after it", arguments: TestDatabase.available)
    func answersIndex(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind)
        let plan = try await world.site.database.write(.rowLock) { tx in
            // A table of three rows is read whole by PostgreSQL unless it is told not to.
            if tx.dialect == .postgres { try tx.rows("SET LOCAL enable_seqscan = off") }
            let query = MessageChangeStore.answers(to: 1, in: chats.class7)
            switch tx.dialect {
            case .postgres: return try tx.rows("EXPLAIN \(query)").map { try $0.text("QUERY PLAN") }
            case .sqlite: return try tx.rows("EXPLAIN QUERY PLAN \(query)").map { try $0.text("detail") }
            }
        }
        #expect(plan.contains { $0.contains("message_answers") }, "\(plan)")
    }

    @Test("the page of a message offers what its reader may do, and each form does it", arguments: TestDatabase.available)
    func page(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        try await world.say("Привет", in: chats.class7, by: people.petya)
        let path = "/chats/\(chats.class7.number)/messages/1"
        let offered = { (viewer: Viewer) in
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: path, method: .get) { answer in
                    Set(answer.text.matches(of: #/action="[^"]*messages/1/([a-z-]+)"/#).map { String($0.1) })
                }
            }
        }
        #expect(try await offered(people.petya) == ["signs", "keep", "edit", "remove"])
        #expect(try await offered(people.masha) == ["signs", "keep", "report"])
        #expect(try await offered(people.vera) == ["signs", "pin", "keep", "pass-on", "remove", "report"])
        #expect(try await offered(people.igor).isEmpty)
        try await world.browse(as: people.petya) { client in
            for (act, body) in [("signs", "sign=%F0%9F%91%8D"), ("keep", "on=1"), ("edit", "body=%D0%94%D0%B0")] {
                let sent = ByteBuffer(string: "formToken=form-token&" + body)
                try await client.execute(uri: "\(path)/\(act)", method: .post, headers: form, body: sent) { #expect($0.status == .seeOther, "\(act)") }
            }
            try await client.execute(uri: "/chats/kept", method: .get) { #expect($0.text.contains("Да")) }
            let sent = ByteBuffer(string: "formToken=form-token&sign=%F0%9F%92%A9")
            try await client.execute(uri: "\(path)/signs", method: .post, headers: form, body: sent) { #expect($0.status == .unprocessableContent) }
        }
    }
}

extension World {
    func texts(_ sql: SQL) async throws -> [String] { try await site.read { tx in try tx.rows(sql).map { try $0.text("t") } } }
}
