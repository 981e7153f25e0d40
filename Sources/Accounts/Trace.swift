import Kernel
import Storage

/// What was changed, by whom, from what to what. Written in the same transaction as the change; never altered afterwards.
public struct Trace: Sendable {
    /// The kind of change: `journal.mark`, `accounts.role`.
    public let what: String
    /// What it was done to: `lesson:7/pupil:31`.
    public let about: String
    public let was: String?
    public let became: String?

    public init(_ what: String, about: String, was: String? = nil, became: String? = nil) {
        self.what = what
        self.about = about
        self.was = was
        self.became = became
    }
}

extension Transaction {
    /// Writes the trace of a change in the viewer's school.
    public func leave(_ trace: Trace, by viewer: Viewer, at now: Moment) throws {
        try leave(trace, in: viewer.school, by: viewer.person.number == 0 ? nil : viewer.person, at: now)
    }

    /// Several at once, by one statement: a crowd's, where each alone would take as long as the change itself.
    public func leave(_ traces: [Trace], in school: ID<School>, by person: ID<Person>?, at now: Moment) throws {
        guard !traces.isEmpty else { return }
        let written = traces.map { trace -> SQL in "(\(school), \(now), \(person), \(trace.what), \(trace.about), \(trace.was), \(trace.became))" }
        try rows("INSERT INTO trace (school_id, at, by_id, what, about, was, became) VALUES \(rows: written)")
    }

    /// `person` is missing where nobody is signed in yet, or at the command line.
    public func leave(_ trace: Trace, in school: ID<School>, by person: ID<Person>?, at now: Moment) throws {
        try rows(
            """
            INSERT INTO trace (school_id, at, by_id, what, about, was, became)
            VALUES (\(school), \(now), \(person), \(trace.what), \(trace.about), \(trace.was), \(trace.became))
            """)
    }
}
