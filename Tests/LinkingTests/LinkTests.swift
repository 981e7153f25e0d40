import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Linking

@Suite struct LinkTests {
    @Test("whose role and name agree with the export is linked at once, once, to one account", arguments: TestDatabase.available)
    func linked(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        #expect(try await arranged.outcome(" VERA.v ", by: people.vera) == .linked)
        #expect(try await arranged.outcome("igor", by: people.igor) == .linked, "without a name in the export the role is enough")
        #expect(try await arranged.outcome("petya7", by: people.petya) == .linked)
        #expect(try await arranged.outcome("olga", by: people.olga) == .linked)
        #expect(try await arranged.holder("vera.v") == people.vera.person)
        #expect(try await arranged.refusal("igor", by: people.vera) == .conflict(.linkedAlready))
        #expect(try await arranged.traces("linking.link") == 4)
        #expect(try await arranged.requests().isEmpty)
    }

    @Test("who types another's login gets nothing but a question to the administrator", arguments: TestDatabase.available)
    func claimed(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        #expect(try await arranged.outcome("masha7", by: people.petya) == .asked, "another name")
        #expect(try await arranged.outcome("vera.v", by: people.olga) == .asked, "another role")
        #expect(try await arranged.outcome("masha7", by: people.masha) == .linked, "the owner is not kept waiting by it")
        #expect(try await arranged.holder("vera.v") == nil)
        #expect(try await arranged.outcome("masha7", by: people.kolya) == .asked, "what is taken is not told")
        let requests = try await arranged.requests()
        #expect(Set(requests.map(\.person)) == [people.petya.person, people.olga.person, people.kolya.person])
        let taken = try #require(requests.first { $0.person == people.kolya.person })
        #expect(taken.holder == people.masha.name)
        #expect(try await arranged.world.outcome(AnswerRequest(request: taken.id, isConfirmed: true), by: people.rita) == .conflict(.accountTaken))
        for stranger in [people.vera, people.xenia, people.kolya] {
            #expect(try await arranged.world.outcome(AnswerRequest(request: taken.id, isConfirmed: true), by: stranger) == .notFound)
        }
        for request in requests { try await arranged.world.perform(AnswerRequest(request: request.id, isConfirmed: false), by: people.rita) }
        #expect(try await arranged.requests().isEmpty)
        #expect(try await arranged.traces("linking.answered") == 3)
    }

    @Test("an unknown login, a gone one and another school's system are refused alike", arguments: TestDatabase.available)
    func unknown(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, none = Denial.invalid(field: "login", .noSuchAccount)
        #expect(try await arranged.refusal("nobody", by: people.vera) == none)
        #expect(try await arranged.refusal("", by: people.vera) == none)
        #expect(try await arranged.refusal(try await arranged.account("igor").entry.key.hex, by: people.igor) == none, "the hash is no login")
        #expect(try await arranged.refusal("yura", by: people.yura) == none, "without the code a school is not reached")
        try await arranged.upload(Arranged.rows.filter { $0[0] != "igor" }, at: World.now + 1)
        #expect(try await arranged.refusal("igor", by: people.igor) == none)
    }

    @Test("one account has one person, though two ask for it at the same moment", arguments: TestDatabase.available)
    func race(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        async let one = arranged.outcome("igor", by: people.igor)
        async let other = arranged.outcome("igor", by: people.vera)
        #expect(Set([try await one, try await other]) == [.linked, .asked])
    }

    @Test("a person and the administrator part from an account, nobody else", arguments: TestDatabase.available)
    func unlinked(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        _ = try await arranged.outcome("petya7", by: people.petya)
        let account = try await arranged.account("petya7").id
        #expect(try await arranged.world.outcome(EndOwnLink(account: account), by: people.masha) == .notFound)
        for stranger in [people.vera, people.olga, people.xenia] {
            #expect(try await arranged.world.outcome(EndLink(account: account), by: stranger) == .notFound)
        }
        try await arranged.world.perform(EndOwnLink(account: account), by: people.petya)
        #expect(try await arranged.holder("petya7") == nil)
        _ = try await arranged.outcome("petya7", by: people.petya)
        try await arranged.world.perform(EndLink(account: account), by: people.rita)
        #expect(try await arranged.holder("petya7") == nil)
        #expect(try await arranged.world.outcome(EndLink(account: account), by: people.rita) == .notFound)
    }

