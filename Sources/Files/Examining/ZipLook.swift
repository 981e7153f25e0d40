internal import CZip
import Foundation

/// A look into a ZIP before anybody is offered it: bombs, archives in archives, names that climb out of a folder, programs.
struct ZipLook {
    let url: URL

    /// Bytes of all that is inside, and how many times larger than the archive it may be.
    static let largest = 1 << 30
    static let ratio = 200
    /// Below this nothing is a bomb.
    static let harmless = 50 << 20
    static let mostEntries = 5_000

    enum Finding: Hashable {
        case fine(mediaType: String, kind: FileKind)
        case refused(FileRefusal)
    }

    func run() -> Finding {
        guard let announced, announced <= Self.mostEntries else { return .refused(announced == nil ? .unreadable : .bomb) }
        var code: Int32 = 0
        guard let archive = zip_open(url.path(percentEncoded: false), ZIP_RDONLY, &code) else { return .refused(.unreadable) }
        defer { zip_discard(archive) }
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= Self.mostEntries else { return .refused(.bomb) }
        return look(into: archive, count)
    }

    private func look(into archive: OpaquePointer, _ count: Int) -> Finding {
        let packed = (try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        var budget = max(Self.harmless, min(Self.largest, packed * Self.ratio)), names: Set<String> = []
        for number in 0..<count {
            guard let raw = zip_get_name(archive, zip_uint64_t(number), zip_flags_t(ZIP_FL_ENC_GUESS)) else { return .refused(.unreadable) }
            let name = String(cString: raw)
            if let refusal = Self.refusal(of: name) { return .refused(refusal) }
            if let refusal = unpack(number, of: archive, &budget) { return .refused(refusal) }
            names.insert(name)
        }
        return Self.finding(names, archive)
    }

    /// Its header may lie about its size, so what comes out is counted.
    private func unpack(_ number: Int, of archive: OpaquePointer, _ budget: inout Int) -> FileRefusal? {
        var stat = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(number), 0, &stat) == 0 else { return .unreadable }
        if stat.encryption_method != 0 { return .encrypted }
        // Other methods may ask for gigabytes before the first byte.
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(stat.comp_method)) else { return .otherArchive }
        guard stat.size <= zip_uint64_t(budget) else { return .bomb }
        guard let entry = zip_fopen_index(archive, zip_uint64_t(number), 0) else { return .unreadable }
        defer { zip_fclose(entry) }
        var piece = [UInt8](repeating: 0, count: 64 << 10), isFirst = true
        while true {
            let count = Int(zip_fread(entry, &piece, zip_uint64_t(piece.count)))
            guard count >= 0 else { return .unreadable }
            if count == 0 { return nil }
            if isFirst, let refusal = Self.refusal(of: piece[..<count]) { return refusal }
            isFirst = false
            budget -= count
            guard budget >= 0 else { return .bomb }
        }
    }

    private static func refusal(of name: String) -> FileRefusal? {
        let pieces = name.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "\\" })
        if name.isEmpty || name.hasPrefix("/") || name.hasPrefix("\\") || pieces.contains("..") || name.contains(":") { return .names }
        if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.properties.generalCategory == .format }) { return .names }
        let ending = FileName.ending(of: String(pieces.last ?? ""))
        if ContentType.programEndings.contains(ending) { return .program }
        return ["zip", "rar", "7z", "gz", "tgz", "xz", "bz2", "tar", "cab", "arj", "zst"].contains(ending) ? .nested : nil
    }

    /// A program or an archive under another name.
    private static func refusal(of start: ArraySlice<UInt8>) -> FileRefusal? {
        if start.starts(with: [0x4D, 0x5A]) && start.count > 64 || start.starts(with: [0x7F, 0x45, 0x4C, 0x46]) { return .program }
        let archives: [[UInt8]] = [[0x52, 0x61, 0x72, 0x21], [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B, 0x08], [0xFD, 0x37, 0x7A, 0x58]]
        return archives.contains { start.starts(with: $0) } ? .nested : nil
    }

    /// An office document is a ZIP with a certain file inside; one with macros is a program text.
    private static func finding(_ names: Set<String>, _ archive: OpaquePointer) -> Finding {
        if names.contains("AndroidManifest.xml") || names.contains("META-INF/MANIFEST.MF") && names.contains(where: { $0.hasSuffix(".class") }) {
            return .refused(.program)
        }
        let office = "application/vnd.openxmlformats-officedocument."
        if names.contains("[Content_Types].xml") {
            let hasMacros = names.contains { $0.lowercased().hasSuffix("vbaproject.bin") }
            let type =
                names.contains { $0.hasPrefix("word/") }
                ? office + "wordprocessingml.document"
                : names.contains { $0.hasPrefix("xl/") }
                    ? office + "spreadsheetml.sheet" : names.contains { $0.hasPrefix("ppt/") } ? office + "presentationml.presentation" : "application/zip"
            return .fine(mediaType: type, kind: hasMacros ? .code : .document)
        }
        if names.contains("mimetype"), names.contains("META-INF/manifest.xml") || names.contains("META-INF/container.xml") {
            return .fine(
                mediaType: names.contains("META-INF/container.xml") ? "application/epub+zip" : "application/vnd.oasis.opendocument.text", kind: .document)
        }
        return .fine(mediaType: "application/zip", kind: .archive)
    }

    /// The largest number of entries that any end record announces, before libzip takes memory for each; nil if there is none. An archive
    /// in the format for more than 65,535 entries counts as that many.
    private var announced: Int? {
        guard let handle = try? FileHandle(forReadingFrom: url), let size = try? handle.seekToEnd() else { return nil }
        defer { try? handle.close() }
        let length = UInt64(22 + 20 + 0xFFFF)
        guard (try? handle.seek(toOffset: size > length ? size - length : 0)) != nil, let read = try? handle.readToEnd() else { return nil }
        let tail = [UInt8](read)
        var most: Int?
        guard tail.count >= 22 else { return nil }
        for start in 0...(tail.count - 22) where tail[start..<start + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06]) {
            let is64 = start >= 20 && tail[start - 20..<start - 16].elementsEqual([0x50, 0x4B, 0x06, 0x07])
            let here = [8, 10].map { Int(tail[start + $0]) | Int(tail[start + $0 + 1]) << 8 }.max() ?? 0
            most = max(most ?? 0, is64 ? 0xFFFF : here)
        }
        return most
    }
}
