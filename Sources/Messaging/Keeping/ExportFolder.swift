import CZip
import Foundation
import WebCore

/// Where archives lie that people take out, and what of one is written while it is made: piece by piece, on the disk, for it may be larger
/// than memory. Its calls block.
struct ExportFolder: Sendable {
    /// Shared by all nodes where files are.
    static func home(_ site: Site) throws -> URL {
        let home = site.files?.store.exports ?? FileManager.default.temporaryDirectory.appending(path: "zvonok-exports")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return home
    }
    static func archive(_ export: Int64, in home: URL) -> URL { home.appending(path: "\(export).zip") }

    private let folder: URL
    private let archive: URL

    init(of export: Int64, in home: URL) throws {
        folder = home.appending(path: "\(export)-\(UUID().uuidString).work")
        archive = Self.archive(export, in: home)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func begin(_ name: String) throws -> FileHandle {
        let url = folder.appending(path: name)
        guard FileManager.default.createFile(atPath: url.path(percentEncoded: false), contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        return try FileHandle(forWritingTo: url)
    }

    /// A second name for bytes that are kept elsewhere: they stay until they are packed, whatever becomes of the first. `false` where there are none.
    func take(_ bytes: URL, as name: String) throws -> Bool {
        let place = folder.appending(path: name)
        do { try FileManager.default.linkItem(at: bytes, to: place) } catch {
            guard FileManager.default.fileExists(atPath: bytes.path(percentEncoded: false)) else { return false }
            try FileManager.default.copyItem(at: bytes, to: place)
        }
        return true
    }

    /// Packs what was written and taken, by libzip; pictures and films as they are. `names`: in the folder and in the archive. The archive stands in
    /// its place whole or not at all. Says its size in bytes.
    func pack(_ names: [(name: String, within: String)]) throws -> Int {
        let made = folder.appending(path: "export.zip")
        var code: Int32 = 0
        guard let zip = zip_open(made.path(percentEncoded: false), ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw CocoaError(.fileWriteUnknown) }
        do {
            for (name, within) in names {
                guard let source = zip_source_file(zip, folder.appending(path: name).path(percentEncoded: false), 0, -1) else {
                    throw CocoaError(.fileReadUnknown)
                }
                let index = zip_file_add(zip, within, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
                guard index >= 0 else { throw CocoaError(.fileWriteUnknown) }
                if name != within { zip_set_file_compression(zip, zip_uint64_t(index), Int32(ZIP_CM_STORE), 0) }
            }
            guard zip_close(zip) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            zip_discard(zip)
            throw error
        }
        let size = try FileManager.default.attributesOfItem(atPath: made.path(percentEncoded: false))[.size] as? Int ?? 0
        guard rename(made.path(percentEncoded: false), archive.path(percentEncoded: false)) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return size
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}
