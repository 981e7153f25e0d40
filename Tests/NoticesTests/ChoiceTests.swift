import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Storage
import TestKit
import Testing
import Web
import WebCore

@testable import Notices

@Suite struct ChoiceTests {
    @Test("the school's heads set its quiet hours and leave a trace; all others do not learn of the page", arguments: TestDatabase.available)
    func schoolHours(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for (viewer, status) in [(people.vera, 404), (people.olga, 404), (people.petya, 404), (people.rita, 200)] {
            #expect(try await world.asked("/more/notices/school", by: viewer).0 == status)
            #expect(try await world.sent("/more/notices/school", "from=20:00&until=08:00", by: viewer) == (status == 200 ? 303 : 404))
        }
        for wrong in ["from=20:00&until=21:00", "from=&until=", "from=20:00&until=20:00", "from=25:00&until=07:00", "from=x&until=07:00", "from=20:00"] {
            #expect(try await world.sent("/more/notices/school", wrong, by: people.rita) == 422, "\(wrong)")
        }
        let traces = try await world.site.read { tx in try tx.rows("SELECT school_id, was, became FROM trace WHERE what = 'notices.hours'") }
        #expect(try traces.map { try $0.text("was") + " → " + $0.text("became") } == ["1260-420 sunday → 1200-480"])
        #expect(try await world.asked("/more/notices", by: people.olga).1.contains("20:00–08:00"))
        #expect(try await world.asked("/more/notices", by: people.xenia).1.contains("21:00–07:00"), "another school has its own")
    }

    @Test(
        "a person's own hours widen the school's and leave an hour; late work is for staff, the weekly digest for families", arguments: TestDatabase.available)
    func own(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        #expect(try await world.sent("/more/notices", "from=19:00&until=09:00&pace=weekly&message=mentions&mark=none&late=yes", by: people.olga) == 303)
        #expect(try await world.sent("/more/notices", "from=07:00&until=21:00", by: people.olga) == 422, "nothing would be open")
        #expect(try await world.sent("/more/notices", "pace=weekly", by: people.vera) == 422)
        #expect(try await world.sent("/more/notices", "from=06:00&until=20:00&late=yes", by: people.vera) == 303, "who works at night has the night open")
        let (olga, vera) = try await world.site.read { tx in (try ChoiceStore.choice(of: people.olga, tx), try ChoiceStore.choice(of: people.vera, tx)) }
        #expect(olga == Choice(own: QuietHours(from: 1140, until: 540, isSundayQuiet: false), worksLate: false, pace: .weekly))
        #expect(vera.worksLate && vera.pace == .soon)
        let page = try await world.asked("/more/notices", by: people.olga).1
        #expect(page.contains(#"value="19:00""#) && page.contains(#"value="weekly" checked"#) && page.contains(#"value="mentions" selected"#))
        let json = try await world.asked("/api/v1/notices/choice", by: people.olga).1
        #expect(json.contains(#""from":"19:00""#) && json.contains(#""pace":"weekly""#))
    }

