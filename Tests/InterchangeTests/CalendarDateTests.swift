import Interchange
import Testing

@Suite struct CalendarDateTests {
    @Test(
        "a date is read however registers write it",
        arguments: [
            "2023-06-15", "20230615", "2023/06/15", "15.06.2023", "15.6.2023", "15/06/2023", "2023-06-15T18:25:43.511Z", "2023-06-15T00:00:00+03:00",
            "2023-06-15 08:30",
        ])
    func read(_ text: String) throws { #expect(try CalendarDate(reading: text).description == "2023-06-15") }

    @Test("where day and month may be either, nothing is guessed", arguments: ["1/05/2023", "01/05/2023", "12/11/2023"])
    func ambiguous(_ text: String) { #expect(throws: RowFlaw.ambiguousDate) { try CalendarDate(reading: text) } }

    @Test("the fifth of May is the same either way")
    func sameEitherWay() throws { #expect(try CalendarDate(reading: "5/5/2023").description == "2023-05-05") }

    @Test(
        "what the calendar does not have is refused",
        arguments: [
            "", "2023", "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "31.04.2023", "6/15/2023", "2023-6", "2023-06-15-01", "+2023-06-15",
            "2023-06-15Tx", "2023-06-15T",
            "1/5/23", "0001-01-01", "9999-01-01", "٢٠٢٣-٠٦-١٥", "2023.06.15", "99999999", "завтра", "T", " ", "-", "2023--1",
        ])
    func invalid(_ text: String) { #expect(throws: RowFlaw.invalidDate) { try CalendarDate(reading: text) } }

    @Test("the 29th of February comes every fourth year, but for centuries")
    func leapYears() {
        #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil && CalendarDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2100, month: 2, day: 29) == nil && CalendarDate(year: 2023, month: 2, day: 29) == nil)
    }
}
