import CZip
import Foundation

/// The files of an archive while it is made, in a folder of their own that goes when it is done. Written piece by piece: what is taken out may
/// be larger than memory.
struct ExportFolder: Sendable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "zvonok-export-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func begin(_ name: String) throws -> FileHandle {
        let url = folder.appending(path: name)
        guard FileManager.default.createFile(atPath: url.path(), contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        return try FileHandle(forWritingTo: url)
    }

    /// Packs the files by libzip.
    func pack(_ names: [String]) throws -> URL {
        let url = folder.appending(path: "export.zip")
        var code: Int32 = 0
        guard let archive = zip_open(url.path(), ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw CocoaError(.fileWriteUnknown) }
        for name in names {
            guard let source = zip_source_file(archive, folder.appending(path: name).path(), 0, -1),
                zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0
            else {
                zip_discard(archive)
                throw CocoaError(.fileWriteUnknown)
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw CocoaError(.fileWriteUnknown)
        }
        return url
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
