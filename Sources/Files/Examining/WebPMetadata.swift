import Foundation

/// Takes what a camera has written out of a WebP. libvips 8.14 leaves it there, whatever it is told, so it is done on the container itself:
/// a RIFF of chunks, of which `EXIF` and `XMP ` go, and with them the two flags in `VP8X` that announce them.
enum WebPMetadata {
    /// `false` for what is no whole WebP.
    static func remove(from file: URL) throws -> Bool {
        guard let clean = cleaned([UInt8](try Data(contentsOf: file))) else { return false }
        try Data(clean).write(to: file)
        return true
    }

    static func cleaned(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 12, word(bytes, 0) == "RIFF", word(bytes, 8) == "WEBP" else { return nil }
        let end = 8 + number(bytes, 4)
        guard end <= bytes.count else { return nil }
        var kept: [UInt8] = [], place = 12
        while place + 8 <= end {
            let name = word(bytes, place), length = number(bytes, place + 4), next = place + 8 + length + length % 2
            guard place + 8 + length <= end else { return nil }
            if name != "EXIF", name != "XMP " {
                var chunk = Array(bytes[place..<min(next, end)])
                if name == "VP8X", length > 0 { chunk[8] &= ~0x0C }
                kept += chunk
            }
            place = next
        }
        return Array("RIFF".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: (kept.count + 4) >> ($0 * 8)) } + Array("WEBP".utf8) + kept
    }

    private static func word(_ bytes: [UInt8], _ place: Int) -> String { String(decoding: bytes[place..<place + 4], as: UTF8.self) }
    private static func number(_ bytes: [UInt8], _ place: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) } }
}
