import Kernel
import School
import TestKit
import Testing
import Timetable
import WebCore

@testable import Journal

/// A lesson's journal as simple as can be, to compare the real one with.
private struct LessonModel {
    var marks: [ID<Person>: Int] = [:]
    var absences: [ID<Person>: Absence] = [:]
    var topic: String?
    var homework: String?
    var traces = 0

    enum Step: CustomStringConvertible {
        case mark(ID<Person>, Int?, expecting: Int??)
        case absence(ID<Person>, Absence?)
        case topic(String?)
        case homework(String?)

        var description: String {
            switch self {
            case .mark(let pupil, let value, let expecting): "mark \(pupil.number) \(String(describing: value)) expecting \(String(describing: expecting))"
            case .absence(let pupil, let code): "absence \(pupil.number) \(String(describing: code))"
            case .topic(let text): "topic \(text ?? "")"
            case .homework(let text): "homework \(text ?? "")"
            }
        }
    }

    /// Whether the step is done; if not, nothing has changed.
    mutating func take(_ step: Step) -> Bool {
        switch step {
        case .mark(let pupil, let value, let expecting):
            if marks[pupil] == value { return true }
            if value != nil, absences[pupil]?.isAway == true { return false }
            if let expecting, expecting != marks[pupil] { return false }
            marks[pupil] = value
        case .absence(let pupil, let code):
            if absences[pupil] == code { return true }
            if code?.isAway == true, marks[pupil] != nil { return false }
            absences[pupil] = code
        case .topic(let text):
            if topic == text { return true }
            topic = text
        case .homework(let text):
            if homework == text { return true }
            homework = text
        }
        traces += 1
        return true
    }
}

@Suite struct JournalModelTests {
    @Test("whatever a teacher does in whatever order, the journal holds what a simple model holds", arguments: TestDatabase.available, [1, 2, 3] as [UInt64])
    func sequences(_ kind: TestDatabase, _ seed: UInt64) async throws {
        let world = try await World.open(kind), lesson = world.mathsNow, vera = world.people.vera
        var random = Dice(seed), model = LessonModel()
        for number in 0..<120 {
            let step = self.step([world.petya, world.masha], &random)
            let isDone = try await perform(step, in: world)
            #expect(isDone == model.take(step), "step \(number) of seed \(seed): \(step)")
        }
        let sheet = try #require(try await world.site.read { tx in try LessonStore.sheet(of: lesson, seenBy: vera, tx) })
        #expect(sheet.record.topic?.text == model.topic && sheet.record.homework?.text.text == model.homework)
        for line in sheet.roster {
            #expect(line.entry == Entry(mark: try model.marks[line.pupil.id].map { try Mark.Value($0) }, absence: model.absences[line.pupil.id]))
        }
        #expect(try await world.traces().count == model.traces)
    }

    private func step(_ pupils: [ID<Person>], _ random: inout Dice) -> LessonModel.Step {
        let pupil = pupils.randomElement(using: &random)!, mark = [nil, 2, 3, 4, 5].randomElement(using: &random)!
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2: return .mark(pupil, mark, expecting: .none)
        case 3: return .mark(pupil, mark, expecting: .some([nil, 2, 3, 4, 5].randomElement(using: &random)!))
        case 4, 5: return .absence(pupil, (Absence.allCases.map { $0 } + [nil]).randomElement(using: &random)!)
        case 6: return .topic([nil, "Дроби", "Степени"].randomElement(using: &random)!)
        default: return .homework([nil, "№ 1", "№ 2"].randomElement(using: &random)!)
        }
    }

    private func perform(_ step: LessonModel.Step, in world: World) async throws -> Bool {
        let (lesson, vera) = (world.mathsNow, world.people.vera)
        switch step {
        case .mark(let pupil, let value, let expecting):
            let expected: Expected<Mark.Value> = try expecting.map { .exactly(try $0.map { try Mark.Value($0) }) } ?? .anything
            guard let value else { return try await world.outcome(RemoveMark(of: pupil, at: lesson, expecting: expected), by: vera) == nil }
            return try await world.outcome(PutMark(try .init(value), for: pupil, at: lesson, expecting: expected), by: vera) == nil
        case .absence(let pupil, let code): return try await world.outcome(NoteAttendance(code, of: pupil, at: lesson), by: vera) == nil
        case .topic(let text): return try await world.outcome(WriteTopic(try LessonTopic(text ?? ""), at: lesson), by: vera) == nil
        case .homework(let text): return try await world.outcome(GiveHomework(try Homework.Text(text ?? ""), at: lesson), by: vera) == nil
        }
    }
}
