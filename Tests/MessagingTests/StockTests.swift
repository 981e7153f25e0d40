import Accounts
import Files
import Kernel
import Markup
import Storage
import TestKit
import Testing
import WebCore

@testable import Messaging

@Suite struct StockTests {
    private static let text = "На этой неделе в школе проходит месячник безопасности: классный час о правилах движения состоится в четверг на втором уроке"

    /// A curator of a municipality under which school 58 stands, whose year has already begun.
    private func curator(_ world: World) async throws -> Viewer {
        try await world.site.database.write { tx in
            let id: ID<School> = try tx.one(
                "INSERT INTO school (name, kind, zone, level) VALUES ('Управление образования', 'general', 'Europe/Moscow', 'municipality') RETURNING id"
            ).id("id")
            try tx.rows("UPDATE school SET parent_id = \(id) WHERE id = \(world.people.rita.school)")
            let school = School(id: id, name: "Управление образования", zone: .moscow)
            let person = try RegisterPerson(PersonName(family: "Кураторова", given: "Инна"), as: .municipalCurator, since: World.today - 9)
                .run(by: .installer(of: school), at: World.now, in: tx)
            guard let viewer = try AccountsStore.viewer(person, side: .staff, tx) else { throw Denial.notFound }
            return viewer
        }
    }

    @Test("a department keeps ready posts, a class teacher sends one on, the department counts schools and chats", arguments: TestDatabase.available)
    func stock(_ kind: TestDatabase) async throws {
        let (world, chats) = try await World.withChats(kind), people = world.people, curator = try await curator(world)
        let post = try NewStockPost("Безопасность", Self.text, from: World.today, until: World.today + 5, for: .family)
        for other in [people.rita, people.vera, people.olga] { #expect(try await world.outcome(AddToStock(post), by: other) == .notFound) }
        let id = try await world.perform(AddToStock(post), by: curator)
        let seen = { (viewer: Viewer, day: Day) in try await world.site.read { tx in try StockStore.posts(for: viewer, on: day, tx).map(\.id) } }
        #expect(try await seen(people.vera, World.today) == [id])
        #expect(try await seen(people.vera, World.today - 1) == [])
        #expect(try await seen(people.vera, World.today + 6) == [])
        #expect(try await seen(people.zoya, World.today) == [], "not under this department")
        let memo = try await world.send("Памятка.txt", by: people.vera)
        let send = { (chat: ID<Chat>) in SendStock(id, to: chat, saying: try .init("Своими словами"), as: try .init("send-stock-1"), with: [memo]) }
        #expect(try await world.outcome(send(chats.class7), by: people.vera) == .forbidden(.notForThisChat))
        #expect(try await world.outcome(send(chats.family7), by: people.olga) == .notFound)
        #expect(try await world.outcome(send(chats.familyFar), by: people.zoya) == .notFound)
        for _ in 1...2 { try await world.perform(send(chats.family7), by: people.vera) }
        let sent = try await world.messages(chats.family7, seenBy: people.olga)
        #expect(sent.map(\.body) == ["Своими словами"] && sent.map { $0.files.map(\.file.id) } == [[memo]])
        #expect(try await world.held(memo) == 1)
        let kept = try await world.site.read { tx in try StockStore.kept(in: MessagingAccess.keptStock(by: curator, in: tx), tx) }
        #expect(kept.map(\.schools) == [1] && kept.map(\.chats) == [1])
        try await world.perform(EndStockPost(id), by: curator)
        #expect(try await seen(people.vera, World.today) == [])
        #expect(try await world.outcome(EndStockPost(id), by: people.rita) == .notFound)
    }

    @Test("near-duplicates, bursts and small talk do not count as a week's post")
    func weekly() {
        let monday = World.zone.moment(World.today.monday, minute: 0)
        let post = { (body: String, minutes: Int) in WeeklyPosts.Post(body: body, at: monday + minutes * 60) }
        let other = "Родительское собрание пройдёт в среду вечером в кабинете русского языка, обсудим итоги четверти и подготовку к экскурсии"
        let cases: [([WeeklyPosts.Post], Int)] = [
            ([], 0), ([post("Доброе утро!", 60)], 0), ([post(Self.text, 60)], 1), ([post(Self.text, 60), post(Self.text + " !!!", 3000)], 1),
            ([post(Self.text, -9000), post(Self.text, 60)], 0), ([post(Self.text, 60), post(other, 65)], 1), ([post(Self.text, 60), post(other, 90)], 2),
            ([post(Self.text, -60)], 0),
        ]
        for (posts, count) in cases { #expect(WeeklyPosts.count(posts.shuffled(), since: monday) == count) }
    }

    @Test("«Сегодня» of a class teacher says that a week has no post, until there is one")
    func today() async throws {
        let (world, chats) = try await World.withChats(.sqlite), people = world.people
        let shows = { (viewer: Viewer) in
            try await world.site.read { tx in
                let reader = Reader(language: .ru, viewer: viewer, formToken: "", path: "/", assets: "", now: World.now)
                return try MessagingFeature.today(for: reader, viewer, in: tx).contains { $0.html.text.contains("информационного сообщения") }
            }
        }
        #expect(try await shows(people.vera))
        #expect(try await !shows(people.igor))
        try await world.say(Self.text, in: chats.class7, by: people.vera)
        #expect(try await !shows(people.vera))
    }
}
