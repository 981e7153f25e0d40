import Kernel
import Storage

/// A piece of a file has been written at its place: the file is longer by it. The last one lets the file be looked into.
struct TakePiece: Verb {
    let file: ID<StoredFile>
    let offset: Int
    let count: Int
    /// Two pieces of one file meet at its row alone.
    static let isolation = Isolation.rowLock

    /// The bytes there are now, and whether these are all.
    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> (received: Int, isWhole: Bool) {
        try tx.rows("SELECT f.id FROM stored_file f WHERE f.id = \(file) AND \(FilesAccess.seenBy(viewer)) \(tx.dialect.rowLock)")
        let own = try FilesAccess.own(file, by: viewer, tx)
        try Self.check(own.file, offset: offset, count: count)
        try FilesStore.take(own, upTo: offset + count, at: now, tx)
        return (offset + count, offset + count == own.file.size)
    }

    /// Asked before the bytes are written, and again when they are.
    static func check(_ file: StoredFile, offset: Int, count: Int) throws {
        guard file.state == .uploading, offset == file.received else { throw Denial.conflict(.otherOffset) }
        guard count > 0, count <= file.size - file.received else { throw Denial.invalid(field: "offset", .pieceTooLong) }
    }
}
