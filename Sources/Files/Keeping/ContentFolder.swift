import Foundation
import WebCore

/// Contents in a folder of this machine, or one that several machines share: `ab/cdef…` by SHA-256.
public struct ContentFolder: ContentStore {
    private let folder: URL
    public var incoming: URL { folder.appending(path: "incoming") }
    public var exports: URL { folder.appending(path: "exports") }

    /// Makes the folder, for its owner's eyes alone.
    public init(_ folder: URL) throws {
        self.folder = folder
        for place in [folder, folder.appending(path: "incoming"), folder.appending(path: "locks")] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    public func hold(_ digest: ContentDigest) throws -> any ContentHold { try lock(digest, LOCK_SH) ?? { throw DiskError(what: "lock", code: errno) }() }
    public func holdAlone(_ digest: ContentDigest) throws -> (any ContentHold)? { try lock(digest, LOCK_EX | LOCK_NB) }

    private func lock(_ digest: ContentDigest, _ operation: Int32) throws -> FolderLock? {
        try FolderLock(folder.appending(path: "locks").appending(path: String(digest.text.prefix(2))), operation)
    }

    public func put(_ file: URL, as digest: ContentDigest) throws {
        let place = url(of: digest), parent = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try Self.sync(file)
        guard rename(file.path(percentEncoded: false), place.path(percentEncoded: false)) == 0 else { throw DiskError(what: "rename", code: errno) }
        for place in [parent, folder] { try Self.sync(place) }
        // How long it lies is counted from now, also where the same content was there before.
        utimes(place.path(percentEncoded: false), nil)
        chmod(place.path(percentEncoded: false), 0o600)
    }

    public func place(of digest: ContentDigest) -> URL? {
        let place = url(of: digest)
        return FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) ? place : nil
    }

    public func remove(_ digest: ContentDigest) throws {
        guard unlink(url(of: digest).path(percentEncoded: false)) == 0 || errno == ENOENT else { throw DiskError(what: "unlink", code: errno) }
    }

    public func contents(olderThan seconds: Int) throws -> [ContentDigest] {
        let latest = Date(timeIntervalSinceNow: -Double(seconds))
        return try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter { $0.utf8.count == 2 }.flatMap { piece in
            let place = folder.appending(path: piece)
            return try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: [.contentModificationDateKey]).filter {
                (try? $0.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate).map { $0 < latest } ?? false
            }.compactMap { ContentDigest(piece + $0.lastPathComponent) }
        }
    }

    private func url(of digest: ContentDigest) -> URL {
        folder.appending(path: String(digest.text.prefix(2))).appending(path: String(digest.text.dropFirst(2)))
    }

    private static func sync(_ place: URL) throws {
        let descriptor = open(place.path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskError(what: "open", code: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DiskError(what: "sync", code: errno) }
    }
}

/// A lock on a file, across threads, processes and machines that share the folder. Ends with the object.
private final class FolderLock: ContentHold {
    private let descriptor: Int32

    init?(_ place: URL, _ operation: Int32) throws {
        descriptor = open(place.path(percentEncoded: false), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DiskError(what: "open", code: errno) }
        while flock(descriptor, operation) != 0 { if errno != EINTR { return nil } }
    }
    deinit { if descriptor >= 0 { close(descriptor) } }
}
