import Accounts
import Kernel
import Storage

/// The school sets the hours in which nobody of it is disturbed.
struct SetSchoolHours: Verb {
    let hours: QuietHours

    /// Minutes: a night is at least so long, and a day remains.
    private static let lengths = 6 * 60...18 * 60

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let school = try NoticesAccess.hours(by: viewer)
        guard Self.lengths.contains(hours.length) else { throw Denial.invalid(field: "until", .nightLength) }
        let was = try ChoiceStore.quiet(of: school.id, tx)
        guard was != hours else { return }
        try ChoiceStore.setQuiet(hours, of: school, tx)
        try tx.leave(Trace("notices.hours", about: "school:\(school.id.number)", was: was.short, became: hours.short), by: viewer, at: now)
    }
}

extension QuietHours {
    /// `1260-420 sunday`, minutes since midnight: for the trace.
    fileprivate var short: String { "\(from)-\(until)" + (isSundayQuiet ? " sunday" : "") }
}
