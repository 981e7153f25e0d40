import Foundation
import Kernel
import NIOCore
import WebCore

/// A file that a form without script has brought whole: it goes the same way as one that comes in pieces.
public struct WholeUpload: Sendable {
    let site: Site
    public init(_ site: Site) { self.site = site }

    /// Its number; it may still wait for its look. Throws `Denial.invalid` or `.conflict` for what may not be sent, `.notFound` where no files are taken.
    public func take(_ file: UploadedFile, keepsOriginal: Bool = false, by viewer: Viewer) async throws -> ID<StoredFile> {
        let pieces = try Pieces(site)
        guard !file.bytes.isEmpty else { throw Denial.invalid(field: "file", .fileEmpty) }
        let id = try await site.perform(BeginUpload(file.name, size: file.bytes.count, keepsOriginal: keepsOriginal), by: viewer)
        let body = AsyncStream { line in
            line.yield(ByteBuffer(bytes: file.bytes))
            line.finish()
        }
        _ = try await pieces.take(body, at: 0, of: id, by: viewer)
        try await UploadEnd(site: site, works: pieces.works).wait(for: id)
        return id
    }
}
