import Kernel
import School

/// A class teacher's word to the operator that somebody has come, gone or changed (REQUIREMENTS A32, A33).
public struct ChangeReport: Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable { case arrived, left, changed }
    public enum State: String, Sendable, CaseIterable, Codable { case open, done, refused }
    public let id: ID<ChangeReport>
    public let kind: Kind
    public let schoolClass: SchoolClass
    public let pupil: Pupil?
    public let note: String
    public let reporter: PersonName
    public let at: Moment
    /// The last day to do it.
    public let due: Day
    public let state: State
    /// Why it was refused, or a word to what was done.
    public let answer: String
    public func isOverdue(on today: Day) -> Bool { state == .open && due < today }
}

/// How a class stands with the monthly check of its data.
struct CheckState: Sendable {
    enum State: Hashable, Sendable {
        case done
        /// Wanted by this day.
        case due(Day)
        case overdue
    }
    let schoolClass: SchoolClass
    let leaders: [PersonName]
    let lastMonth: Month?
    let state: State

    /// Counted from the last check, or from the month in which the year began.
    static func state(last: Month?, yearBegan: Day, every months: Int, today: Day) -> State {
        let dueMonth = last.map { $0 + months } ?? Month(of: yearBegan) + (months - 1), now = Month(of: today)
        if now < dueMonth { return .done }
        return now == dueMonth ? .due(dueMonth.lastDay ?? today) : .overdue
    }
}
