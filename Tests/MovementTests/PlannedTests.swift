import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

@Suite struct PlannedTests {
    private static let later = World.today + 7
    private static func moment(_ day: Day, _ minute: Int = 1) -> Moment { World.zone.moment(day, minute: minute) }

    @Test("an order for a later day changes nothing until that day and then moves the pupil, rights and chats, once", arguments: TestDatabase.available)
    func carriedOut(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, (petya, masha) = (people.petya.person, people.masha.person)
        for place in [people.class7, people.class8] { try await world.perform(OpenClassChats(of: place.id), by: people.rita) }
        let chats = "chat_member m JOIN chat c ON c.id = m.chat_id WHERE m.present = 1" as SQL
        try await world.perform(
            MovePupils([petya], .transfer(to: people.class8.id), on: Self.later, order: world.order(), place: "по заявлению"), by: people.rita)
        try await world.perform(MovePupils([masha], .expel, on: Self.later, order: world.order()), by: people.rita)
        let before = try await world.count(chats)
        try await world.site.tidy(at: Self.moment(Self.later) - 120)
        #expect(try await world.seats(of: petya).map(\.schoolClass) == [people.class7.id])
        #expect(try await world.count("movement") == 0, "a minute before its midnight")
        #expect(try await world.count(chats) == before)
        #expect(try await world.roles(of: masha) == ["pupil"])
        // Two nodes at once.
        async let one: Void = world.site.tidy(at: Self.moment(Self.later))
        async let other: Void = world.site.tidy(at: Self.moment(Self.later))
        _ = try await (one, other)
        try await world.site.tidy(at: Self.moment(Self.later + 1))
        let seats = try await world.seats(of: petya)
        #expect(seats.map(\.schoolClass) == [people.class8.id, people.class7.id] && seats.first?.since == Self.later && seats.last?.until == Self.later - 1)
        #expect(try await world.count("movement WHERE place = 'по заявлению'") == 1)
        #expect(try await world.count("movement") == 2, "each once")
        #expect(try await world.roles(of: masha).isEmpty)
        #expect(try await world.roles(of: people.pavel.person).isEmpty, "and the guardian without another child")
        #expect(try await world.count("chat_member m JOIN chat c ON c.id = m.chat_id WHERE m.present = 1 AND m.person_id = \(masha)") == 0)
        #expect(
            try await world.count(
                "chat_member m JOIN chat c ON c.id = m.chat_id WHERE m.present = 1 AND m.person_id = \(petya) AND c.class_id = \(people.class8.id)") == 1)
        #expect(try await world.count("trace WHERE what = 'movement.planned'") == 2)
        #expect(try await world.count("trace WHERE what IN ('movement.transfer', 'movement.departure')") == 2)
        try await world.perform(UndoMovement(try await world.lastMovement(of: petya)), by: people.rita, at: Self.moment(Self.later, 600))
        #expect(try await world.seats(of: petya).map(\.schoolClass) == [people.class7.id], "it is undone as any other")
    }

    @Test("a server that slept over the day does it afterwards, with the order's own day", arguments: TestDatabase.available)
    func late(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(MovePupils([people.petya.person], .transfer(to: people.class8.id), on: Self.later, order: world.order()), by: people.rita)
        try await world.site.tidy(at: Self.moment(Self.later + 3, 700))
        #expect(try await world.seats(of: people.petya.person).first?.since == Self.later)
    }

    @Test("what is planned can be called off by those who may plan, until it is done", arguments: TestDatabase.available)
    func revoked(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person
        try await world.perform(MovePupils([petya], .expel, on: Self.later, order: world.order()), by: people.rita)
        let plan: ID<PlannedMovement> = try await world.site.read { tx in try tx.one("SELECT id FROM planned_movement").id("id") }
        for viewer in [people.vera, people.olga, people.petya] {
            guard case .forbidden? = try await world.outcome(RevokePlan(plan), by: viewer) else { Issue.record("\(viewer.name)"); continue }
        }
        #expect(try await world.outcome(RevokePlan(plan), by: people.xenia) == .notFound, "another school's plan is nowhere")
        #expect(
            try await world.outcome(MovePupils([petya], .transfer(to: people.class8.id), on: Self.later + 1, order: world.order()), by: people.rita)
                == .conflict(.plannedAlready))
        try await world.perform(RevokePlan(plan), by: people.rita)
        #expect(try await world.outcome(RevokePlan(plan), by: people.rita) == .conflict(.planClosed))
        try await world.site.tidy(at: Self.moment(Self.later))
        #expect(try await world.seats(of: petya).first?.until == nil)
        #expect(try await world.count("movement") == 0)
        #expect(try await world.count("trace WHERE what = 'movement.plan-revoked'") == 1)
    }

    @Test("what stands in the way on the day is said, holds up no other, and waits for somebody", arguments: TestDatabase.available)
    func failed(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, (petya, masha) = (people.petya.person, people.masha.person)
        try await world.perform(MovePupils([petya, masha], .transfer(to: people.class8.id), on: Self.later, order: world.order()), by: people.rita)
        try await world.perform(MovePupils([petya], .expel, on: World.today, order: world.order("13")), by: people.rita)
        try await world.site.tidy(at: Self.moment(Self.later))
        #expect(try await world.seats(of: masha).first?.schoolClass == people.class8.id)
        let open = try await world.site.read { tx in try PlanStore.open(in: try MovementAccess.seen(by: people.rita), tx) }
        #expect(open.map(\.pupil.id) == [petya] && open.first?.state == .failed && open.first?.refusal == .notInClass)
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: "/", method: .get) { #expect(String(buffer: $0.body).contains("Не удалось выполнить в назначенный день")) }
        }
        try await world.site.tidy(at: Self.moment(Self.later + 1))
        #expect(try await world.count("planned_movement WHERE state = 'failed'") == 1, "it is not tried again by itself")
    }

    @Test("beforehand is refused what is wrong already", arguments: TestDatabase.available)
    func refusals(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person, order = try world.order()
        func refused(_ act: MovementAct, _ pupil: ID<Person>, on day: Day = Self.later, by viewer: Viewer? = nil) async throws -> Denial? {
            try await world.outcome(MovePupils([pupil], act, on: day, order: order), by: viewer ?? people.rita)
        }
        #expect(try await refused(.transfer(to: people.class7.id), petya) == .conflict(.sameClass))
        #expect(try await refused(.enrol(into: people.class8.id), petya) == .conflict(.inAnotherClass))
        #expect(try await refused(.expel, people.yura.person) == .conflict(.notInClass))
        #expect(try await refused(.enrol(into: people.class8.id), people.yura.person) == .notFound)
        #expect(try await refused(.transfer(to: people.classFar.id), petya) == .notFound)
        #expect(try await refused(.transfer(to: people.class8.id), petya, on: World.today + 400) == .invalid(field: "day", .dayAfterYear))
        #expect(try await refused(.expel, petya, on: World.today + 400) == .invalid(field: "day", .dayAfterYear))
        guard case .forbidden? = try await refused(.expel, petya, by: people.vera) else { Issue.record("a class teacher"); return }
        #expect(try await world.count("planned_movement") == 0)
        #expect(try await world.count("school_order") == 0)
    }

    @Test("a child entered for a later day waits in the list and is enrolled on that day", arguments: TestDatabase.available)
    func entered(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, born = try #require(Day("2014-05-02"))
        let nina = try await world.perform(
            EnterPupil(PersonName(family: "Новикова", given: "Нина"), bornOn: born, into: people.class7.id, on: Self.later, order: try world.order()),
            by: people.rita)
        #expect(try await world.seats(of: nina).isEmpty)
        try await world.site.tidy(at: Self.moment(Self.later))
        #expect(try await world.seats(of: nina).map(\.since) == [Self.later])
    }

    @Test("erasing a person calls off what was planned; merging keeps one plan", arguments: TestDatabase.available)
    func erasedAndMerged(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, (petya, masha) = (people.petya.person, people.masha.person)
        try await world.perform(MovePupils([petya, masha], .expel, on: Self.later, order: world.order(), place: "Тверь"), by: people.rita)
        try await world.site.database.write { tx in try MovementFeature.merge(masha, into: petya, in: tx) }
        #expect(try await world.count("planned_movement WHERE pupil_id = \(petya)") == 1)
        #expect(try await world.count("planned_movement") == 1)
        try await world.site.database.write { tx in _ = try MovementFeature.erase(petya, in: tx) }
        #expect(try await world.count("planned_movement WHERE place = '' AND state = 'revoked'") == 1)
    }

    @Test("on the pages it is shown as planned and called off with one press; a program does the same", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, uri = "/movement/classes/\(people.class7.id.number)"
        // Pages go by the real clock.
        let later = World.zone.day(of: .now) + 7, shown = Language.ru.movement.shortDate(later)
        try await world.site.database.write { tx in try tx.rows("UPDATE academic_year SET ends_on = \(later + 30)") }
        let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let fields =
            "formToken=form-token&act=transfer&class=\(people.class8.id.number)&day=\(later)&order=25&orderDate=2026-11-10&place=&pupil%5B%5D=\(people.petya.person.number)"
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: uri, method: .post, headers: form, body: ByteBuffer(string: fields)) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok && page.contains("Запланировать") && page.contains("До \(shown) ничего не изменится"))
            }
            try await client.execute(uri: uri, method: .post, headers: form, body: ByteBuffer(string: fields + "&step=do")) {
                #expect($0.headers[.location] == "/movement")
            }
            let book = try await client.execute(uri: "/movement", method: .get) { String(buffer: $0.body) }
            #expect(book.contains("Запланировано") && book.contains("перевод в 8Б · с \(shown)"))
            let plan = try #require(book.firstMatch(of: /planned\/([0-9]+)\/revoke/).map { String($0.1) })
            try await client.execute(uri: "/api/v1/movement/planned", method: .get) { #expect(String(buffer: $0.body).contains(#""state":"planned""#)) }
            try await client.execute(uri: "/movement/planned/\(plan)/revoke", method: .post, headers: form, body: ByteBuffer(string: "formToken=form-token")) {
                #expect($0.status == .seeOther)
            }
            try await client.execute(uri: "/api/v1/movement/planned", method: .get) { #expect(String(buffer: $0.body) == "[]") }
        }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/api/v1/movement/planned", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
