import Kernel
import School
import Timetable
import WebCore
import Wire

// What programs and page scripts send, as the verbs take it. The pages' routes and the API share it.

extension AbsenceCode: Described {}

extension Absence {
    init(_ code: AbsenceCode) {
        switch code {
        case .absent: self = .absent
        case .ill: self = .ill
        case .excused: self = .excused
        case .late: self = .late
        }
    }
    var code: AbsenceCode {
        switch self {
        case .absent: .absent
        case .ill: .ill
        case .excused: .excused
        case .late: .late
        }
    }
}

extension MarkBody {
    func perform(at lesson: ID<Lesson>, for pupil: ID<Person>, _ site: Site, _ context: SignedIn) async throws -> CellInfo {
        let expected: Expected<Mark.Value> = try expecting.map { .exactly(try $0.value.map { try Mark.Value($0) }) } ?? .anything
        let amendment = try Amendment(reason, StepUp.proof(of: context.visit, at: context.now))
        guard let value else {
            return CellInfo(
                try await site.perform(RemoveMark(of: pupil, at: lesson, expecting: expected, amending: amendment), by: context.viewer, at: context.now))
        }
        let put = PutMark(try Mark.Value(value), for: pupil, at: lesson, expecting: expected, amending: amendment)
        return CellInfo(try await site.perform(put, by: context.viewer, at: context.now))
    }
}

extension AttendanceBody {
    func perform(at lesson: ID<Lesson>, of pupil: ID<Person>, _ site: Site, _ context: SignedIn) async throws -> CellInfo {
        let expected: Expected<Absence> = expecting.map { .exactly($0.code.map { Absence($0) }) } ?? .anything
        let amendment = try Amendment(reason, StepUp.proof(of: context.visit, at: context.now))
        let note = NoteAttendance(code.map { Absence($0) }, of: pupil, at: lesson, expecting: expected, amending: amendment)
        return CellInfo(try await site.perform(note, by: context.viewer, at: context.now))
    }
}

extension TopicBody {
    func perform(at lesson: ID<Lesson>, _ site: Site, _ context: SignedIn) async throws -> TopicInfo {
        let expected: Expected<LessonTopic> = try expecting.map { .exactly(try LessonTopic($0.text ?? "")) } ?? .anything
        let amendment = try Amendment(reason, StepUp.proof(of: context.visit, at: context.now))
        let write = WriteTopic(try LessonTopic(text ?? ""), at: lesson, expecting: expected, amending: amendment)
        return TopicInfo(text: try await site.perform(write, by: context.viewer, at: context.now)?.text)
    }
}

extension HomeworkBody {
    func perform(at lesson: ID<Lesson>, _ site: Site, _ context: SignedIn) async throws -> HomeworkAnswer {
        let expected: Expected<Homework.Text> = try expecting.map { .exactly(try Homework.Text($0.text ?? "")) } ?? .anything
        let give = GiveHomework(try Homework.Text(text ?? ""), at: lesson, expecting: expected)
        let homework = try await site.perform(give, by: context.viewer, at: context.now)
        return HomeworkAnswer(text: homework?.text.text, due: homework?.due)
    }
}

extension CellInfo {
    init(_ entry: Entry) { self.init(mark: entry.mark?.number, absence: entry.absence?.code) }
}