    @Test("the administrator links from the list, one by one or all whose name and role fit exactly one", arguments: TestDatabase.available)
    func byOffice(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, igor = try await arranged.account("igor").id
        #expect(try await arranged.world.perform(LinkByNames(system: arranged.system.id), by: people.rita) == 4)
        for (login, viewer) in [("vera.v", people.vera), ("petya7", people.petya), ("masha7", people.masha), ("olga", people.olga)] {
            #expect(try await arranged.holder(login) == viewer.person)
        }
        #expect(
            try await arranged.world.outcome(LinkPerson(account: igor, person: people.yura.person), by: people.rita) == .invalid(field: "person", .noSuchPerson)
        )
        #expect(
            try await arranged.world.outcome(LinkPerson(account: igor, person: people.vera.person), by: people.rita) == .invalid(field: "person", .personLinked)
        )
        #expect(try await arranged.world.outcome(LinkPerson(account: igor, person: people.igor.person), by: people.xenia) == .notFound)
        try await arranged.world.perform(LinkPerson(account: igor, person: people.igor.person), by: people.rita)
        #expect(try await arranged.world.outcome(LinkPerson(account: igor, person: people.kolya.person), by: people.rita) == .conflict(.accountTaken))
    }

    @Test("two of one name are linked by nobody but the administrator", arguments: TestDatabase.available)
    func namesakes(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        try await arranged.world.perform(RegisterPerson(people.masha.name, as: .pupil, since: World.today - 5), by: people.rita)
        try await arranged.upload(Arranged.rows.map { $0[0] == "masha7" ? [$0[0], $0[1], "", $0[3]] : $0 }, at: World.now + 1)
        #expect(try await arranged.world.perform(LinkByNames(system: arranged.system.id), by: people.rita) == 3)
        #expect(try await arranged.holder("masha7") == nil)
    }

    @Test("joining by a linked account waits for the administrator, who lets the person in", arguments: TestDatabase.available)
    func joining(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, yura = people.yura
        try await arranged.world.perform(EndEnrolment(of: yura.person, on: World.today - 1), by: people.xenia)
        #expect(try await arranged.outcome("yura", by: yura, code: true) == .asked)
        let request = try #require(try await arranged.requests().first)
        #expect(!request.isMember && request.name == yura.name)
        try await arranged.world.perform(AnswerRequest(request: request.id, isConfirmed: true), by: people.rita)
        #expect(try await arranged.holder("yura") == yura.person)
        #expect(try await arranged.classes(of: yura.person) == [people.class7.id])
    }

    @Test("a school may let pupils and guardians in by the account alone, staff never", arguments: TestDatabase.available)
    func admission(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, yura = people.yura
        for stranger in [people.vera, people.xenia] {
            #expect(try await arranged.world.outcome(ChangeAdmission(system: arranged.system.id, admitsAlone: true), by: stranger) == .notFound)
        }
        try await arranged.world.perform(ChangeAdmission(system: arranged.system.id, admitsAlone: true), by: people.rita)
        #expect(try await arranged.traces("linking.admission") == 1)
        // Still in a class of the other school: A28 holds, and nothing half done is left.
        #expect(try await arranged.refusal("yura", by: yura, code: true) == .conflict(.inAnotherClass))
        #expect(try await arranged.holder("yura") == nil)
        try await arranged.world.perform(EndEnrolment(of: yura.person, on: World.today - 1), by: people.xenia)
        #expect(try await arranged.outcome("yura", by: yura, code: true) == .admitted)
        #expect(try await arranged.classes(of: yura.person) == [people.class7.id])
        try await arranged.upload(Arranged.rows + [["zoya", "teacher", "", "Зоина Зоя"], ["other", "pupil", "7А", "Другое Имя"]], at: World.now + 1)
        #expect(try await arranged.outcome("zoya", by: people.zoya, code: true) == .asked)
        #expect(try await arranged.refusal("other", by: yura, code: true) == .conflict(.linkedAlready))
    }

    @Test("after an erasure neither link nor name is left, and the next export finds the account again", arguments: TestDatabase.available)
    func erased(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        _ = try await arranged.outcome("petya7", by: people.petya)
        _ = try await arranged.outcome("vera.v", by: people.olga)
        let erased = try await arranged.world.site.database.write { tx in
            [try LinkingStore.erase(people.petya.person, tx), try LinkingStore.erase(people.olga.person, tx), try LinkingStore.erase(people.igor.person, tx)]
        }
        #expect(erased == [1, 1, 0])
        #expect(try await arranged.holder("petya7") == nil)
        let names = try await arranged.world.site.read { tx in try tx.rows("SELECT name FROM outside_account WHERE name <> ''").map { try $0.text("name") } }
        #expect(Set(names) == ["Верина Вера", "Машина Маша", "Юрин Юра"])
    }

    @Test("who guesses logins waits", arguments: TestDatabase.available)
    func guessing(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), door = LinkingDoor(site: arranged.world.site), system = arranged.system.id.number,
            petya = arranged.people.petya
        for number in 0..<5 {
            await #expect(throws: Denial.invalid(field: "login", .noSuchAccount)) {
                try await door.claim("login\(number)", system: system, code: nil, by: petya, at: World.now)
            }
        }
        await #expect(throws: Denial.wait(seconds: 15)) { try await door.claim("petya7", system: system, code: nil, by: petya, at: World.now) }
        #expect(try await door.claim("petya7", system: system, code: nil, by: petya, at: World.now + 16) == .linked)
        for _ in 0..<5 { #expect(try await door.claim("masha7", system: system, code: nil, by: arranged.people.kolya, at: World.now) == .asked) }
        await #expect(throws: Denial.wait(seconds: 15), "another's login that exists is a guess as well") {
            try await door.claim("vera.v", system: system, code: nil, by: arranged.people.kolya, at: World.now)
        }
    }
}

