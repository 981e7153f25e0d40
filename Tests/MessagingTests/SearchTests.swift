import Accounts
import App
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

@Suite struct SearchTests {
    @Test("a word is found in any of its forms, the newest first, and only where the reader is a member", arguments: TestDatabase.available)
    func finds(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for (number, (text, chat, author)) in [
            ("Завтра контрольная, принесите линейку", chats.class7, people.vera), ("После контрольной идём в музей", chats.class7, people.petya),
            ("Контрольную перенесли", chats.staff, people.igor), ("Собрание в среду, ёлка в пятницу", chats.family7, people.olga),
            ("Контрольные работы сданы", chats.classFar, people.zoya),
        ].enumerated() { try await world.say(text, in: chat, by: author, at: Moment(milliseconds: World.now.milliseconds + Int64(number))) }
        let found = { (words: String, viewer: Viewer) in try await world.found(Search(words), by: viewer).map(\.message.body) }
        #expect(try await found("КОНТРОЛЬНЫМИ", people.petya) == ["После контрольной идём в музей", "Завтра контрольная, принесите линейку"])
        #expect(try await found("контрольную", people.vera).count == 3)
        #expect(try await found("контрольную", people.olga).isEmpty)
        #expect(try await found("контрольную", people.zoya) == ["Контрольные работы сданы"])
        #expect(try await found("линейкой контрольную", people.petya) == ["Завтра контрольная, принесите линейку"], "all the words stand in it")
        #expect(try await found("елку", people.pavel).count == 1, "ё and е are one letter")
        #expect(try await found("линей", people.petya).count == 1, "the last word may be going on")
        #expect(try await found("линей контрольная", people.petya).isEmpty, "the others are whole")
        for nothing in ["", "  ", "\" OR *", "')", "c:1", "c:\(chats.class7.number)"] { #expect(try await found(nothing, people.petya).isEmpty, "\(nothing)") }
    }

    @Test("chat, author and days narrow the search; pages follow one another", arguments: TestDatabase.available)
    func narrows(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let day: Int64 = 86_400_000
        for number in 0..<Int64(Search.page + 5) {
            let author = number % 2 == 0 ? people.petya : people.masha, at = Moment(milliseconds: World.now.milliseconds - number * day)
            try await world.say("Дежурство номер \(number)", in: chats.class7, by: author, at: at)
        }
        try await world.say("Дежурство учителей", in: chats.staff, by: people.vera)
        var search = Search("дежурства")
        let first = try await world.site.read { [search] tx in try SearchStore.find(search, seenBy: people.vera, tx) }
        #expect(first.list.count == Search.page && first.hasMore)
        search.before = first.list.last?.place
        let rest = try await world.found(search, by: people.vera)
        #expect(rest.count == 6 && Set(rest.map(\.message.body)).isDisjoint(with: first.list.map(\.message.body)))
        search = Search("дежурства")
        search.chat = chats.staff
        #expect(try await world.found(search, by: people.vera).map(\.message.body) == ["Дежурство учителей"])
        #expect(try await world.found(search, by: people.petya).isEmpty, "a chat one is not in holds nothing")
        search = Search("дежурства")
        (search.author, search.from, search.until) = (people.masha.person, World.today - 4, World.today - 1)
        #expect(try await world.found(search, by: people.petya).map(\.message.body) == ["Дежурство номер 1", "Дежурство номер 3"])
    }

    @Test("page after page holds what a look at every message finds, for common and rare words, whole and begun", arguments: TestDatabase.available)
    func pagesHoldAll(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        var dice = Dice(20_261_129), said: [(place: Int, chat: ID<Chat>, text: String)] = []
        for place in 0..<180 {
            let chat = dice.number(3) == 0 ? chats.staff : chats.class7
            let words = (0..<4).map { _ in Self.words[min(dice.number(Self.words.count), dice.number(Self.words.count))] }
            said.append((place, chat, words.joined(separator: " ") + " \(place)"))
            try await world.say(said[place].text, in: chat, by: people.vera, at: Moment(milliseconds: World.now.milliseconds + Int64(place)))
        }
        for sought in Self.words + ["конт", "урок музей", "музей лине", "177", "здесьнет"] {
            for chat in [nil, chats.class7] {
                var search = Search(sought), found: [String] = [], hasMore = true
                search.chat = chat
                while hasMore {
                    let page = try await world.site.read { [search] tx in try SearchStore.find(search, seenBy: people.vera, reach: 100, tx) }
                    found += page.list.map(\.message.body)
                    (search.before, hasMore) = (page.list.last?.place, page.hasMore)
                }
                let wanted = sought.split(separator: " ")
                let plain = said.reversed().filter { line in
                    (chat == nil || line.chat == chat) && wanted.allSatisfy { word in line.text.split(separator: " ").contains { $0.hasPrefix(word) } }
                }
                #expect(found == plain.map(\.text), "\(sought)")
            }
        }
    }

    /// The first are the commonest.
    private static let words = ["урок", "музей", "линейка", "контрольная", "тетрадь", "собрание", "экскурсия", "физика", "контора", "синхрофазотрон"]

    @Test("what is corrected, taken back or was said before one joined follows at once", arguments: TestDatabase.available)
    func follows(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        let said = try await world.say("Встреча у фонтана", in: chats.class7, by: people.petya)
        let found = { (words: String, viewer: Viewer) in try await world.found(Search(words), by: viewer).count }
        try await world.perform(EditMessage(said.seq, in: chats.class7, to: .init("Встреча у памятника")), by: people.petya)
        #expect(try await found("фонтан", people.masha) == 0)
        #expect(try await found("памятник", people.masha) == 1)
        try await world.perform(RemoveMessage(said.seq, in: chats.class7), by: people.vera)
        #expect(try await found("памятник", people.masha) == 0)
        try await world.say("Новый фонтан", in: chats.class7, by: people.vera)
        try await world.site.database.write { tx in
            try tx.rows("UPDATE chat_member SET since_seq = 2, read_seq = 2 WHERE chat_id = \(chats.class7) AND person_id = \(people.masha.person)")
        }
        #expect(try await found("фонтан", people.masha) == 0)
        #expect(try await found("фонтан", people.petya) == 1)
    }

    @Test("what was posted before there was an index comes into it part by part, in the order of time", arguments: TestDatabase.available)
    func fills(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people
        for number in 1...Int64(3) {
            try await world.say("Старое письмо \(number)", in: chats.class7, by: people.petya, at: Moment(milliseconds: World.now.milliseconds - 10 * number))
        }
        let gone = try await world.say("Старое письмо, которое вернули", in: chats.class7, by: people.petya)
        try await world.site.database.write { tx in try tx.rows("DELETE FROM message_search") }
        try await world.perform(RemoveMessage(gone.seq, in: chats.class7), by: people.petya)
        try await world.say("Новое письмо", in: chats.class7, by: people.petya)
        #expect(try await world.found(Search("письма"), by: people.masha).count == 1)
        var rounds = 0
        while try await world.site.database.write(.rowLock, { tx in try FillSearch().run(in: tx) }) { rounds += 1 }
        #expect(rounds == 1)
        let found = try await world.found(Search("письма"), by: people.masha).map(\.message.body)
        #expect(found == ["Новое письмо", "Старое письмо 1", "Старое письмо 2", "Старое письмо 3"])
        #expect(try await world.site.read { tx in try tx.one("SELECT COUNT(*) AS count FROM message_search").int("count") } == 4)
    }

    @Test("a page and a program find the same; the words stand out and lead to their place")
    func pages() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people
        try await world.say("Контрольная <b>завтра</b>", in: chats.class7, by: people.vera)
        try await world.browse(as: people.petya) { client in
            let query = "q=%D0%BA%D0%BE%D0%BD%D1%82%D1%80%D0%BE%D0%BB%D1%8C%D0%BD%D0%BE%D0%B9"
            try await client.execute(uri: "/chats/search?\(query)&chat=&from=&until=", method: .get) { answer in
                #expect(answer.status == .ok && answer.text.contains("<mark>Контрольная</mark> &lt;b&gt;завтра"))
                #expect(answer.text.contains("/chats/\(chats.class7.number)?at=1#m1"))
            }
            try await client.execute(uri: "/api/v1/chats/search?\(query)", method: .get) { answer in
                let found = try JSONDecoder().decode(FoundList.self, from: Data(answer.text.utf8))
                #expect(found.found.map(\.message.seq) == [1] && found.next == nil)
            }
            try await client.execute(uri: "/chats/search?q=x&from=nonsense", method: .get) { #expect($0.status == .unprocessableContent) }
            try await client.execute(uri: "/chats/search", method: .get) { #expect($0.status == .ok) }
        }
    }
}

extension World {
    func found(_ search: Search, by viewer: Viewer) async throws -> [FoundMessage] {
        try await site.read { tx in try SearchStore.find(search, seenBy: viewer, tx).list }
    }
}
