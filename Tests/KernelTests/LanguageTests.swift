import Kernel
import Testing

@Suite struct LanguageTests {
    @Test(
        "Russian counts by its last figures",
        arguments: zip(
            [0, 1, 2, 4, 5, 11, 12, 14, 19, 21, 22, 100, 101, 111, 112, 121, 1001, -1],
            ["many", "one", "few", "few", "many", "many", "many", "many", "many", "one", "few", "many", "one", "many", "many", "one", "one", "one"]))
    func plural(_ count: Int, _ form: String) { #expect(russian(count, one: "one", few: "few", many: "many") == form) }

    @Test(
        "the browser's wish decides, Russian where it names none of ours",
        arguments: zip(
            [nil, "", "en", "en-GB,en;q=0.9", "de, en;q=0.5, ru;q=0.7", "fr", "ru;q=0, en;q=0.1", "en;q=bad"],
            [Language.ru, .ru, .en, .en, .ru, .ru, .en, .ru]))
    func accept(_ header: String?, _ language: Language) { #expect(Language(acceptLanguage: header) == language) }
}
