import Kernel
import School
import TestKit
import Testing

@testable import Journal

@Suite struct MarkTests {
    @Test("only the lesson's teacher puts and takes marks: others are refused, strangers do not learn that it exists", arguments: TestDatabase.available)
    func whoActs(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let put = PutMark(try .init(5), for: world.petya, at: world.mathsNow), remove = RemoveMark(of: world.petya, at: world.mathsNow)
        #expect(try await world.outcome(put, by: people.vera) == nil)
        #expect(try await world.outcome(put, by: people.rita) == .forbidden(.onlyTheTeacherKeeps))
        for stranger in [people.igor, people.petya, people.olga, people.pavel, people.veraAsMother, people.zoya, people.xenia, people.yura] {
            #expect(try await world.outcome(put, by: stranger) == .notFound, "\(stranger.name.full)")
            #expect(try await world.outcome(remove, by: stranger) == .notFound, "\(stranger.name.full)")
        }
        #expect(try await world.outcome(remove, by: people.vera) == nil)
    }

    @Test("a substitute keeps the journal of the lesson they hold, and of no other; the course's teacher may too", arguments: TestDatabase.available)
    func substitute(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.substituteIgor()
        let put = { (value: Int, lesson) in PutMark(try .init(value), for: world.petya, at: lesson) }
        #expect(try await world.outcome(try put(4, world.mathsNow), by: people.igor) == nil)
        #expect(try await world.outcome(try put(4, people.mathsBefore), by: people.igor) == .notFound)
        #expect(try await world.outcome(try put(5, world.mathsNow), by: people.vera) == nil)
    }

    @Test("a mark goes to a pupil of the lesson and to nobody else", arguments: TestDatabase.available)
    func onlyPupilsOfTheLesson(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        // The same for one of another school, and for one who does not exist at all.
        for person in [people.kolya, people.yura, people.vera, people.olga].map(\.person) + [ID(999_999)] {
            #expect(try await world.outcome(PutMark(try .init(5), for: person, at: world.mathsNow), by: people.vera) == .invalid(field: "pupil", .notInLesson))
        }
        #expect(try await world.outcome(PutMark(try .init(5), for: world.petya, at: ID(999_999)), by: people.vera) == .notFound)
    }

    @Test("put twice, a mark is there once and leaves one trace; changed, it leaves another", arguments: TestDatabase.available)
    func idempotent(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        for value in [4, 4, 5] { try await world.perform(PutMark(try .init(value), for: world.petya, at: world.mathsNow), by: vera) }
        for _ in 1...2 { try await world.perform(RemoveMark(of: world.petya, at: world.mathsNow), by: vera) }
        #expect(try await world.traces() == ["journal.mark >4", "journal.mark 4>5", "journal.mark 5>"])
        #expect(try await world.entry(of: world.petya, at: world.mathsNow) == Entry())
    }

    @Test("what is refused or changes nothing is no news", arguments: TestDatabase.available)
    func news(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera, put = PutMark(try .init(4), for: world.petya, at: world.mathsNow)
        #expect(try await world.heard(put, by: vera).count == 1)
        #expect(try await world.heard(put, by: vera).isEmpty)
    }

    @Test("an undo does not wipe out what another has written since, and may be repeated", arguments: TestDatabase.available)
    func undo(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        let (three, four, five) = (try Mark.Value(3), try Mark.Value(4), try Mark.Value(5))
        try await world.perform(PutMark(four, for: world.petya, at: world.mathsNow), by: vera)
        let stale = RemoveMark(of: world.petya, at: world.mathsNow, expecting: .exactly(three))
        #expect(try await world.outcome(stale, by: vera) == .conflict(.changedSince))
        #expect(try await world.outcome(PutMark(three, for: world.petya, at: world.mathsNow, expecting: .exactly(nil)), by: vera) == .conflict(.changedSince))
        let undo = PutMark(five, for: world.petya, at: world.mathsNow, expecting: .exactly(four))
        for _ in 1...2 { #expect(try await world.outcome(undo, by: vera) == nil, "a repeat after a lost answer is no conflict") }
        #expect(try await world.entry(of: world.petya, at: world.mathsNow)?.mark == five)
        for _ in 1...2 { #expect(try await world.outcome(RemoveMark(of: world.petya, at: world.mathsNow, expecting: .exactly(five)), by: vera) == nil) }
    }

    @Test("first-year pupils get no marks; their attendance, topics and homework are recorded", arguments: TestDatabase.available)
    func firstYear(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        let (lesson, pupil) = try await world.firstYear()
        #expect(try await world.outcome(PutMark(try .init(5), for: pupil, at: lesson), by: vera) == .forbidden(.noMarksInFirstYear))
        #expect(try await world.outcome(NoteAttendance(.ill, of: pupil, at: lesson), by: vera) == nil)
        #expect(try await world.outcome(WriteTopic(try .init("Буква А"), at: lesson), by: vera) == nil)
        #expect(try await world.outcome(GiveHomework(try .init("Прочитать"), at: lesson), by: vera) == nil)
    }

    @Test("a lesson of a later day gets no mark yet", arguments: TestDatabase.available)
    func ahead(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera, put = PutMark(try .init(5), for: world.petya, at: world.people.mathsNext)
        #expect(try await world.outcome(put, by: vera) == .invalid(field: "value", .lessonAhead))
        #expect(try await world.outcome(put, by: vera, at: World.now + 2 * 86_400) == nil)
        #expect(try await world.outcome(PutMark(try .init(5), for: world.petya, at: world.people.mathsBefore), by: vera) == nil)
    }

    @Test("a mark is 2, 3, 4 or 5", arguments: [(1, false), (2, true), (5, true), (6, false), (0, false), (-4, false)])
    func scale(_ number: Int, _ isMark: Bool) {
        #expect(((try? Mark.Value(number)) != nil) == isMark)
    }

    @Test("means are counted in whole hundredths and rounded half up", arguments: [(23, 8, 288), (10, 3, 333), (11, 3, 367), (7, 2, 350), (1201, 300, 400)])
    func average(_ sum: Int, _ count: Int, _ hundredths: Int) {
        #expect(Mark.average(sum: sum, count: count) == hundredths)
        #expect(Mark.average(sum: 0, count: 0) == nil)
    }
}
