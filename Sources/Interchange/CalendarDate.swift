/// A day of the calendar as it is written in a register, in no time zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int, month: Int, day: Int

    /// Nil if the calendar has no such day, or the year cannot be meant.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2100).contains(year), (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2026-09-01`, `20260901`, `2026/09/01`, `01.09.2026` and a date with a time, of which the date counts as it is written.
    ///
    /// `d/m/yyyy` is read only where it can be nothing else: 15/06/2023 and 5/5/2023, but not 1/05/2023. The American order never is.
    public init(reading text: String) throws(RowFlaw) {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "T" || $0 == " " }
        guard let date = parts.first, parts.count == 1 || Self.isTime(parts[1]) else { throw .invalidDate }
        let (numbers, mark) = try Self.split(date)
        switch mark {
        case "-": self = try Self.made(numbers[0], numbers[1], numbers[2])
        case "/" where numbers[0].count == 4: self = try Self.made(numbers[0], numbers[1], numbers[2])
        case ".": self = try Self.made(numbers[2], numbers[1], numbers[0])
        case "/":
            self = try Self.made(numbers[2], numbers[1], numbers[0])
            if day <= 12, day != month { throw .ambiguousDate }
        default: throw .invalidDate
        }
    }

    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    public static func < (a: CalendarDate, b: CalendarDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

    private static func split(_ date: Substring) throws(RowFlaw) -> ([Substring], Character) {
        let isCompact = date.count == 8 && date.allSatisfy(isFigure)
        if isCompact { return ([date.prefix(4), date.dropFirst(4).prefix(2), date.suffix(2)], "-") }
        guard let mark = date.first(where: { !isFigure($0) }), "-./".contains(mark) else { throw .invalidDate }
        let numbers = date.split(separator: mark, omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy(isFigure) }) else { throw .invalidDate }
        return (numbers, mark)
    }

    private static func made(_ year: Substring, _ month: Substring, _ day: Substring) throws(RowFlaw) -> CalendarDate {
        guard year.count == 4, month.count <= 2, day.count <= 2, let y = Int(year), let m = Int(month), let d = Int(day),
            let date = CalendarDate(year: y, month: m, day: d)
        else { throw .invalidDate }
        return date
    }

    private static func isFigure(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    private static func isTime(_ text: Substring) -> Bool {
        text.wholeMatch(of: /[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)? ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?/) != nil
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