    @Test("a change of mind holds for what waits already", arguments: TestDatabase.available)
    func mind(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), olga = reached.people.olga
            try await reached.add(olga)
            try await reached.world.perform(ChangeChoice(choice: Choice(own: nil, worksLate: false, pace: .weekly), levels: [:]), by: olga)
            try await reached.tell([olga], at: Reached.at(10))
            try await reached.courier.deliver(at: Reached.at(11))
            #expect(service.given.isEmpty)
            try await reached.world.perform(ChangeChoice(choice: .standard, levels: [:]), by: olga, at: Reached.at(12))
            try await reached.courier.deliver(at: Reached.at(12))
            #expect(service.given.count == 1)
        }
    }

    @Test("devices are one's own: ten at most, removed by their owner alone; one browser's address belongs to who came last", arguments: TestDatabase.available)
    func devices(_ kind: TestDatabase) async throws {
        let reached = try await Reached(kind, origin: "http://127.0.0.1:1"), people = reached.people, world = reached.world
        for number in 0..<12 { try await reached.add(people.olga, name: "\(number)", at: World.now + number) }
        let mine = try await world.site.read { tx in try PushStore.all(of: people.olga.person, tx) }
        #expect(mine.count == 10 && mine.first?.endpoint.hasSuffix("/11") == true)
        #expect(try await world.sent("/more/notices/devices/\(mine[0].id.number)/remove", "", by: people.pavel) == 404)
        #expect(try await world.sent("/more/notices/devices/\(mine[0].id.number)/remove", "", by: people.olga) == 303)
        try await reached.add(people.pavel, name: "10", at: World.now + 20)
        #expect(try await world.site.read { tx in try PushStore.all(of: people.olga.person, tx) }.count == 8)
        #expect(try await world.asked("/api/v1/notices/devices", by: people.pavel).1.contains("Firefox"))
        #expect(throws: Denial.invalid(field: "endpoint", .unknownService)) {
            try Subscription(endpoint: "http://10.0.0.1/", p256dh: "", auth: "", reached.works.hosts)
        }
        #expect(throws: Denial.invalid(field: "keys", .badKeys)) {
            try Subscription(endpoint: "http://127.0.0.1:1/x", p256dh: "BAAA", auth: "AAAA", reached.works.hosts)
        }
    }

    @Test(
        "of an erased person nothing is left, a merged one keeps what they had, and one's own data name where one is reached", arguments: TestDatabase.available
    )
    func ends(_ kind: TestDatabase) async throws {
        let reached = try await Reached(kind, origin: "http://127.0.0.1:1"), people = reached.people, site = reached.world.site
        for viewer in [people.petya, people.masha] { try await reached.add(viewer) }
        let tables: [SQL] = ["notice", "push_device", "mail_address", "notice_choice", "notice_level"]
        try await reached.tell([people.petya, people.masha], at: Reached.at(10))
        try await reached.tell([people.masha], place: "/chats/2", at: Reached.at(10))
        try await site.database.write { tx in
            for (person, word) in [(people.petya.person, "petya"), (people.masha.person, "masha")] {
                try tx.rows("INSERT INTO mail_address (person_id, address, word, asked_at) VALUES (\(person), \(word + "@example.ru"), \(word), 1)")
                try tx.rows("INSERT INTO notice_choice (person_id, works_late, pace, from_minute, until_minute) VALUES (\(person), 0, 'soon', 1200, 400)")
                try ChoiceStore.setLevel(.mentions, of: .message, at: "", for: person, tx)
            }
        }
        #expect(try await reached.world.asked("/more/data", by: people.petya).1.contains("petya@example.ru"))
        try await site.database.write { tx in try NoticesMerge.run(people.masha.person, into: people.petya.person, tx) }
        for (table, count) in zip(tables, [2, 2, 1, 1, 1] as [Int64]) {
            #expect(try await reached.count("SELECT COUNT(*) AS n FROM \(table) WHERE person_id = \(people.petya.person)") == count)
            #expect(try await reached.count("SELECT COUNT(*) AS n FROM \(table) WHERE person_id = \(people.masha.person)") == 0)
        }
        try await site.database.write { tx in _ = try NoticesErasure.run(people.petya.person, tx) }
        for table in tables { #expect(try await reached.count("SELECT COUNT(*) AS n FROM \(table) WHERE person_id = \(people.petya.person)") == 0) }
    }

    @Test("whoever has the letter confirms or ends, a mail program by one press; a word nobody has leads nowhere", arguments: TestDatabase.available)
    func answers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), person = world.people.olga.person
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO mail_address (person_id, address, word, asked_at) VALUES (\(person), 'olga@example.ru', 'word', \(Moment.now))")
        }
        #expect(try await world.asked("/mail/word", by: nil).1.contains("olga@example.ru"))
        #expect(try await world.site.read { tx in try MailStore.confirmed(of: person, tx) } == nil, "looking confirms nothing: programs look as well")
        #expect(try await world.sent("/mail/other", "act=confirm", by: nil) == 404)
        #expect(try await world.sent("/mail/word", "act=confirm", by: nil) == 200)
        #expect(try await world.site.read { tx in try MailStore.confirmed(of: person, tx) }?.text == "olga@example.ru")
        #expect(try await world.sent("/mail/word", "List-Unsubscribe=One-Click", by: nil) == 200)
        #expect(try await world.site.read { tx in try MailStore.address(of: person, tx) } == nil)
    }

    @Test("the worker differs by release, keeps nothing of a stranger, and is taken away by a switch; the app's description is there")
    func installed() async throws {
        let world = try await World.open(.sqlite)
        let script = try await world.asked("/sw.js", by: nil).1
        #expect(script.hasPrefix("const ASSETS = \"\(world.parts.assets.folder)\";\n") && script.contains("addEventListener(\"push\""))
        #expect(try await world.asked("/manifest.webmanifest", by: nil).1.contains(#""display":"standalone""#))
        #expect(try await world.asked("/offline", by: world.people.olga).1.contains("Нет связи"))
        #expect(try await !world.asked("/offline", by: world.people.olga).1.contains("Петина"))
        let off = SiteParts(site: world.site, session: world.parts.session, passwords: world.parts.passwords, assets: world.parts.assets, hasWorker: false)
        try await Application(router: siteRouter(off)).test(.router) { client in
            try await client.execute(uri: "/sw.js", method: .get) { answer in
                #expect(String(buffer: answer.body).contains("registration.unregister()") && answer.headers[.cacheControl] == "private, no-cache")
            }
        }
    }

    @Test("each answer to somebody says whose it is, so that a shared device keeps nothing for the next; a stranger's says nothing")
    func readers() async throws {
        let world = try await World.open(.sqlite), name = HTTPField.Name("Zvonok-Reader")!
        for viewer in [world.people.vera, world.people.veraAsMother] {
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: "/", method: .get) { #expect($0.headers[name] == "\(viewer.person.number)-\(viewer.hat.key)") }
            }
        }
        try await world.browse(as: nil) { client in try await client.execute(uri: "/sign-in", method: .get) { #expect($0.headers[name] == nil) } }
    }
}

extension Reached {
    /// Without push services, for what is done by mail.
    init(world: World, works: NoticesWorks) {
        self.world = world
        self.works = works
        origin = ""
    }
}

extension World {
    func asked(_ path: String, by viewer: Viewer?) async throws -> (Int, String) {
        try await browse(as: viewer) { client in try await client.execute(uri: path, method: .get) { ($0.status.code, String(buffer: $0.body)) } }
    }
    func sent(_ path: String, _ form: String, by viewer: Viewer?) async throws -> Int {
        try await browse(as: viewer) { client in
            let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            return try await client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: "formToken=form-token&" + form)) {
                $0.status.code
            }
        }
    }
}
