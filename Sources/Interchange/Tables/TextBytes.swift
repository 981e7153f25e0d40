/// The encoding of a text file. UTF-8 is right; windows-1251 is taken only where it can hardly be anything else.
enum TextBytes {
    enum Encoding { case utf8, windows1251 }

    /// The text in UTF-8 without its mark of order; nil if it is neither.
    static func decoded(_ bytes: [UInt8]) -> ([UInt8], Encoding)? {
        let unmarked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        // Two bytes a letter, as UTF-16 has them, pass for UTF-8 full of zeros.
        if bytes.count(where: { $0 == 0 }) * 10 > bytes.count { return nil }
        if String(validating: unmarked, as: UTF8.self) != nil { return (unmarked, .utf8) }
        guard isPlainlyRussian(bytes) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { if byte < 0x80 { text.append(byte) } else { text += upperHalf[Int(byte) - 0x80] } }
        return (text, .windows1251)
    }

    /// Russian letters stand beside one another, capitals before small ones, and hardly anything else is above ASCII.
    /// French names in Latin-1 have single such bytes among Latin letters, KOI8 has the letter case the other way round,
    /// DOS and UTF-16 have other bytes.
    static func isPlainlyRussian(_ bytes: [UInt8]) -> Bool {
        var letters = 0, beside = 0, foreign = 0, besideLatin = 0, smallThenCapital = 0
        var last: UInt8 = 0
        for byte in bytes {
            if isLetter(byte) {
                letters += 1
                if isLetter(last) { beside += 1 }
                if isLatin(last) { besideLatin += 1 }
                if isSmall(last), isLetter(byte), !isSmall(byte) { smallThenCapital += 1 }
            } else if byte >= 0x80, !marks.contains(byte) {
                foreign += 1
            } else if isLatin(byte), isLetter(last) {
                besideLatin += 1
            }
            last = byte
        }
        return letters > 0 && beside * 2 >= letters && foreign * 50 <= letters && besideLatin * 10 <= letters && smallThenCapital * 10 <= letters
    }

    /// … « » – — № “ ” „ ’ and the unbreakable space.
    private static let marks: Set<UInt8> = [0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0, 0xAB, 0xB9, 0xBB]
    /// What the bytes from 0x80 on are in UTF-8.
    private static let upperHalf: [[UInt8]] =
        ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
        + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя").unicodeScalars.map { Array(UTF8.encode($0) ?? .init()) }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 }
    private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0xE0 || byte == 0xB8 }
    private static func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
