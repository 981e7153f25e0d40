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

@testable import Journal

/// One who led a class, or taught in it, and does no longer.
@Suite struct FormerTeacherTests {
    @Test("who led the class reads what was held until they handed it over, and writes nothing", arguments: TestDatabase.available)
    func formerClassTeacher(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(PutMark(try .init(4), for: world.petya, at: people.mathsBefore), by: people.vera)
        try await handOver(world)
        let igor = try await fresh(people.igor, in: world)
        #expect(!igor.has(.classTeacher), "the role went with the class")
        let journal = try #require(try await read(people.maths, as: igor, world))
        #expect(journal.columns.map(\.id) == [people.mathsBefore] && journal.columns.allSatisfy { !$0.isKept })
        #expect(try journal.entries.contains(Entry(mark: .init(4))))
        #expect(try await world.site.read { tx in try LessonStore.sheet(of: world.mathsNow, seenBy: igor, tx) } == nil, "held after they had left")
        await #expect(throws: Denial.forbidden(.onlyTheTeacherKeeps)) {
            try await world.perform(PutMark(try .init(5), for: world.petya, at: people.mathsBefore), by: igor)
        }
        let heard = try await world.heard(PutMark(try .init(5), for: world.petya, at: people.mathsBefore), by: people.vera)
        #expect(heard.allSatisfy { if case .people(let all) = $0 { !all.contains(igor.person) } else { true } }, "it is not their business any more")
        #expect(try await read(people.history, as: igor, world) == nil, "another school's")
    }

    @Test("the class they led stands among the earlier ones and not among their own", arguments: TestDatabase.available)
    func wayIn(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await handOver(world)
        let igor = try await fresh(people.igor, in: world)
        let index = try await world.site.read { tx in
            try ClassJournalStore.index(for: igor, on: World.today, missingSince: World.today - 14, at: World.now, tx)
        }
        #expect(index.former.map(\.id) == [people.class7.id] && index.led.isEmpty && index.substituted.isEmpty)
        try await world.browse(as: igor) { client in
            for (path, words) in [("/journal", "Прежние классы"), ("/journal?class=\(people.class7.id.number)", "/journal/courses/\(people.maths.number)\"")] {
                try await client.execute(uri: path, method: .get) { #expect($0.status == .ok && String(buffer: $0.body).contains(words)) }
            }
        }
        for viewer in [people.vera, people.rita] {
            let own = try await world.site.read { tx in
                try ClassJournalStore.index(for: viewer, on: World.today, missingSince: World.today - 14, at: World.now, tx)
            }
            #expect(own.former.isEmpty, "\(viewer.name.full)")
        }
    }

    @Test("who taught the course before reads the lessons they held; one who works here no more reads nothing", arguments: TestDatabase.available)
    func formerTeacher(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, igor = people.igor
        let subject = try await world.site.read { tx in try SchoolStore.courses(where: "k.id = \(people.maths)", tx)[0].subjectID(tx) }
        try await world.perform(ChangeCourse(people.maths, subject: subject, group: nil, teacher: igor.person), by: people.rita)
        let veras = try #require(try await read(people.maths, as: people.vera, world))
        #expect(veras.columns.map(\.id).contains(people.mathsBefore))
        try await handOver(world)
        for role in igor.hat.roles { try await world.perform(EndRole(role, of: igor.person, on: World.today - 1), by: people.rita) }
        #expect(try await world.site.read { tx in try AccountsStore.viewer(igor.person, side: .staff, tx) } == nil)
    }

    /// Igor led 7А until yesterday.
    private func handOver(_ world: World) async throws {
        let people = world.people, igor = people.igor.person
        try await world.perform(AppointClassTeacher(igor, of: people.class7.id, since: World.today - 30), by: people.rita)
        try await world.perform(DismissClassTeacher(igor, of: people.class7.id, on: World.today - 1), by: people.rita)
    }

    private func fresh(_ viewer: Viewer, in world: World) async throws -> Viewer {
        try #require(try await world.site.read { tx in try AccountsStore.viewer(viewer.person, side: viewer.side, tx) })
    }

    private func read(_ course: ID<Course>, as viewer: Viewer, _ world: World) async throws -> ClassJournal? {
        try await world.site.read { tx in try ClassJournalStore.journal(of: course, term: nil, today: World.today, seenBy: viewer, tx) }
    }
}

extension Course {
    fileprivate func subjectID(_ tx: Transaction) throws -> ID<Subject> { try tx.one("SELECT subject_id FROM course WHERE id = \(id)").id("subject_id") }
}
