import Kernel
import Markup
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Movement

@Suite struct DueCheckTests {
    /// Who is told of what, with how often: `2 /tasks ×1`. What was told is forgotten, as if it had been seen.
    private func told(_ world: World, on day: Day) async throws -> [String] {
        let noon = Zone.moscow.moment(day, minute: 12 * 60)
        // Two nodes look at once.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...2 { group.addTask { try await DueChecks(site: world.site, now: noon).run() } }
            try await group.waitForAll()
        }
        return try await world.site.database.write { tx in
            try tx.rows("DELETE FROM notice WHERE kind = 'task' RETURNING person_id, place, count").map {
                "\(try $0.int("person_id")) \(try $0.text("place")) ×\(try $0.int("count"))"
            }.sorted()
        }
    }

    private func reachable(in world: World) async throws {
        try await world.site.database.write { tx in
            for person in world.people.all.map(\.person) {
                try tx.rows(
                    """
                    INSERT INTO mail_address (person_id, address, word, asked_at, confirmed_at) VALUES (\(person), 'a@example.org', \("w\(person.number)"), 1, 1)
                    ON CONFLICT (person_id) DO NOTHING
                    """)
            }
        }
    }

    @Test(
        "a class's teachers hear once in half a month of a check that is overdue or wanted by its end, and not of one that is done",
        arguments: TestDatabase.available)
    func tells(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, vera = people.vera.person.number
        try await reachable(in: world)
        let tasks = "\(vera) \(Link.tasks.text) ×1", own = { (told: [String]) in told.filter { $0.hasPrefix("\(vera) ") } }
        let november = Month(of: World.today), early = try #require(Day("\(november)-10")), late = try #require(Day("\(november)-20"))
        #expect(try await own(told(world, on: early)) == [tasks], "nothing was checked since the year began")
        #expect(try await told(world, on: early + 1) == [], "once, whoever of two nodes is first")
        #expect(try await own(told(world, on: late)) == [tasks], "still overdue")
        try await world.perform(ConfirmData(of: people.class7.id), by: people.vera, at: Zone.moscow.moment(late, minute: 800))
        let next = november + 1
        #expect(try await own(told(world, on: try #require(Day("\(next)-05")))) == [], "due by the month's end, not pressing yet")
        #expect(try await own(told(world, on: try #require(Day("\(next)-20")))) == [tasks])
        try await world.perform(ConfirmData(of: people.class7.id), by: people.vera, at: Zone.moscow.moment(try #require(Day("\(next)-20")), minute: 800))
        #expect(try await own(told(world, on: try #require(Day("\(next)-28")))) == [], "done")
    }

    @Test("only a class's own teachers are told, each of theirs", arguments: TestDatabase.available)
    func toWhom(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind),
            teachers = try await world.site.read { tx in
                Set(try tx.rows("SELECT DISTINCT teacher_id FROM class_teacher WHERE until IS NULL").map { "\(try $0.int("teacher_id"))" })
            }
        try await reachable(in: world)
        let people = try await told(world, on: World.today).map { String($0.split(separator: " ")[0]) }
        #expect(Set(people) == teachers && people.count == teachers.count)
    }
}
