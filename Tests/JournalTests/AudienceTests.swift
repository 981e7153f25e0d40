import Accounts
import Kernel
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

/// Those who hear of a change are those who see it, but for the heads, who read on opening a page (`JournalAccess`).
@Suite struct AudienceTests {
    @Test("who sees a pupil's line hears of it: the household and the teachers; nobody else", arguments: TestDatabase.available)
    func line(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        try await world.substituteIgor()
        let expected = try await seeing(world.petya, at: world.mathsNow, in: world)
        #expect(expected == Set([world.people.vera, world.people.igor, world.people.petya, world.people.olga].map(\.person)))
        let verbs: [any Verb] = [
            PutMark(try .init(5), for: world.petya, at: world.mathsNow), RemoveMark(of: world.petya, at: world.mathsNow),
            NoteAttendance(.late, of: world.petya, at: world.mathsNow),
        ]
        for verb in verbs { #expect(try await heard(verb, by: vera, in: world) == [.people(expected)]) }
    }

    @Test("who sees a lesson's topic and homework hears of them: the class with its families, and the teachers", arguments: TestDatabase.available)
    func lesson(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        try await world.substituteIgor()
        let (petyas, mashas) = (try await seeing(world.petya, at: world.mathsNow, in: world), try await seeing(world.masha, at: world.mathsNow, in: world))
        let expected = petyas.union(mashas)
        #expect(expected.contains(world.people.pavel.person) && !expected.contains(world.people.kolya.person))
        for verb in [WriteTopic(try .init("Дроби"), at: world.mathsNow), GiveHomework(try .init("№ 5"), at: world.mathsNow)] as [any Verb] {
            #expect(try await heard(verb, by: vera, in: world) == [.people(expected)])
        }
    }

    @Test("a class teacher who does not teach the lesson sees and hears; so a head sees and does not hear", arguments: TestDatabase.available)
    func classTeacher(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(AppointClassTeacher(people.igor.person, of: people.class7.id, since: World.today), by: people.rita)
        let expected = try await seeing(world.petya, at: world.mathsNow, in: world)
        #expect(expected.contains(people.igor.person) && !expected.contains(people.rita.person))
        #expect(try await heard(PutMark(try .init(3), for: world.petya, at: world.mathsNow), by: people.vera, in: world) == [.people(expected)])
        let (rita, lesson) = (people.rita, world.mathsNow)
        #expect(try await world.site.read { tx in try LessonStore.sheet(of: lesson, seenBy: rita, tx) } != nil)
    }

    @Test("over the live line an open diary hears of its own pupil's mark, and of no other's; nothing of the mark itself is told")
    func live() async throws {
        let world = try await World.open(.sqlite), people = world.people
        try await world.serve { port in
            let heard = try await Page.open(people.olga, of: world, port: port) { heard in
                try await world.perform(PutMark(try .init(2), for: world.masha, at: world.mathsNow), by: people.vera)
                try await world.perform(PutMark(try .init(5), for: world.petya, at: world.mathsNow), by: people.vera)
                return try await heard.next()
            }
            let words = try #require(heard ?? nil)
            #expect(words.contains("journal.mark-changed") && words.contains("/journal/lessons/\(world.mathsNow.number)/pupils/\(world.petya.number)"))
            #expect(!words.contains("payload"))
        }
    }

    private func heard(_ verb: any Verb, by viewer: Viewer, in world: World) async throws -> [LiveEvent.Audience] { try await world.heard(verb, by: viewer) }

    /// Everyone in the world for whom, from any of their sides, a query of the journal or the diary gives the pupil's line; heads by office aside.
    private func seeing(_ pupil: ID<Person>, at lesson: ID<Lesson>, in world: World) async throws -> Set<ID<Person>> {
        let all = world.people.all
        return try await world.site.read { tx in
            Set(
                try all.filter { stored in
                    // As the database has them now: a test may have given them a role.
                    guard let viewer = try AccountsStore.viewer(stored.person, side: stored.side, tx) else { return false }
                    if viewer.side == .staff {
                        let sheet = try LessonStore.sheet(of: lesson, seenBy: viewer, tx)
                        return !viewer.hasAny(of: Role.heads) && sheet?.roster.contains { $0.pupil.id == pupil } == true
                    }
                    let week = try DiaryStore.week(of: pupil, from: World.today.monday, seenBy: viewer, tx)
                    return week?.lines.contains { $0.lesson.id == lesson } == true
                }.map(\.person))
        }
    }
}
