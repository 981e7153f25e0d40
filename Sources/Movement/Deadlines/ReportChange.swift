import Accounts
import Kernel
import School
import Storage

/// A class teacher reports an arrival, a departure or a change; from now on it is the operator's task with a deadline.
public struct ReportChange: Verb {
    public let kind: ChangeReport.Kind
    public let schoolClass: ID<SchoolClass>
    public let pupil: ID<Person>?
    public let note: String
    /// The note has up to 1000 characters. `pupil` is missing for one who is not in the class yet.
    public init(_ kind: ChangeReport.Kind, in schoolClass: ID<SchoolClass>, about pupil: ID<Person>?, note: String) {
        self.kind = kind
        self.schoolClass = schoolClass
        self.pupil = pupil
        self.note = note
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<ChangeReport> {
        let led = try MovementAccess.led(schoolClass, by: viewer, in: tx)
        guard note.count <= 1000 else { throw Denial.invalid(field: "note", .longNote) }
        guard pupil != nil || !note.isEmpty else { throw Denial.invalid(field: "note", .sayWhat) }
        if let pupil {
            let inside = try tx.first("SELECT id FROM enrolment WHERE pupil_id = \(pupil) AND class_id = \(led.id) AND until IS NULL")
            guard inside != nil else { throw Denial.invalid(field: "pupil", .notInClass) }
        }
        let today = viewer.zone.day(of: now)
        let due = try WorkingDays.of(led.school, from: today, tx).last(of: Deadline.report.length(in: led.school, tx), after: today)
        let id: ID<ChangeReport> = try tx.one(
            """
            INSERT INTO change_report (school_id, class_id, kind, pupil_id, note, reported_by, reported_at, due_on, state, answer)
            VALUES (\(led.school), \(led.id), \(kind.rawValue), \(pupil), \(note), \(led.leader), \(now), \(due), 'open', '') RETURNING id
            """
        ).id("id")
        try tx.leave(Trace("movement.report", about: "report:\(id.number)", became: kind.rawValue), by: viewer, at: now)
        try TaskTelling.reported(id, in: led.school, except: led.leader, at: now, tx)
        return id
    }
}

/// The operator has done what was reported, or refuses it with a reason.
public struct CloseReport: Verb {
    public let report: ID<ChangeReport>
    public let isDone: Bool
    public let answer: String
    public init(_ report: ID<ChangeReport>, isDone: Bool, answer: String) {
        self.report = report
        self.isDone = isDone
        self.answer = answer
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard answer.count <= 1000 else { throw Denial.invalid(field: "answer", .longNote) }
        guard isDone || !answer.isEmpty else { throw Denial.invalid(field: "answer", .sayWhy) }
        guard let row = try tx.first("SELECT state, reported_by FROM change_report WHERE id = \(report) AND school_id = \(ruled.id)") else {
            throw Denial.notFound
        }
        guard try row.text("state") == "open" else { throw Denial.conflict(.closedAlready) }
        let by = viewer.person.number == 0 ? nil : viewer.person, state = isDone ? "done" : "refused"
        try tx.rows("UPDATE change_report SET state = \(state), answer = \(answer), closed_by = \(by), closed_at = \(now) WHERE id = \(report)")
        try tx.leave(Trace("movement.report", about: "report:\(report.number)", was: "open", became: state), by: viewer, at: now)
        try TaskTelling.closed(report, in: ruled.id, to: try row.id("reported_by"), at: now, tx)
    }
}
