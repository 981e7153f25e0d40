import Foundation
import Kernel
import Testing

@Suite struct DayTests {
    @Test("every day of four centuries is written and read back, one after another, week by week")
    func calendar() throws {
        var day = try #require(Day("1900-01-01")), weekday = 1
        while day.year < 2300 {
            #expect(Day(day.description) == day && day.weekday == weekday)
            #expect(day.monday.weekday == 1 && day - day.monday < 7)
            day = day + 1
            weekday = weekday % 7 + 1
        }
    }

    @Test("days agree with the system's calendar", arguments: [0, 59, 60, 365, 11_016, 19_782, 20_767, -1])
    func agrees(_ number: Int) {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
        let day = Day(number: number)
        #expect(parts.month == day.month && parts.day == day.day && parts.year == day.year)
    }

    @Test(
        "what is no date is none",
        arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "2026-01-01T00", "", "-026-01-01", "２０２６-01-01"])
    func refused(_ text: String) { #expect(Day(text) == nil) }

    @Test("a school's clock goes by its own zone", arguments: [("Europe/Kaliningrad", 2), ("Europe/Moscow", 3), ("Asia/Kamchatka", 12)])
    func zones(_ name: String, _ hours: Int) throws {
        let zone = try #require(Zone(name)), day = try #require(Day("2026-11-10"))
        let moment = zone.moment(day, minute: 8 * 60 + 30)
        #expect(moment.milliseconds == (Int64(day.number) * 1440 + Int64(510 - hours * 60)) * 60_000)
        #expect(zone.day(of: moment) == day && zone.minute(of: moment) == 510)
        #expect(zone.day(of: zone.moment(day, minute: 0) - 1) == day - 1)
    }

    @Test("Russian lists have ё among е, and spaces once")
    func keys() {
        #expect(["Ёлкин", "Елкина", "Жуков", "Еремин"].sorted { TextKey.of($0) < TextKey.of($1) } == ["Ёлкин", "Елкина", "Еремин", "Жуков"])
        #expect(TextKey.of("  Анна   Мария\tПетровА ") == "анна мария петрова")
    }
}
