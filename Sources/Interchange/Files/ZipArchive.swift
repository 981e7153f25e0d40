internal import CZip
import Foundation

/// A ZIP archive open for reading. Belongs to the one who opened it.
final class ZipArchive {
    private let handle: OpaquePointer
    private let name: String

    init(_ url: URL) throws(Refusal) {
        let name = url.lastPathComponent
        try ZipDirectory.check(url)
        var code: Int32 = 0
        guard let opened = zip_open(url.path, ZIP_RDONLY, &code) else {
            throw Refusal(file: name, .file(code == ZIP_ER_NOZIP ? .notArchive : .damaged), loses: .file)
        }
        self.handle = opened
        self.name = name
    }

    deinit { zip_discard(handle) }

    /// The names of all entries, folders included, by number.
    var paths: [String] {
        (0..<max(0, zip_get_num_entries(handle, 0))).map { number in
            zip_get_name(handle, zip_uint64_t(number), 0).map { String(cString: $0) } ?? ""
        }
    }

    /// An entry unpacked. Its header may lie about its size, so what comes out is counted.
    func bytes(of number: Int, named name: String, atMost limit: Int) throws(Refusal) -> [UInt8] {
        try check(number, named: name, atMost: limit)
        guard let entry = zip_fopen_index(handle, zip_uint64_t(number), 0) else { throw Refusal(file: name, .file(.damaged), loses: .file) }
        defer { zip_fclose(entry) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Int(zip_fread(entry, &piece, zip_uint64_t(piece.count)))
            guard count >= 0 else { throw Refusal(file: name, .file(.damaged), loses: .file) }
            guard bytes.count + count <= limit else { throw Refusal(file: name, .file(.tooLarge), loses: .file) }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Only plain and deflated entries: other methods may ask for gigabytes before the first byte.
    private func check(_ number: Int, named name: String, atMost limit: Int) throws(Refusal) {
        var stat = zip_stat_t()
        guard zip_stat_index(handle, zip_uint64_t(number), 0, &stat) == 0 else { throw Refusal(file: name, .file(.damaged), loses: .file) }
        if stat.encryption_method != 0 { throw Refusal(file: name, .file(.encrypted), loses: .file) }
        if ![ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(stat.comp_method)) { throw Refusal(file: name, .file(.compression), loses: .file) }
        if stat.size > zip_uint64_t(limit) { throw Refusal(file: name, .file(.tooLarge), loses: .file) }
    }
}
