import Kernel

/// Which days count when something is due in so many working days: Monday to Saturday without the public holidays of article 112 of the
/// Labour Code. Moved days off and a school's own five-day week are not known; a deadline may then end a day early, never late.
enum WorkingDays {
    private static let holidays: Set<[Int]> = Set((1...8).map { [1, $0] } + [[2, 23], [3, 8], [5, 1], [5, 9], [6, 12], [11, 4]])

    static func isWorking(_ day: Day) -> Bool { day.weekday != 7 && !holidays.contains([day.month, day.day]) }

    /// The last day to do what became known on a day: so many working days after it.
    static func last(of count: Int, after day: Day) -> Day {
        var (day, left) = (day, count)
        while left > 0 {
            day = day + 1
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}

/// A calendar month, as the monthly check counts.
struct Month: Hashable, Comparable, Sendable, CustomStringConvertible {
    let index: Int
    init(of day: Day) { index = day.year * 12 + day.month - 1 }
    init(index: Int) { self.index = index }
    /// `2026-11`
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...12).contains(parts[1]) else { return nil }
        index = parts[0] * 12 + parts[1] - 1
    }
    var number: Int { index % 12 + 1 }
    var year: Int { index / 12 }
    var description: String { "\(year)-" + (number < 10 ? "0" : "") + "\(number)" }
    var lastDay: Day? { Day(year: (index + 1) / 12, month: (index + 1) % 12 + 1, day: 1).map { $0 - 1 } }
    static func < (a: Month, b: Month) -> Bool { a.index < b.index }
    static func + (month: Month, count: Int) -> Month { Month(index: month.index + count) }
}
