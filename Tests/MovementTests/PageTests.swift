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

@testable import Movement

@Suite struct MovementPageTests {
    private static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    @Test("pupils are moved by two sendings: what would be done, then the doing", arguments: TestDatabase.available)
    func moving(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, uri = "/movement/classes/\(people.class7.id.number)"
        let fields =
            "formToken=form-token&act=expel&class=&day=2026-11-10&order=%E2%84%96+5&orderDate=2026-11-10&place=&pupil%5B%5D=\(people.petya.person.number)&pupil%5B%5D=\(people.masha.person.number)"
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: uri, method: .post, headers: Self.form, body: ByteBuffer(string: fields)) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok && page.contains("Петин") && page.contains("потеряют дневник ребёнка: Петина О."))
            }
            #expect(try await world.count("movement") == 0, "only shown so far")
            try await client.execute(uri: uri, method: .post, headers: Self.form, body: ByteBuffer(string: fields + "&step=do")) {
                #expect($0.status == .seeOther)
            }
            #expect(try await world.count("movement") == 2)
            try await client.execute(uri: "/movement", method: .get) { #expect(String(buffer: $0.body).contains("приказ № № 5")) }
            let wrong = fields.replacing("2026-11-10&place", with: "2027-11-10&place")
            try await client.execute(uri: uri, method: .post, headers: Self.form, body: ByteBuffer(string: wrong)) { answer in
                #expect(answer.status == .unprocessableContent || answer.status == .conflict)
            }
        }
    }

    @Test("a refusal stands at its field and what was typed stays", arguments: TestDatabase.available)
    func refusal(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.browse(as: people.rita) { client in
            let fields =
                "formToken=form-token&family=%D0%98%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2&given=&bornOn=2015-01-01&class=\(people.class7.id.number)&day=2026-11-10&order=1&orderDate=2026-11-10"
            try await client.execute(uri: "/movement/new", method: .post, headers: Self.form, body: ByteBuffer(string: fields)) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .unprocessableContent && page.contains(#"value="Иванов""#) && page.contains("new-given-why"))
            }
        }
    }

    @Test("the pages open for those they are for and are nowhere for others", arguments: TestDatabase.available)
    func rights(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let heads = ["/movement", "/movement/appointments"],
            rulers = ["/movement/unplaced", "/movement/new", "/movement/appointments/new", "/movement/promotion"]
        for (viewer, uris, status) in [
            (people.rita, heads + rulers + ["/movement/tasks", "/school", "/school/staff", "/school/subjects"], HTTPResponse.Status.ok),
            (
                people.vera,
                [
                    "/movement/tasks", "/school", "/school/staff", "/school/classes/\(people.class7.id.number)",
                    "/movement/reports/new?class=\(people.class7.id.number)",
                ], .ok
            ),
            (people.vera, heads + rulers, .notFound), (people.igor, ["/movement/tasks"], .notFound),
            (people.olga, heads + rulers + ["/movement/tasks", "/school", "/school/staff"], .notFound),
            (people.petya, heads + ["/school", "/school/classes/\(people.class7.id.number)"], .notFound),
        ] {
            try await world.browse(as: viewer) { client in
                for uri in uris {
                    try await client.execute(uri: uri, method: .get) { #expect($0.status == status, "\(uri) for \(viewer.name.full): \($0.status)") }
                }
            }
        }
    }

    @Test("no page asks the database more as the school grows")
    func queries() async throws {
        let database = CountingDatabase(try await TestDatabase.sqlite.open()), world = try await World(database: database), people = world.people
        try await world.perform(MovePupils([people.petya.person], .transfer(to: people.class8.id), on: World.today, order: world.order()), by: people.rita)
        let pages = [
            "/movement", "/movement/classes/\(people.class7.id.number)", "/movement/unplaced", "/movement/appointments", "/movement/promotion",
            "/movement/tasks",
            "/school", "/school/classes/\(people.class7.id.number)", "/school/staff", "/movement/orders/1",
        ]
        let small = try await counts(pages, world, database)
        try await database.write { tx in
            for number in 0..<20 {
                let pupil = try RegisterPerson(PersonName(family: "Ученик\(World.word(number))", given: "Имя"), as: .pupil, since: World.today - 60).run(
                    by: people.rita, at: World.now, in: tx)
                try MovePupils([pupil], .enrol(into: people.class7.id), on: World.today - 50, order: try world.order()).run(
                    by: people.rita, at: World.now, in: tx)
                let teacher = try RegisterPerson(PersonName(family: "Учитель\(World.word(number))", given: "Имя"), as: .subjectTeacher, since: World.today).run(
                    by: people.rita, at: World.now, in: tx)
                try AppointClassTeacher(teacher, of: people.class8.id, since: World.today).run(by: people.rita, at: World.now, in: tx)
            }
        }
        let large = try await counts(pages, world, database)
        for (page, count) in large { #expect(count <= small[page, default: 0] && count <= 10, "\(page): \(small[page, default: 0]), then \(count)") }
    }

    private func counts(_ pages: [String], _ world: World, _ database: CountingDatabase) async throws -> [String: Int] {
        try await world.browse(as: world.people.rita) { client in
            var counts: [String: Int] = [:]
            for page in pages {
                database.reset()
                try await client.execute(uri: page, method: .get) { #expect($0.status == .ok, "\(page)") }
                counts[page] = database.count
            }
            return counts
        }
    }
}
