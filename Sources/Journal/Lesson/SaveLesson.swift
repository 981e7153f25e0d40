import Kernel
import Storage
import Timetable

/// The lesson's whole form, as a page without script sends it: only what the teacher has changed on it, and either all of that or nothing.
struct SaveLesson: Verb {
    /// From what the page showed to what was typed there.
    struct Change<Standing: Hashable & Sendable>: Sendable {
        let was: Standing?
        let became: Standing?
    }
    struct MarkChange: Sendable {
        let pupil: ID<Person>
        let change: Change<Mark.Value>
    }
    struct Attendance: Sendable {
        let pupil: ID<Person>
        let code: Absence?
    }

    let lesson: ID<Lesson>
    var topic: Change<LessonTopic>?
    var homework: Change<Homework.Text>?
    var marks: [MarkChange] = []
    var attendance: Attendance?
    var amendment: Amendment?

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        _ = try JournalAccess.kept(lesson, by: viewer, in: tx)
        if let topic {
            try field("topic") {
                _ = try WriteTopic(topic.became, at: lesson, expecting: .exactly(topic.was), amending: amendment).run(by: viewer, at: now, in: tx)
            }
        }
        if let homework {
            try field("homework") { _ = try GiveHomework(homework.became, at: lesson, expecting: .exactly(homework.was)).run(by: viewer, at: now, in: tx) }
        }
        for mark in marks { try field("mark-\(mark.pupil.number)") { try put(mark, viewer, now, tx) } }
        if let attendance {
            try field("mark-\(attendance.pupil.number)") {
                _ = try NoteAttendance(attendance.code, of: attendance.pupil, at: lesson, amending: amendment).run(by: viewer, at: now, in: tx)
            }
        }
    }

    private func put(_ mark: MarkChange, _ viewer: Viewer, _ now: Moment, _ tx: Transaction) throws {
        let expected = Expected.exactly(mark.change.was)
        if let value = mark.change.became {
            _ = try PutMark(value, for: mark.pupil, at: lesson, expecting: expected, amending: amendment).run(by: viewer, at: now, in: tx)
        } else {
            _ = try RemoveMark(of: mark.pupil, at: lesson, expecting: expected, amending: amendment).run(by: viewer, at: now, in: tx)
        }
    }

    /// A refusal says at which field of the form it stands.
    private func field(_ name: String, _ change: () throws -> Void) throws {
        do {
            try change()
        } catch Denial.invalid(_, let reason) {
            throw Denial.invalid(field: name, reason)
        } catch Denial.conflict(let reason) {
            throw Denial.invalid(field: name, reason)
        } catch Denial.forbidden(let reason) {
            throw Denial.invalid(field: name, reason)
        }
    }
}
