import Foundation
import Kernel
import NIOCore
import Storage
import WebCore

/// Pieces of files on their way to the disk. What counts as received is what the database says; a piece is on the disk before that.
struct Pieces: Sendable {
    let site: Site
    let works: FileWorks

    /// Bytes that are written and counted at once: what a broken line loses at most.
    static let longest = 1 << 20

    init(_ site: Site) throws {
        guard let works = site.files else { throw Denial.notFound }
        self.site = site
        self.works = works
    }

    /// Takes all of a body, as far as it comes: where the line breaks, what has come is kept. Throws `Denial.conflict` where the file goes
    /// on elsewhere, or another request is writing it.
    func take<Body: AsyncSequence & Sendable>(_ body: Body, at offset: Int, of file: ID<StoredFile>, by viewer: Viewer) async throws -> (
        received: Int, isWhole: Bool
    ) where Body.Element == ByteBuffer {
        var progress = (received: offset, isWhole: false), waiting = ByteBuffer()
        do {
            for try await part in body {
                waiting.writeImmutableBuffer(part)
                while waiting.readableBytes >= Self.longest, let piece = waiting.readSlice(length: Self.longest) {
                    progress = try await write(piece, at: progress.received, of: file, by: viewer)
                }
                waiting.discardReadBytes()
            }
        } catch let denial as Denial { throw denial } catch {
            if waiting.readableBytes > 0 { progress = try await write(waiting, at: progress.received, of: file, by: viewer) }
            throw error
        }
        guard waiting.readableBytes > 0 else { return progress }
        return try await write(waiting, at: progress.received, of: file, by: viewer)
    }

    private func write(_ piece: ByteBuffer, at offset: Int, of id: ID<StoredFile>, by viewer: Viewer) async throws -> (received: Int, isWhole: Bool) {
        let folder = works.store.incoming
        guard let incoming = try await FileWorkers.writing({ try IncomingFile(id, in: folder) }) else { throw Denial.conflict(.uploadBusy) }
        let own = try await site.read { tx in try FilesAccess.own(id, by: viewer, tx) }
        try TakePiece.check(own.file, offset: offset, count: piece.readableBytes)
        try await FileWorkers.writing { try incoming.write(Array(piece.readableBytesView), at: offset) }
        let progress = try await site.perform(TakePiece(file: id, offset: offset, count: piece.readableBytes), by: viewer)
        withExtendedLifetime(incoming) {}
        return progress
    }
}

/// Threads for what blocks: the disk in one place, looking into files in another, so that a long film keeps no upload waiting.
enum FileWorkers {
    private static let disk = try? Threads<Void>("file-pieces", count: 2, mostWaiting: 500) {}
    private static let looking = try? Threads<Void>("file-looking", count: 2, mostWaiting: 200) {}

    private static let locks = try? Threads<Void>("file-locks", count: 2, mostWaiting: 200) {}

    static func writing<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T { try await run(on: disk, work) }
    /// For waiting until a content may be held.
    static func holding<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T { try await run(on: locks, work) }
    static func examining<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T { try await run(on: looking, work) }

    private static func run<T: Sendable>(on threads: Threads<Void>?, _ work: @escaping @Sendable () throws -> T) async throws -> T {
        guard let threads else { throw TooBusy() }
        return try await threads.run { _ in try work() }
    }
}
