import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct SearchTests {
    @Test("a person is found by the beginning of any word of the name, in any order, whatever the case, ё as е", arguments: TestDatabase.available)
    func words(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), rita = world.people.rita
        try await world.register("Салтыков-Щедрин", "Михаил", "Евграфович", as: .subjectTeacher)
        try await world.register("Ёлкин", "Семён", as: .pupil)
        try await world.register("О'Нил", "Шон", as: .pupil)
        for text in ["салт", "ЩЕД", "миха", "евгр", "мих щед", "щедрин михаил", "  Салтыков-Щедр  ", "салтыков щедрин м е"] {
            #expect(try await world.found(text, by: rita) == ["Салтыков-Щедрин Михаил"], "\(text)")
        }
        for text in ["елк", "Ёлк", "семен", "СЕМЁН ёл"] { #expect(try await world.found(text, by: rita) == ["Ёлкин Семён"], "\(text)") }
        for text in ["о'нил", "нил", "О’Н"] { #expect(try await world.found(text, by: rita) == ["О'Нил Шон"], "\(text)") }
        for text in ["алтыков", "михаил петин", "%", "_", "'", "\\", "@", "салтыковщедрин"] {
            #expect(try await world.found(text, by: rita).isEmpty, "\(text)")
        }
    }

    @Test("names, roles and logins that change are found as they are now, and not as they were", arguments: TestDatabase.available)
    func keptInStep(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), rita = world.people.rita, petya = world.people.petya.person
        try await world.perform(CorrectName(of: petya, to: PersonName(family: "Новиков", given: "Пётр")), by: rita)
        #expect(try await world.found("новик", by: rita) == ["Новиков Пётр"])
        #expect(try await world.found("петин ", by: rita) == ["Петина Ольга"])
        try await world.perform(CorrectPerson(petya, name: PersonName(family: "Старов", given: "Пётр"), sex: nil, bornOn: nil), by: rita)
        #expect(try await world.found("новик", by: rita).isEmpty)
        #expect(try await world.found("старов", by: rita) == ["Старов Пётр"])
        let hash = PasswordHash(text: "x")
        try await world.perform(GiveCredential(to: petya, login: Login("Star.Petr"), hash: hash), by: rita)
        #expect(try await world.found("star.p", by: rita) == ["Старов Пётр"])
        #expect(try await world.found("star.p", by: world.viewer(world.people.igor, as: [.deputy])).isEmpty, "who may not see logins does not find by them")
        try await world.perform(GiveCredential(to: petya, login: Login("other"), hash: hash), by: rita)
        #expect(try await world.found("star.p", by: rita).isEmpty)
        try await world.perform(EndRole(.pupil, of: petya, on: World.today), by: rita)
        #expect(try await world.found("старов", by: rita).isEmpty)
        var gone = PeopleQuery()
        gone.state = .gone
        #expect(try await world.found(gone, by: rita) == ["Старов Пётр"])
        try await world.perform(GrantRole(.pupil, to: petya, since: World.today), by: rita)
        #expect(try await world.found("старов", by: rita) == ["Старов Пётр"])
        #expect(try await world.count("SELECT COUNT(*) AS n FROM person_word WHERE person_id = \(petya)") == 3)
    }

    @Test("people of another school are found by nobody, whatever is asked", arguments: TestDatabase.available)
    func otherSchool(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        #expect(try await world.found("зоина", by: world.people.rita).isEmpty)
        #expect(try await world.found("петин", by: world.people.xenia).isEmpty)
        var query = PeopleQuery()
        query.schoolClass = world.people.class7.id
        #expect(try await world.found(query, by: world.people.xenia).isEmpty)
    }

    @Test(
        "heads see everyone, teachers their colleagues, a class teacher the class and its families; others have no such page", arguments: TestDatabase.available
    )
    func whoSeesWhom(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let all = ["Верина Вера", "Игорев Игорь", "Колин Коля", "Машин Павел", "Машина Маша", "Петин Петя", "Петина Ольга", "Ритина Рита"]
        for head in [people.rita, world.director, world.viewer(people.igor, as: [.deputy]), world.viewer(people.igor, as: [.operator])] {
            #expect(try await world.found(PeopleQuery(), by: head) == all)
        }
        #expect(try await world.found(PeopleQuery(), by: people.igor) == ["Верина Вера", "Игорев Игорь", "Ритина Рита"])
        #expect(try await world.found(PeopleQuery(), by: people.vera) == all.filter { $0 != "Колин Коля" })
        for nobody in [people.olga, people.petya, people.veraAsMother] {
            #expect(throws: Denial.notFound) { try PeopleAccess.seen(by: nobody) }
            #expect(try await world.get("/people", as: nobody).status == .notFound)
        }
        // A colleague's children are no business of colleagues.
        var guardians = PeopleQuery()
        guardians.role = .guardian
        #expect(try await world.found(guardians, by: people.igor).isEmpty)
        #expect(try await world.found(guardians, by: people.rita) == ["Верина Вера", "Машин Павел", "Петина Ольга"])
    }

    @Test("filters narrow the list", arguments: TestDatabase.available)
    func filters(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        try await world.register("Бесклассов", "Борис", as: .pupil)
        func found(_ set: (inout PeopleQuery) -> Void) async throws -> [String] {
            var query = PeopleQuery()
            set(&query)
            return try await world.found(query, by: rita)
        }
        #expect(try await found { $0.role = .pupil } == ["Бесклассов Борис", "Колин Коля", "Машина Маша", "Петин Петя"])
        #expect(try await found { $0.state = .withoutClass } == ["Бесклассов Борис"])
        #expect(try await found { $0.schoolClass = people.class7.id } == ["Машин Павел", "Машина Маша", "Петин Петя", "Петина Ольга"])
        #expect(try await found { $0.state = .withoutLogin }.count == 9)
        try await world.perform(GiveCredential(to: people.petya.person, login: Login("petya"), hash: PasswordHash(text: "x")), by: rita)
        #expect(try await found { $0.state = .withoutLogin }.count == 8)
        #expect(try await found { $0.state = .blocked } == [])
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO attempt (key, failures, since, blocked_until) VALUES ('login:petya', 9, \(World.now), \(World.now + 60))")
        }
        #expect(try await found { $0.state = .blocked } == ["Петин Петя"])
        #expect(try await found { $0.state = .unverified } == ["Верина Вера", "Игорев Игорь"])
        try await world.perform(ConfirmTeacher(people.vera.person), by: rita)
        #expect(try await found { $0.state = .unverified } == ["Игорев Игорь"])
    }

    @Test("long lists come in parts of fifty that neither repeat nor leave out anyone", arguments: TestDatabase.available)
    func paging(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), rita = world.people.rita, now = World.now
        try await world.site.database.write { tx in
            for number in 0..<120 {
                // Many of one name: the order among them is kept by their numbers.
                _ = try RegisterPerson(PersonName(family: number % 3 == 0 ? "Иванов" : "Яшин", given: "Иван"), as: .pupil, since: World.today).run(
                    by: rita, at: now, in: tx)
            }
        }
        let seen = try PeopleAccess.seen(by: rita)
        var query = PeopleQuery(), ids: [ID<Person>] = [], parts = 0
        while true {
            let asked = query
            let page = try await world.site.read { tx in try PeopleStore.page(asked, seen: seen, at: now, tx) }
            ids += page.lines.map(\.id)
            parts += 1
            guard page.hasMore, let last = page.lines.last else { break }
            query.after = last.place
        }
        #expect(ids.count == 128 && Set(ids).count == 128 && parts == 3)
        let first = try await world.get("/people?q=иванов".addingPercent, as: rita)
        #expect(first.status == .ok && first.text.components(separatedBy: #"type="checkbox""#).count - 1 == 40)
    }

    @Test("no page of people asks more as the school grows", arguments: TestDatabase.available)
    func queryCount(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), world = try await World(database: database), rita = world.people.rita
        let paths = [
            "/people", "/people?q=a&role=pupil&state=withoutClass", "/people/\(world.people.petya.person.number)", "/people/duplicates", "/log", "/more/data",
            "/people/corrections", "/people/preview?act=confirm&who=all",
        ]
        func counts() async throws -> [Int] {
            try await world.browse(as: world.viewer(rita, as: [.administrator, .director])) { client in
                var counts: [Int] = []
                for path in paths {
                    database.reset()
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .ok, "\(path)") }
                    counts.append(database.count)
                }
                return counts
            }
        }
        let small = try await counts()
        try await world.site.database.write { tx in
            for _ in 0..<60 {
                _ = try RegisterPerson(PersonName(family: "Иванов", given: "Иван"), as: .lecturer, since: World.today).run(by: rita, at: World.now, in: tx)
            }
        }
        let large = try await counts()
        // Own data are asked of every feature.
        for (path, (a, b)) in zip(paths, zip(small, large)) { #expect(b <= a + 1 && b <= (path == "/more/data" ? 30 : 24), "\(path): \(a), then \(b)") }
    }
}

extension String {
    var addingPercent: String { addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? self }
}
