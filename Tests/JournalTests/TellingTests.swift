import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Notices
import Storage
import TestKit
import Testing
import WebCore

@testable import Journal

@Suite struct TellingTests {
    private func reachable(in world: World) async throws {
        let people = [world.people.petya, world.people.olga, world.people.masha, world.people.pavel, world.people.vera].map(\.person)
        try await world.site.database.write { tx in
            for person in people {
                try tx.rows(
                    "INSERT INTO mail_address (person_id, address, word, asked_at, confirmed_at) VALUES (\(person), 'a@example.org', \("w\(person.number)"), 1, 1)"
                )
            }
            // Olga has asked to hear of marks.
            try tx.rows("INSERT INTO notice_level (person_id, kind, place, level) VALUES (\(world.people.olga.person), 'mark', '', 'digest')")
        }
    }

    /// `mark 5 /diary/3`
    private func waiting(_ world: World) async throws -> Set<String> {
        try await world.site.read { tx in
            Set(try tx.rows("SELECT kind, person_id, place FROM notice").map { "\(try $0.text("kind")) \(try $0.int("person_id")) \(try $0.text("place"))" })
        }
    }

    @Test(
        "a mark is told to those who asked to hear of marks, homework to every household; who opens the diary needs no notice",
        arguments: TestDatabase.available)
    func tells(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, (olga, petya) = (people.olga.person.number, people.petya.person.number)
        try await reachable(in: world)
        try await world.perform(PutMark(try .init(5), for: world.petya, at: world.mathsNow), by: people.vera)
        #expect(try await waiting(world) == ["mark \(olga) /diary/\(petya)"])
        try await world.perform(GiveHomework(try .init("п. 12"), at: world.mathsNow), by: people.vera)
        let households = [people.petya, people.olga, people.masha, people.pavel].map { "lesson \($0.person.number) /diary" }
        #expect(try await waiting(world) == Set(households + ["mark \(olga) /diary/\(petya)"]))
        try await world.browse(as: people.olga) { client in
            try await client.execute(uri: "/diary/\(petya)", method: .get) { #expect($0.status == .ok) }
        }
        #expect(try await waiting(world).filter { $0.contains(" \(olga) ") } == [])
        #expect(try await waiting(world).count == 3)
    }

    @Test("a guardian of several children is led to the diary of the one who has the homework", arguments: TestDatabase.available)
    func severalChildren(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, olga = people.olga
        try await reachable(in: world)
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO guardian (pupil_id, guardian_id, school_id) VALUES (\(people.kolya.person), \(olga.person), \(olga.school))")
        }
        try await world.perform(GiveHomework(try .init("п. 12"), at: world.mathsNow), by: people.vera)
        let told = "lesson \(olga.person.number) /diary/\(people.petya.person.number)?homework=1"
        let own = { @Sendable in try await waiting(world).filter { $0.contains(" \(olga.person.number) ") } }
        #expect(try await own() == [told])
        try await world.browse(as: olga) { client in
            try await client.execute(uri: "/diary/\(people.kolya.person.number)", method: .get) { #expect($0.status == .ok) }
            #expect(try await own() == [told], "the other child's diary says nothing of it")
            try await client.execute(uri: "/diary/\(people.petya.person.number)?homework=1", method: .get) { #expect($0.status == .ok) }
        }
        #expect(try await own() == [])
        #expect(try await waiting(world).filter { $0.hasSuffix(" /diary") }.count == 3, "the others have one diary")
    }

    @Test("that a child is missing today the guardians hear once a day, and not at all if it was a slip", arguments: TestDatabase.available)
    func absence(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, olga = people.olga.person.number
        try await reachable(in: world)
        try await world.perform(NoteAttendance(.absent, of: world.petya, at: world.mathsNow), by: people.vera)
        let told = "absence \(olga) /diary/\(world.petya.number)?week=\(World.today)"
        #expect(try await waiting(world) == [told], "the guardian, and not the pupil")
        try await world.perform(NoteAttendance(.late, of: world.petya, at: world.mathsNow), by: people.vera)
        #expect(try await waiting(world) == [])
        try await world.perform(NoteAttendance(.ill, of: world.masha, at: world.mathsNow), by: people.vera)
        try await world.perform(NoteAttendance(.absent, of: world.petya, at: people.mathsBefore), by: people.vera)
        #expect(try await waiting(world) == [], "neither what is explained nor what is past")
    }
}
