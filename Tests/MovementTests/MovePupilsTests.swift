import Accounts
import Journal
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

@Suite struct MovePupilsTests {
    @Test("a transfer is one act: out of one class and into the other the same day, groups are left behind", arguments: TestDatabase.available)
    func transfer(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: people.rita)
        try await world.perform(PutInGroup(petya, in: group, since: World.today - 60), by: people.rita)
        try await world.perform(MovePupils([petya], .transfer(to: people.class8.id), on: World.today - 3, order: world.order()), by: people.rita)
        let seats = try await world.seats(of: petya)
        #expect(seats.map(\.schoolClass) == [people.class8.id, people.class7.id])
        #expect(seats[0].since == World.today - 3 && seats[0].until == nil && seats[1].until == World.today - 4)
        #expect(try await world.count("group_member WHERE until IS NULL") == 0)
        try await world.perform(UndoMovement(try await world.lastMovement(of: petya)), by: people.rita)
        #expect(try await world.seats(of: petya).map(\.schoolClass) == [people.class7.id])
        #expect(try await world.count("group_member WHERE until IS NULL") == 1, "back in the group as well")
        #expect(try await world.outcome(UndoMovement(try await world.lastMovement(of: petya)), by: people.rita) == .conflict(.notLast), "and not twice")
    }

    @Test("who may move pupils, where and when", arguments: TestDatabase.available)
    func refusals(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person, order = try world.order()
        func refused(_ act: MovementAct, _ pupil: ID<Person>, on day: Day = World.today, by viewer: Viewer? = nil) async throws -> Denial? {
            try await world.outcome(MovePupils([pupil], act, on: day, order: order), by: viewer ?? people.rita)
        }
        let transfer = MovementAct.transfer(to: people.class8.id)
        for viewer in [people.vera, people.olga, people.petya] {
            guard case .forbidden? = try await refused(transfer, petya, by: viewer) else { Issue.record("\(viewer.name)"); continue }
        }
        #expect(try await refused(transfer, petya, on: World.today - 200) == .invalid(field: "day", .dayBeforeYear))
        #expect(try await refused(transfer, petya, on: World.today - 70) == .conflict(.sameDay))
        #expect(try await refused(.transfer(to: people.class7.id), petya) == .conflict(.sameClass))
        #expect(try await refused(.enrol(into: people.class8.id), petya) == .conflict(.inAnotherClass))
        #expect(try await refused(.transfer(to: people.classFar.id), petya) == .notFound, "another school's class is nowhere")
        #expect(try await refused(.enrol(into: people.class8.id), people.yura.person) == .notFound)
        #expect(try await refused(.expel, people.yura.person) == .conflict(.notInClass), "another school's pupil is in no class of ours")
        #expect(try await world.outcome(MovePupils([], transfer, on: World.today, order: order), by: people.rita) == .invalid(field: "pupil", .nobodyChosen))
        let tomorrow = try OrderDraft(number: "1", date: World.today + 1)
        #expect(
            try await world.outcome(MovePupils([petya], transfer, on: World.today, order: tomorrow), by: people.rita)
                == .invalid(field: "orderDate", .orderInFuture))
        #expect(throws: Denial.self) { try OrderDraft(number: "", date: World.today) }
        #expect(try await world.count("movement") == 0, "nothing half done")
        #expect(try await world.count("school_order") == 0, "nothing half done")
    }

    @Test("of many chosen all are moved or none", arguments: TestDatabase.available)
    func allOrNone(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let verb = MovePupils(
            [people.petya.person, people.masha.person, people.kolya.person], .transfer(to: people.class8.id), on: World.today, order: try world.order())
        #expect(try await world.outcome(verb, by: people.rita) == .conflict(.sameClass))
        #expect(try await world.count("movement") == 0)
        #expect(try await world.seats(of: people.petya.person).map(\.schoolClass) == [people.class7.id])
    }

    @Test("one who leaves loses the school at once, the guardians with them, and gets it back on return", arguments: TestDatabase.available)
    func leaving(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person, olga = people.olga.person
        try await world.perform(MovePupils([petya], .expel, on: World.today, order: world.order(), place: "Тверь"), by: people.rita)
        #expect(try await world.roles(of: petya).isEmpty)
        #expect(try await world.roles(of: olga).isEmpty)
        #expect(try await world.count("guardian WHERE pupil_id = \(petya)") == 0)
        #expect(try await world.seats(of: petya).first?.until == World.today - 1, "history stays")
        try await world.perform(MovePupils([petya], .enrol(into: people.class8.id), on: World.today, order: world.order("13-у")), by: people.rita)
        #expect(try await world.roles(of: petya) == ["pupil"])
        #expect(try await world.roles(of: olga) == ["guardian"])
        #expect(try await world.count("guardian WHERE pupil_id = \(petya) AND guardian_id = \(olga)") == 1)
        #expect(try await world.count("movement WHERE kind = 'return'") == 1)
    }

    @Test("a guardian with another child stays, a teacher stays a teacher", arguments: TestDatabase.available)
    func otherReasons(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(LinkGuardian(people.olga.person, to: people.masha.person), by: people.rita)
        try await world.perform(MovePupils([people.petya.person, people.kolya.person], .expel, on: World.today, order: world.order()), by: people.rita)
        #expect(try await world.roles(of: people.olga.person) == ["guardian"])
        #expect(try await world.count("guardian WHERE guardian_id = \(people.olga.person)") == 1, "but not the diary of the one who left")
        #expect(try await world.roles(of: people.vera.person) == ["subjectTeacher", "classTeacher"])
    }

    @Test("marks are not left without their pupil: neither a late order nor an undoing goes past them", arguments: TestDatabase.available)
    func marks(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person
        try await world.perform(PutMark(try .init(5), for: petya, at: people.mathsBefore), by: people.vera)
        let late = MovePupils([petya], .transfer(to: people.class8.id), on: World.today - 1, order: try world.order())
        #expect(try await world.outcome(late, by: people.rita) == .conflict(.markedSince))
        try await world.perform(MovePupils([petya], .transfer(to: people.class8.id), on: World.today, order: world.order()), by: people.rita)
        try await world.perform(PutMark(try .init(4), for: petya, at: people.chemistryToday), by: people.igor)
        #expect(try await world.outcome(UndoMovement(try await world.lastMovement(of: petya)), by: people.rita) == .conflict(.markedSince))
    }

    @Test("a new pupil is entered and enrolled at once, and not twice by a double click", arguments: TestDatabase.available)
    func newPupil(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, born = Day("2014-02-28")!
        let verb = EnterPupil(PersonName(family: "Новикова", given: "Нина"), bornOn: born, into: people.class7.id, on: World.today, order: try world.order())
        let pupil = try await world.perform(verb, by: people.rita)
        #expect(try await world.seats(of: pupil).map(\.schoolClass) == [people.class7.id])
        #expect(try await world.outcome(verb, by: people.rita) == .conflict(.samePupil))
        let nameless = EnterPupil(PersonName(family: "", given: "Нина"), bornOn: born, into: people.class7.id, on: World.today, order: try world.order())
        guard case .invalid("family", _)? = try await world.outcome(nameless, by: people.rita) else { Issue.record("no name"); return }
    }

    @Test("an order is corrected without moving anybody; another school cannot", arguments: TestDatabase.available)
    func correcting(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person
        try await world.perform(MovePupils([petya], .transfer(to: people.class8.id), on: World.today, order: world.order()), by: people.rita)
        let line = try await world.lastMovement(of: petya)
        try await world.perform(CorrectMovement(line, order: world.order("99"), place: "по заявлению"), by: people.rita)
        #expect(try await world.count("movement v JOIN school_order o ON o.id = v.order_id WHERE o.number = '99' AND v.place = 'по заявлению'") == 1)
        #expect(try await world.outcome(CorrectMovement(line, order: world.order("1"), place: ""), by: people.xenia) == .notFound)
        #expect(try await world.outcome(UndoMovement(line), by: people.xenia) == .notFound)
    }

    @Test("comings and goings of a class add up", arguments: TestDatabase.available)
    func counts(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(MovePupils([people.petya.person], .transfer(to: people.class8.id), on: World.today - 5, order: world.order()), by: people.rita)
        try await world.perform(MovePupils([people.kolya.person], .expel, on: World.today, order: world.order()), by: people.rita)
        let counts = try await world.site.read { tx in
            try MovementStore.counts(World.today - 10...World.today, in: try MovementAccess.seen(by: people.rita), tx)
        }
        #expect(counts.map { [$0.atStart, $0.came, $0.left, $0.atEnd] } == [[2, 0, 1, 1], [1, 1, 1, 1]])
    }
}
