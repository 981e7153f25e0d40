import Foundation
import Kernel

/// A file that is arriving, locked for whoever has this object: no other request, node or look into it touches the bytes meanwhile.
/// Opened and closed for each piece. Its calls block.
final class IncomingFile: Sendable {
    let url: URL
    private let descriptor: Int32

    /// `nil` while another has it.
    init?(_ file: ID<StoredFile>, in folder: URL) throws {
        url = Self.place(of: file, in: folder)
        descriptor = open(url.path(percentEncoded: false), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DiskError(what: "open", code: errno) }
        // The descriptor is closed by deinit also where the initializer fails after this line.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    static func place(of file: ID<StoredFile>, in folder: URL) -> URL { folder.appending(path: "\(file.number)") }
    /// Where what is made of it lies until it is kept.
    static func workshop(of file: ID<StoredFile>, in folder: URL) -> URL { folder.appending(path: "\(file.number).work") }

    /// On the disk when it returns.
    func write(_ bytes: [UInt8], at offset: Int) throws {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done, off_t(offset + done)) }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw DiskError(what: "write", code: errno)
            }
            done += count
        }
        guard fdatasync(descriptor) == 0 else { throw DiskError(what: "sync", code: errno) }
    }

    /// Drops what was written but never counted: a piece whose request was cut down before its row.
    func cut(to size: Int) throws {
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw DiskError(what: "truncate", code: errno) }
    }

    /// Bytes on the disk.
    var size: Int { Int(lseek(descriptor, 0, SEEK_END)) }
}

/// The disk refused.
struct DiskError: Error, CustomStringConvertible {
    let what: String
    let code: Int32
    var description: String { "\(what): \(String(cString: strerror(code)))" }
}
