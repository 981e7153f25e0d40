import Foundation

/// A date of the school's own calendar, without a time and without a zone: 2026-09-01. Kept as text in that form.
public struct Day: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01.
    public let number: Int
    public init(number: Int) { self.number = number }

    /// From the parts of the calendar; `nil` for a day that does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day), (1...9999).contains(year) else { return nil }
        self.number = Self.number(year, month, day)
        guard self.day == day else { return nil }
    }

    /// `YYYY-MM-DD`, nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a date is written 2026-09-01")
        }
        self = day
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var day: Int { parts.day }
    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { (number + 3) % 7 < 0 ? (number + 3) % 7 + 8 : (number + 3) % 7 + 1 }
    public var monday: Day { self - (weekday - 1) }

    public var description: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    public static func - (a: Day, b: Day) -> Int { a.number - b.number }

    private func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    // Civil calendar arithmetic after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": the era starts in March.
    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var parts: (year: Int, month: Int, day: Int) {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

/// A school's time zone; the country has eleven.
public struct Zone: Hashable, Sendable {
    private let zone: TimeZone
    /// `nil` for a name that the tz database does not know.
    public init?(_ identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        self.zone = zone
    }
    public static let moscow = Zone("Europe/Moscow") ?? Zone(zone: .gmt)
    private init(zone: TimeZone) { self.zone = zone }

    public var identifier: String { zone.identifier }

    public func day(of moment: Moment) -> Day { Day(number: Int((local(moment) / 86_400_000).rounded(.down))) }
    /// Minutes since the local midnight.
    public func minute(of moment: Moment) -> Int { Int((local(moment) / 60_000).rounded(.down)) - day(of: moment).number * 1440 }
    /// The moment at which clocks of the zone show so many minutes after midnight of that day.
    public func moment(_ day: Day, minute: Int) -> Moment {
        let local = Int64(day.number) * 86_400_000 + Int64(minute) * 60_000
        let guess = Moment(milliseconds: local - offset(at: Moment(milliseconds: local)))
        return Moment(milliseconds: local - offset(at: guess))
    }

    private func offset(at moment: Moment) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))) * 1000
    }
    private func local(_ moment: Moment) -> Double { Double(moment.milliseconds + offset(at: moment)) }
}
