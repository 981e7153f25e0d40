import Accounts
import Kernel
import Storage

/// A day of which a decree or the school's own order says whether one works (REQUIREMENTS A32; Labour Code, article 112).
public struct MovedDay: Hashable, Sendable {
    public let day: Day
    public let isWorking: Bool
    /// By what it was moved, in the school's words.
    public let note: String

    static func all(in school: ID<School>, since day: Day, _ tx: Transaction) throws -> [MovedDay] {
        try tx.rows("SELECT day, is_working, note FROM moved_day WHERE school_id = \(school) AND day >= \(day) ORDER BY day").map {
            MovedDay(day: try $0.day("day"), isWorking: try $0.bool("is_working"), note: try $0.text("note"))
        }
    }
}

/// The school says what a day is, or, with `nil`, leaves it to the calendar again. Deadlines that are running already stay.
public struct MoveDay: Verb {
    public let day: Day
    public let isWorking: Bool?
    public let note: String
    /// The note has up to 200 characters.
    public init(_ day: Day, isWorking: Bool?, note: String = "") {
        self.day = day
        self.isWorking = isWorking
        self.note = note
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard note.count <= 200 else { throw Denial.invalid(field: "note", .longPlace) }
        if let isWorking {
            try tx.rows(
                """
                INSERT INTO moved_day (school_id, day, is_working, note) VALUES (\(ruled.id), \(day), \(isWorking), \(note))
                ON CONFLICT (school_id, day) DO UPDATE SET is_working = excluded.is_working, note = excluded.note
                """)
        } else {
            try tx.rows("DELETE FROM moved_day WHERE school_id = \(ruled.id) AND day = \(day)")
        }
        let became = isWorking.map { $0 ? "working" : "free" }
        try tx.leave(Trace("movement.moved-day", about: "day:\(day)", became: became), by: viewer, at: now)
    }
}
