import Interchange
import Kernel
import Testing

@Suite struct InterchangeTextTests {
    @Test("every flaw has words of its own in every language", arguments: Language.allCases)
    func everyFlaw(_ language: Language) {
        let words = Refusal.Code.all.map { Refusal(file: "f", $0, loses: .nothing).words(in: language) }
        #expect(Set(words).count == words.count && words.allSatisfy { $0.count > 8 })
        #expect(Set(Refusal.Code.all.map(\.text)).count == Refusal.Code.all.count)
    }

    @Test("a remark says where, what and what is lost")
    func sentence() {
        let refusal = Refusal(file: "users.csv", line: 2, field: "dateLastModified", .row(.ambiguousDate), value: "1/05/2023", loses: .field)
        #expect(
            refusal.words(in: .ru)
                == "users.csv, строка 2, поле dateLastModified: «1/05/2023» — неясно, где день, а где месяц; пишите дату как 2026-09-01. Поле оставлено пустым."
        )
        #expect(
            refusal.words(in: .en)
                == "users.csv, line 2, field dateLastModified: “1/05/2023” — it is unclear which is the day and which the month; write the date as 2026-09-01. The field is left empty."
        )
        #expect(Language.ru.interchange.taken(3, of: 22) == "22 записи, взято 3" && Language.ru.interchange.more(5) == "и ещё 5 замечаний")
    }

    @Test(
        "a value from outside is shown short, on one line and without tricks",
        arguments: [
            ("\u{1B}[31mred\u{7}", " [31mred "), ("a\r\nb", "a  b"), ("abc\u{202E}txt", "abc txt"),
            (String(repeating: "ж", count: 80), String(repeating: "ж", count: 80)),
            (String(repeating: "ж", count: 81), String(repeating: "ж", count: 79) + "…"),
            ("e" + String(repeating: "\u{301}", count: 500), "e" + String(repeating: "\u{301}", count: 78) + "…"),
        ])
    func shown(_ value: String, _ expected: String) { #expect(Refusal(file: "f", .row(.unknownValue), value: value, loses: .row).value == expected) }
}
