import Kernel
import Timetable
import WebCore

extension SaveLesson {
    /// The changes of a form: what differs between what the page showed (`was-…`) and what was typed.
    /// - Throws: `Denial.invalid` with the name of the form's field.
    init(_ lesson: ID<Lesson>, _ fields: [String: String], _ proof: FreshProof?) throws {
        self.init(lesson: lesson)
        amendment = try Amendment(fields["reason"], proof)
        if let typed = fields["topic"] { topic = try Self.change(fields["was-topic"], typed) { try LessonTopic($0) } }
        if let typed = fields["homework"] { homework = try Self.change(fields["was-homework"], typed) { try Homework.Text($0) } }
        marks = try Self.marks(fields)
        attendance = try fields["attendance"].map(Self.attendance)
    }

    private static func change<Standing>(_ was: String?, _ typed: String, _ read: (String) throws -> Standing?) throws -> Change<Standing>? {
        let change = Change(was: try read(was ?? ""), became: try read(typed))
        return change.was == change.became ? nil : change
    }

    private static func marks(_ fields: [String: String]) throws -> [MarkChange] {
        var seen: [Int64: String] = [:]
        for pair in (fields["was-marks"] ?? "").split(separator: " ") {
            let parts = pair.split(separator: ":")
            if parts.count == 2, let pupil = Int64(parts[0]) { seen[pupil] = String(parts[1]) }
        }
        return try fields.sorted { $0.key < $1.key }.compactMap { name, typed in
            guard name.hasPrefix("mark-"), let pupil = Int64(name.dropFirst(5)) else { return nil }
            return try change(seen[pupil], typed) { try mark($0, in: name) }.map { MarkChange(pupil: ID(pupil), change: $0) }
        }
    }

    private static func mark(_ typed: String, in field: String) throws -> Mark.Value? {
        let digits = typed.filter { !$0.isWhitespace }
        guard !digits.isEmpty else { return nil }
        guard let number = Int(digits), let value = try? Mark.Value(number) else { throw Denial.invalid(field: field, .markOffTheScale) }
        return value
    }

    /// `31:absent`, or `31:` to take the note back.
    private static func attendance(_ pressed: String) throws -> Attendance {
        let parts = pressed.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let pupil = Int64(parts[0]), parts[1].isEmpty || Absence(rawValue: String(parts[1])) != nil else { throw Denial.notFound }
        return Attendance(pupil: ID(pupil), code: Absence(rawValue: String(parts[1])))
    }
}
