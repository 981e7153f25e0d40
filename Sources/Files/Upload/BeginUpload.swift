import Kernel
import Storage

/// A person wants to send a file of so many bytes: its place is made, its pieces may come.
public struct BeginUpload: Verb {
    let name: String
    let size: Int
    let keepsOriginal: Bool
    /// `keepsOriginal`: a photo with all its camera has written into it, e.g. the place.
    public init(_ name: String, size: Int, keepsOriginal: Bool = false) {
        self.name = name
        self.size = size
        self.keepsOriginal = keepsOriginal
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<StoredFile> {
        let name = try FileName(name), rule = try FileRuleStore.rule(for: viewer.side, in: viewer.school, tx)
        guard size > 0 else { throw Denial.invalid(field: "size", .fileEmpty) }
        guard size <= rule.largest else { throw Denial.invalid(field: "size", .fileTooLarge(rule.largest >> 20)) }
        guard try FilesStore.unfinished(of: viewer, tx) < FileRule.mostUnfinished else { throw Denial.conflict(.tooManyUploads) }
        guard try FilesStore.used(by: viewer, tx) + size <= rule.quota else { throw Denial.conflict(.filesFull(rule.quota >> 20)) }
        return try FilesStore.begin(name, size: size, keepsOriginal: keepsOriginal, by: viewer, at: now, tx)
    }
}
