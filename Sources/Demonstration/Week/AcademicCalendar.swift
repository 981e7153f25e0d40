import Kernel

/// The academic year around a day: four quarters with the country's usual holidays. Where the day lies between two quarters or
/// after the last, the quarter before it is drawn out to hold the day: a demonstration must have lessons now.
struct AcademicCalendar: Sendable {
    let name: String
    let days: ClosedRange<Day>
    let quarters: [ClosedRange<Day>]
    /// Place of the quarter that holds today.
    let current: Int
    /// Days without lessons within `dated`.
    let free: Set<Day>
    let today: Day

    init(around today: Day) {
        let first = today.month >= 9 ? today.year : today.year - 1
        let usual = Self.quarters(from: first)
        let current = usual.lastIndex { $0.lowerBound <= today } ?? 0
        let stretched = usual[current].lowerBound...max(usual[current].upperBound, today)
        var quarters = usual
        quarters[current] = stretched
        self.today = today
        self.current = current
        self.quarters = quarters
        name = "\(first)/\((first + 1) % 100)"
        days = usual[0].lowerBound...max(Self.day(first + 1, 5, 31), stretched.upperBound)
        free = Self.free(usual, quarters, current, today, first)
    }

    /// The days that get lessons: the quarter before this one, if there is one, and this one.
    var dated: ClosedRange<Day> { quarters[max(0, current - 1)].lowerBound...quarters[current].upperBound }
    /// How much of the year's lessons has passed on a day: 0…1.
    func share(of day: Day) -> Double { min(1, max(0, Double(day - days.lowerBound) / 268)) }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year: year, month: month, day: day) ?? Day(number: 0) }
    private static func mondayFrom(_ day: Day) -> Day { day.weekday == 1 ? day : day.monday + 7 }

    private static func quarters(from first: Int) -> [ClosedRange<Day>] {
        let autumn = mondayFrom(day(first, 10, 24)), winter = mondayFrom(day(first + 1, 1, 9)), spring = mondayFrom(day(first + 1, 3, 24))
        return [
            day(first, 9, 1)...(autumn - 1), (autumn + 7)...day(first, 12, 30), winter...(spring - 1), (spring + 7)...day(first + 1, 5, 26),
        ]
    }

    private static func free(_ usual: [ClosedRange<Day>], _ quarters: [ClosedRange<Day>], _ current: Int, _ today: Day, _ first: Int) -> Set<Day> {
        var free: Set<Day> = [
            day(first, 11, 4), day(first + 1, 1, 1), day(first + 1, 1, 2), day(first + 1, 1, 7), day(first + 1, 2, 23), day(first + 1, 3, 8),
            day(first + 1, 5, 1), day(first + 1, 5, 9), day(first + 1, 6, 12),
        ]
        if current > 0 { free.formUnion(between(usual[current - 1].upperBound + 1, usual[current].lowerBound)) }
        // Of a long summer only the last two weeks are taught.
        free.formUnion(between(usual[current].upperBound + 1, (today - 13).monday))
        return free.subtracting([today])
    }

    /// Days from the first up to, not with, the last; none where the first comes later.
    private static func between(_ first: Day, _ last: Day) -> [Day] { first < last ? (first.number..<last.number).map { Day(number: $0) } : [] }
}
