import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Markup
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Invitations

@Suite struct ReminderTests {
    private func classes(of viewer: Viewer, in world: World) async throws -> [RemindedClass] {
        try await world.site.read { tx in try ReminderStore.classes(ledBy: viewer, on: World.today, tx) }
    }
    private func children(of viewer: Viewer, in world: World) async throws -> [RemindedChild] {
        try await world.site.read { tx in try ReminderStore.children(of: viewer, on: World.today, tx) }
    }

    @Test("one press makes a task for the class teacher and a word to guardians, not oftener than every three days", arguments: TestDatabase.available)
    func reminding(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, remind = RemindClass(people.class7.id), day = 24 * 3600
        #expect(try await children(of: people.olga, in: world).isEmpty)
        #expect(try await world.perform(remind, by: people.rita) == 4)
        for later in 0...2 {
            #expect(try await world.outcome(remind, by: people.vera, at: World.now + later * day) == .conflict(.remindedLately), "\(later)")
        }
        let task = try await classes(of: people.vera, in: world), mother = try await children(of: people.olga, in: world)
        #expect(task.map(\.absent) == [4] && task.map(\.due) == [World.today + 7])
        #expect(mother.map(\.pupil.id) == [people.petya.person] && mother.allSatisfy { $0.isChildAbsent && !$0.isGuardianAbsent }, "she is the only guardian")
        #expect(try await classes(of: people.igor, in: world).isEmpty)
        #expect(try await children(of: people.veraAsMother, in: world).isEmpty, "the class of her son was not reminded")
        #expect(try await world.count("SELECT COUNT(*) AS n FROM trace WHERE what = 'invitations.reminder'") == 1)
        #expect(try await world.perform(remind, by: people.vera, at: World.now + 3 * day) == 4, "three days later again")
    }

    @Test("a guardian learns that another has not come, and no name", arguments: TestDatabase.available)
    func otherGuardian(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let name = PersonName(family: "Тайный", given: "Тихон")
        let father = try await world.perform(RegisterPerson(name, as: .guardian, since: World.today), by: people.rita)
        try await world.perform(LinkGuardian(father, to: people.petya.person), by: people.rita)
        try await world.perform(RemindClass(people.class7.id), by: people.vera)
        let mother = try await children(of: people.olga, in: world)
        #expect(mother.map(\.isGuardianAbsent) == [true])
        let page = ReminderViews(reader: Reader(language: .ru, viewer: people.olga, formToken: "", path: "/", assets: "", now: World.now)).today(mother).text
        #expect(page.contains("другой представитель") && !page.contains("Тайный"))
    }

    @Test("those who give a class its codes remind it; for others there is no such class", arguments: TestDatabase.available)
    func strangers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for viewer in [people.igor, people.veraAsMother, people.olga, people.petya, people.zoya, people.xenia] {
            #expect(try await world.outcome(RemindClass(people.class7.id), by: viewer) == .notFound, "\(viewer.name.full)")
        }
        #expect(try await world.outcome(RemindClass(people.class8.id), by: people.vera) == .notFound)
    }

    @Test("a slip names who has not come and the slip they were given, never a code", arguments: TestDatabase.available)
    func slips(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes(by: people.vera)
        let page = try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/codes/classes/\(people.class7.id.number)/reminders", method: .get) { String(buffer: $0.body) }
        }
        for code in codes {
            #expect(page.contains("полоска с кодом № \(code.invitation.id.number)") && !page.contains(code.code.grouped))
        }
        #expect(page.contains("Петина Ольга"))
    }
}
