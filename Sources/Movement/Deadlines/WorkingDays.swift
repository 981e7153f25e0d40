import Kernel
import Storage

/// Which days count when something is due in so many working days: Monday to Saturday, or to Friday, without the public holidays of
/// article 112 of the Labour Code; above all what the school has written down of days that were moved (REQUIREMENTS A32).
struct WorkingDays: Sendable {
    /// 5 or 6.
    var week = Deadline.workingWeek.byDefault
    /// Working or not, by decree.
    var moved: [Day: Bool] = [:]

    private static let holidays: Set<[Int]> = Set((1...8).map { [1, $0] } + [[2, 23], [3, 8], [5, 1], [5, 9], [6, 12], [11, 4]])

    func isWorking(_ day: Day) -> Bool { moved[day] ?? (day.weekday <= week && !Self.holidays.contains([day.month, day.day])) }

    /// The school's own, for deadlines that begin on a day.
    static func of(_ school: ID<School>, from day: Day, _ tx: Transaction) throws -> WorkingDays {
        let moved = try MovedDay.all(in: school, since: day, tx).map { ($0.day, $0.isWorking) }
        return WorkingDays(week: try Deadline.workingWeek.length(in: school, tx), moved: Dictionary(uniqueKeysWithValues: moved))
    }

    /// The last day to do what became known on a day: so many working days after it.
    func last(of count: Int, after day: Day) -> Day {
        var (day, left) = (day, count)
        // A school that makes every day of a year free gets a date all the same.
        let end = day + 400
        while left > 0, day < end {
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
