import Foundation

/// A look at an archive's end before libzip is let near it: libzip takes memory for every entry that is announced.
enum ZipDirectory {
    private static let endRecord: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let locator64: [UInt8] = [0x50, 0x4B, 0x06, 0x07]
    private static let endLength = 22
    private static let locatorLength = 20

    static func check(_ url: URL) throws(Refusal) {
        let name = url.lastPathComponent
        guard let handle = try? FileHandle(forReadingFrom: url), let size = try? handle.seekToEnd() else {
            throw Refusal(file: name, .file(.damaged), loses: .file)
        }
        defer { try? handle.close() }
        guard size <= UInt64(ImportFiles.largestArchive) else { throw Refusal(file: name, .file(.tooLarge), loses: .file) }
        // The end record and the longest comment it may carry.
        let tailLength = UInt64(endLength + locatorLength + 0xFFFF)
        guard (try? handle.seek(toOffset: size > tailLength ? size - tailLength : 0)) != nil, let tail = try? handle.readToEnd() ?? Data() else {
            throw Refusal(file: name, .file(.damaged), loses: .file)
        }
        let most = announced([UInt8](tail))
        guard let most else { throw Refusal(file: name, .file(.notArchive), loses: .file) }
        guard most <= ImportFiles.mostFiles else { throw Refusal(file: name, .file(.tooMany), value: "\(most)", loses: .file) }
    }

    /// The largest number of entries that any end record announces; nil if there is none. An archive in the format for
    /// more than 65,535 entries counts as that many: no honest one within our bounds needs it.
    static func announced(_ tail: [UInt8]) -> Int? {
        var most: Int?
        guard tail.count >= endLength else { return nil }
        for start in 0...(tail.count - endLength) where tail[start] == endRecord[0] && Array(tail[start..<start + 4]) == endRecord {
            let is64 = start >= locatorLength && Array(tail[start - locatorLength..<start - locatorLength + 4]) == locator64
            let here = [8, 10].map { Int(tail[start + $0]) | Int(tail[start + $0 + 1]) << 8 }.max() ?? 0
            most = max(most ?? 0, is64 ? 0xFFFF : here)
        }
        return most
    }
}
