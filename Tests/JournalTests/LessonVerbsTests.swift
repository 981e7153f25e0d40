import Kernel
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

@Suite struct LessonVerbsTests {
    @Test("who was away has no mark, who has a mark was not away; late is no obstacle", arguments: TestDatabase.available)
    func awayAndMarks(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera, five = try Mark.Value(5)
        let note = { (code: Absence?) in NoteAttendance(code, of: world.petya, at: world.mathsNow) }
        for code in Absence.allCases.filter(\.isAway) {
            #expect(try await world.outcome(note(code), by: vera) == nil)
            #expect(try await world.outcome(PutMark(five, for: world.petya, at: world.mathsNow), by: vera) == .invalid(field: "value", .awayGetsNoMark))
        }
        #expect(try await world.outcome(note(.late), by: vera) == nil)
        #expect(try await world.outcome(PutMark(five, for: world.petya, at: world.mathsNow), by: vera) == nil)
        for code in Absence.allCases.filter(\.isAway) { #expect(try await world.outcome(note(code), by: vera) == .invalid(field: "code", .markedWasThere)) }
        #expect(try await world.outcome(note(nil), by: vera) == nil)
        #expect(try await world.entry(of: world.petya, at: world.mathsNow) == Entry(mark: five))
    }

    @Test("a note of attendance is set, changed and taken back, each with its trace", arguments: TestDatabase.available)
    func attendance(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        for code in [.absent, .absent, .ill, nil, nil] as [Absence?] {
            try await world.perform(NoteAttendance(code, of: world.petya, at: world.mathsNow), by: vera)
        }
        #expect(try await world.traces() == ["journal.attendance >absent", "journal.attendance absent>ill", "journal.attendance ill>"])
        let stale = NoteAttendance(.late, of: world.petya, at: world.mathsNow, expecting: .exactly(.ill))
        #expect(try await world.outcome(stale, by: vera) == .conflict(.changedSince))
    }

    @Test("attendance, topics and homework are the teacher's to write", arguments: TestDatabase.available)
    func whoActs(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, lesson = world.mathsNow
        let topic = WriteTopic(try .init("Дроби"), at: lesson), homework = GiveHomework(try .init("№ 5"), at: lesson)
        let note = NoteAttendance(.absent, of: world.petya, at: lesson)
        for (viewer, denial) in [
            (people.vera, nil), (people.rita, .forbidden(.onlyTheTeacherKeeps)), (people.igor, .notFound), (people.olga, .notFound), (people.zoya, .notFound),
        ]
            as [(Viewer, Denial?)]
        {
            #expect(try await world.outcome(topic, by: viewer) == denial)
            #expect(try await world.outcome(homework, by: viewer) == denial)
            #expect(try await world.outcome(note, by: viewer) == denial)
        }
    }

    @Test("homework is for the course's next lesson; without one it stays under its own", arguments: TestDatabase.available)
    func due(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera, text = try Homework.Text("Упр. 208\r\nвыучить правило")
        #expect(try await world.perform(GiveHomework(text, at: world.mathsNow), by: vera)?.due == World.today + 2)
        let last = try await world.perform(GiveHomework(text, at: world.people.mathsNext), by: vera)
        #expect(last == Homework(text: text!, due: nil) && text?.text == "Упр. 208\nвыучить правило")
        #expect(try await world.perform(GiveHomework(nil, at: world.mathsNow), by: vera) == nil)
        #expect(try await world.outcome(GiveHomework(text, at: world.mathsNow, expecting: .exactly(text)), by: vera) == .conflict(.changedSince))
    }

    @Test("a topic is one line, without what no page shows, and not too long")
    func texts() throws {
        #expect(try LessonTopic("  Дроби,\n их\u{0} сложение ")?.text == "Дроби, их сложение")
        #expect(try LessonTopic(" \r\n\t") == nil && Homework.Text("\u{7}\n ") == nil)
        #expect(throws: Denial.invalid(field: "topic", .topicTooLong)) { try LessonTopic(String(repeating: "ж", count: 501)) }
        #expect(throws: Denial.invalid(field: "homework", .homeworkTooLong)) { try Homework.Text(String(repeating: "ж", count: 4001)) }
        #expect(try LessonTopic(String(repeating: "ж", count: 500)) != nil)
    }

    @Test("text comes back as it was written, whatever is in it", arguments: TestDatabase.available)
    func hostileText(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera, hostile = "'; DROP TABLE mark; -- <b>Ёж</b> \\ % 🦔"
        try await world.perform(WriteTopic(try .init(hostile), at: world.mathsNow), by: vera)
        try await world.perform(GiveHomework(try .init(hostile), at: world.mathsNow), by: vera)
        let lesson = world.mathsNow
        let record = try await world.site.read { tx in try LessonStore.record(of: lesson, tx) }
        #expect(record.topic?.text == hostile && record.homework?.text.text == hostile)
    }

    @Test("two who write into one cell at once leave what one of them wrote, and never a mark for one who was away", arguments: TestDatabase.available)
    func concurrency(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        for round in 0..<20 {
            try await world.perform(NoteAttendance(nil, of: world.petya, at: world.mathsNow), by: vera)
            try await world.perform(RemoveMark(of: world.petya, at: world.mathsNow), by: vera)
            let put = PutMark(try .init(2 + round % 4), for: world.petya, at: world.mathsNow),
                note = NoteAttendance(.absent, of: world.petya, at: world.mathsNow)
            async let first = world.outcome(put, by: vera)
            async let second = world.outcome(note, by: vera)
            let refusals = [try await first, try await second].compactMap { $0 }
            #expect(refusals.count == 1)
            let entry = try await world.entry(of: world.petya, at: world.mathsNow)
            #expect((entry?.mark == nil) != (entry?.absence == nil))
        }
    }

    @Test("of many changes to one cell at once each leaves one trace, and they follow one another without a gap", arguments: TestDatabase.available)
    func chain(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), vera = world.people.vera
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask { try await world.perform(PutMark(try .init(2 + number % 4), for: world.petya, at: world.mathsNow), by: vera) }
            }
            try await group.waitForAll()
        }
        let steps = try await world.traces().map { $0.dropFirst("journal.mark ".count).split(separator: ">", omittingEmptySubsequences: false) }
        #expect(steps.first?[0] == "" && zip(steps, steps.dropFirst()).allSatisfy { $0[1] == $1[0] })
        #expect(try await world.entry(of: world.petya, at: world.mathsNow)?.mark.map { "\($0.number)" } == steps.last.map { String($0[1]) })
    }
}
