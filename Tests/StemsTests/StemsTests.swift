@testable import Stems
import TestKit
import Testing

@Suite struct StemsTests {
    @Test(
        "the forms of a word share one stem",
        arguments: [
            ["контрольная", "контрольной", "контрольную", "КОНТРОЛЬНЫЕ"], ["урок", "урока", "уроки", "уроками"], ["учебник", "учебника", "учебников"],
            ["линейка", "линейку", "линейкой"], ["экскурсия", "экскурсию", "экскурсии"], ["трёх", "трех"], ["ёлка", "елка", "ёлку", "елкой"],
            ["lesson", "lessons", "Lesson"], ["meeting", "meetings"], ["за́мок", "замок"], ["и\u{306}од", "йод"],
        ])
    func forms(_ forms: [String]) { #expect(Set(forms.flatMap { Stems.of($0) }).count == 1, "\(forms.flatMap { Stems.of($0) })") }

    @Test("other words have other stems", arguments: [["мама", "март"], ["урок", "уровень"], ["стол", "столица"], ["class", "clock"]])
    func others(_ words: [String]) { #expect(Set(words.flatMap { Stems.of($0) }).count == words.count) }

    @Test("numbers and classes stay as they are")
    func numbers() { #expect(Stems.of("12.11 в 9:00, каб. 305, 7А и 5-й") == ["12", "11", "в", "9", "00", "каб", "305", "7а", "и", "5", "й"]) }

    @Test("each stem stands once, in the order of the text; nothing comes of nothing")
    func once() {
        #expect(Stems.of("Урок, урока, после урока") == ["урок", "посл"])
        #expect(Stems.of("").isEmpty && Stems.of("… — 😊 !").isEmpty)
    }

    @Test("a word knows where it stands, also beside signs of several scalars")
    func places() {
        let text = "👩‍🏫 Завтра — контро\u{301}льная!"
        #expect(Stems.words(of: text).map { text[$0.range] } == ["Завтра", "контро\u{301}льная"])
    }

    @Test("what is no word of any language is cut")
    func long() { #expect(Stems.of(String(repeating: "ы", count: 5_000)).allSatisfy { $0.count <= 64 }) }

    @Test("the quick way to fold a word gives what Unicode's tables give")
    func quickFolding() {
        let signs = Array("абвеёжзийкпрстуфхцчшщъыьэюяАБВЕЁЖЗИЙКПРСТФЯabcxyzABCXYZ0189*@$_'-ђѐЎіїñß\u{301}\u{306}\u{308}\u{AD}\u{200D}".unicodeScalars)
        var dice = Dice(29)
        for _ in 0..<5_000 {
            let length = dice.number(10), signs = dice.number(3) == 0 ? signs[...] : signs.prefix(50)
            let word = String(String.UnicodeScalarView((0..<length).map { _ in signs[dice.number(signs.count)] }))
            #expect(Stems.folded(word) == Stems.anyScript(word), "\(word.unicodeScalars.map(\.value))")
        }
        #expect(Stems.folded(String(repeating: "Щ", count: 70)) == Stems.anyScript(String(repeating: "Щ", count: 70)))
    }
}