@Suite struct LinkingPagesTests {
    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    @Test("the share is counted by role, of living accounts only; small groups are in no sum above the school", arguments: TestDatabase.available)
    func shares(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, school = people.rita.school
        try await arranged.world.perform(LinkByNames(system: arranged.system.id), by: people.rita)
        func share(_ role: Role) async throws -> LinkShare? {
            try await arranged.world.site.read { tx in try LinkingStore.shares(of: school, tx) }.first { $0.role == role }
        }
        #expect(try await share(.pupil) == LinkShare(role: .pupil, people: 3, linked: 2))
        #expect(try await share(.pupil)?.percent == 66)
        #expect(try await share(.administrator) == LinkShare(role: .administrator, people: 1, linked: 0))
        try await arranged.upload(Arranged.rows.filter { $0[0] != "petya7" }, at: World.now + 1)
        #expect(try await share(.pupil)?.linked == 1)
        #expect(try await arranged.world.site.read { tx in try LinkingStore.sharesOfAll(tx) }.isEmpty)
        for number in 0..<4 {
            try await arranged.world.perform(
                RegisterPerson(PersonName(family: "Новый\(World.word(number))", given: "Имя"), as: .pupil, since: World.today), by: people.rita)
        }
        #expect(try await arranged.world.site.read { tx in try LinkingStore.sharesOfAll(tx) } == [LinkShare(role: .pupil, people: 7, linked: 1)])
    }

