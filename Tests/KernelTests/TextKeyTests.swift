import Testing

@testable import Kernel

@Suite struct TextKeyTests {
    @Test("a key of plain text, made without Unicode's tables, is the one they would give")
    func plain() {
        var samples = ["", " ", "Ёлкина  Алёна", "  О'Нил\tШон \n", "Салтыков-Щедрин", "И\u{0306}ошкар", "Straße ﬁ", "Ҫеменӗ", "A\u{7F}\u{0}b", "Петров 7А №1"]
        samples += (0...0x500).compactMap { Unicode.Scalar($0) }.flatMap { ["\($0)", "а\($0)Б", " \($0) "] }
        for text in samples { #expect(TextKey.of(text) == TextKey.ofAny(text), "\(text.unicodeScalars.map(\.value))") }
        #expect(TextKey.of(" Ёлкина\u{00A0} АЛЁНА ") == "елкина алена")
    }
}
