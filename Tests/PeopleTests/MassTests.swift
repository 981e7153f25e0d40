import Foundation
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

@Suite struct MassTests {
    private func plan(_ act: MassAct, _ people: [Viewer], _ world: World) async throws -> [String: MassAct.Fate] {
        let ruled = try PeopleAccess.ruled(by: world.people.rita), ids = people.map(\.person)
        let lines = try await world.site.read { tx in try MassPlan(act, ids, ruled: ruled, at: World.now, tx).lines(ids) }
        return Dictionary(uniqueKeysWithValues: zip(people.map(\.name.given), lines.map(\.fate)))
    }

    @Test("the preview says what will become of each and why not, and changes nothing", arguments: TestDatabase.available)
    func preview(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, all = [people.vera, people.igor, people.olga, people.petya, people.rita, people.zoya]
        #expect(
            try await plan(MassAct(.giveRole, .lecturer), all, world)
                == ["Вера": .done, "Игорь": .done, "Ольга": .isFamily, "Петя": .isPupil, "Рита": .done, "Зоя": .notHere])
        #expect(
            try await plan(MassAct(.endRole, .subjectTeacher), all, world)
                == ["Вера": .leadsClass, "Игорь": .teaches, "Ольга": .already, "Петя": .already, "Рита": .already, "Зоя": .notHere])
        #expect(
            try await plan(MassAct(.confirm), all, world)
                == ["Вера": .done, "Игорь": .done, "Ольга": .notATeacher, "Петя": .notATeacher, "Рита": .notATeacher, "Зоя": .notHere])
        #expect(try await plan(MassAct(.endSignIns), [people.rita, people.vera], world) == ["Рита": .oneself, "Вера": .already])
        let ids = all.map { "person=\($0.person.number)" }.joined(separator: "&")
        let page = try await world.get("/people/preview?act=giveRole&role=lecturer&\(ids)", as: people.rita)
        #expect(page.status == .ok && page.text.contains("Изменится у 3 из 5") && page.text.contains("это ученик") && !page.text.contains("Зоина"))
        #expect(try await world.count("SELECT COUNT(*) AS n FROM membership WHERE role = 'lecturer'") == 0)
        let nobody = try await world.get("/people/preview?act=giveRole&role=lecturer&who=chosen", as: people.rita)
        #expect(nobody.status == .unprocessableContent && nobody.text.contains("Отметьте хотя бы одного человека") && nobody.text.contains("Петин Петя"))
    }

    @Test("an act is done once however often it is sent, and undone within half an hour", arguments: TestDatabase.available)
    func doAndUndo(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let verb = DoMassAct(
            act: MassAct(.giveRole, .lecturer), people: [people.vera, people.igor, people.petya, people.zoya].map(\.person),
            attempt: try Attempt(sent: "attempt-1"))
        let act = try await world.perform(verb, by: rita)
        #expect(try await world.perform(verb, by: rita) == act)
        let lecturers: SQL = "SELECT COUNT(*) AS n FROM membership WHERE role = 'lecturer' AND until IS NULL"
        #expect(try await world.count(lecturers) == 2)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM mass_act_person") == 3, "of a person of another school nothing is kept")
        #expect(try await world.outcome(UndoMassAct(act: act), by: people.xenia) == .notFound)
        #expect(try await world.outcome(UndoMassAct(act: act), by: rita, at: World.now + 1801) != nil)
        // Somebody has taken Igor's role meanwhile: that stays as it is.
        try await world.perform(EndRole(.lecturer, of: people.igor.person, on: World.today), by: rita)
        try await world.perform(UndoMassAct(act: act), by: rita)
        try await world.perform(UndoMassAct(act: act), by: rita)
        #expect(try await world.count(lecturers) == 0)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM mass_act_person WHERE undone = 1") == 1)
    }

    @Test("roles that were ended come back as they were, and the badge with them", arguments: TestDatabase.available)
    func undoEnding(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let anna = try await world.register("Аннина", "Анна", as: .subjectTeacher)
        try await world.perform(ConfirmTeacher(anna), by: rita)
        let act = try await world.perform(
            DoMassAct(act: MassAct(.endRole, .subjectTeacher), people: [anna], attempt: try Attempt(sent: "attempt-2")), by: rita)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM membership WHERE person_id = \(anna) AND until IS NULL") == 0)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM teacher_badge") == 0)
        try await world.perform(UndoMassAct(act: act), by: rita)
        let since: SQL = "SELECT COUNT(*) AS n FROM membership WHERE person_id = \(anna) AND until IS NULL AND since = \(World.today - 30)"
        #expect(try await world.count(since) == 1)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM teacher_badge") == 1)
        #expect(try await world.found("аннин", by: rita) == ["Аннина Анна"])
    }

    @Test("only who rules over the school’s people acts on many, and nobody gives more than they may", arguments: TestDatabase.available)
    func rights(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        func outcome(_ act: MassAct, _ viewer: Viewer) async throws -> Denial? {
            try await world.outcome(DoMassAct(act: act, people: [people.igor.person], attempt: Attempt()), by: viewer)
        }
        for viewer in [people.vera, people.igor, people.olga, people.petya, world.viewer(people.igor, as: [.deputy])] {
            #expect(try await outcome(MassAct(.endSignIns), viewer) != nil)
        }
        let operatorViewer = world.viewer(people.vera, as: [.operator])
        #expect(try await outcome(MassAct(.giveRole, .substitute), operatorViewer) == nil)
        #expect(try await outcome(MassAct(.giveRole, .administrator), operatorViewer) != nil)
        #expect(try await outcome(MassAct(.confirm), operatorViewer) != nil)
        #expect(throws: Denial.self) { try MassAct(kind: "giveRole", role: "platformOperator") }
        #expect(throws: Denial.self) { try MassAct(kind: "nothing", role: nil) }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM mass_act") == 1)
    }

    @Test("the pages: preview, done, undone; a double click is one act", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        let form = "attempt=double-click&act=confirm&role=&person[]=\(people.vera.person.number)&person[]=\(people.igor.person.number)"
        let first = try await world.post("/people/acts", form, as: rita), second = try await world.post("/people/acts", form, as: rita)
        #expect(first.status == .seeOther && first.location == second.location)
        let place = try #require(first.location)
        let done = try await world.get(place, as: rita)
        #expect(done.text.contains("Сделано") && done.text.contains("Верина Вера"))
        #expect(try await world.get(place, as: people.xenia).status == .notFound)
        for bad in [
            "attempt=double-click-2&act=confirm", "act=confirm&person[]=1", "attempt=12345678&act=no&person[]=1",
            "attempt=12345678&act=giveRole&role=pupil&person[]=1",
        ] {
            #expect(try await world.post("/people/acts", bad, as: rita).status == .unprocessableContent, "\(bad)")
        }
    }
}