    @Test("everybody has the page, only the office has the others", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, system = arranged.system.id.number,
            igor = try await arranged.account("igor").id.number
        for viewer in people.all {
            try await arranged.world.browse(as: viewer) { client in
                try await client.execute(uri: "/linking", method: .get) { #expect($0.status == .ok) }
                for path in ["/linking/office/systems/\(system)", "/linking/office/accounts/\(igor)"] {
                    try await client.execute(uri: path, method: .get) {
                        #expect($0.status == (viewer == people.rita ? .ok : .notFound), "\(viewer.name.full) \(path)")
                    }
                }
                try await client.execute(uri: "/api/v1/linking/shares?scope=all", method: .get) { #expect($0.status == .notFound) }
            }
        }
        try await arranged.world.browse(as: people.rita) { client in
            try await client.execute(uri: "/linking/office/systems/\(system)?role=pupil", method: .get) {
                let page = String(buffer: $0.body)
                #expect(page.contains("Юрин Юра") && page.contains("Колин Коля") && page.contains(arranged.system.salt))
            }
            try await client.execute(uri: "/linking/shares", method: .get) { #expect($0.status == .ok) }
            try await client.execute(uri: "/api/v1/linking/shares", method: .get) { #expect(String(buffer: $0.body).contains("\"asOf\"")) }
        }
    }

    @Test("a person links and parts by the page, and is told why not", arguments: TestDatabase.available)
    func byPage(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people, system = arranged.system.id.number
        try await arranged.world.browse(as: people.petya) { client in
            func post(_ path: String, _ body: String) async throws -> (HTTPResponse.Status, String?, String) {
                try await client.execute(uri: path, method: .post, headers: Self.form, body: ByteBuffer(string: "formToken=form-token&" + body)) {
                    ($0.status, $0.headers[.location], String(buffer: $0.body))
                }
            }
            let wrong = try await post("/linking", "system=\(system)&login=%3Cnobody%3E&code=")
            #expect(wrong.0 == .unprocessableContent && wrong.2.contains("value=\"&lt;nobody&gt;\"") && wrong.2.contains("id=\"login-why\""))
            #expect(try await post("/linking", "system=\(system)&login=petya7&code=").1 == "/linking?done=linked")
            try await client.execute(uri: "/linking?done=linked", method: .get) { #expect(String(buffer: $0.body).contains("Дневник.ру")) }
            #expect(try await post("/linking/links/\(try await arranged.account("petya7").id.number)/end", "").1 == "/linking")
        }
        #expect(try await arranged.holder("petya7") == nil)
    }

    @Test("no page asks more as the export grows", arguments: TestDatabase.available)
    func queries(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), arranged = try await Arranged(try await World(database: database)), people = arranged.people
        let paths = ["/linking", "/linking/office", "/linking/shares", "/linking/office/systems/\(arranged.system.id.number)?role=pupil"]
        func counts() async throws -> [Int] {
            try await arranged.world.browse(as: people.rita) { client in
                var counts: [Int] = []
                for path in paths {
                    database.reset()
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .ok) }
                    counts.append(database.count)
                }
                return counts
            }
        }
        let few = try await counts()
        try await arranged.upload(Arranged.rows + (0..<50).map { ["login\($0)", "pupil", "7А", "Ученик Номер\($0)"] }, at: World.now + 1)
        _ = try await arranged.outcome("vera.v", by: people.olga)
        _ = try await arranged.outcome("masha7", by: people.petya)
        #expect(try await counts() == few)
        #expect(few.allSatisfy { $0 <= 8 })
    }
}

extension Arranged {
    /// The classes of school 58 a pupil is in now.
    func classes(of pupil: ID<Person>) async throws -> [ID<SchoolClass>] {
        let school = people.rita.school
        return try await world.site.read { tx in
            try tx.rows("SELECT class_id FROM enrolment WHERE pupil_id = \(pupil) AND school_id = \(school) AND until IS NULL").map { try $0.id("class_id") }
        }
    }
}
