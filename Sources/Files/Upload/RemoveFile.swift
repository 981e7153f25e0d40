import Kernel
import Storage

/// A person gives up sending a file, or deletes one that nothing refers to.
struct RemoveFile: Verb {
    let file: ID<StoredFile>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let own = try FilesAccess.own(file, by: viewer, tx)
        guard own.file.held == 0 else { throw Denial.conflict(.fileHeld) }
        try FilesStore.remove(own, tx)
    }
}
