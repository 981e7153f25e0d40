import Kernel
import Storage

/// Who sees, sends and rules over files — the only file that answers that.
///
/// * Everybody sends files in their own school, within its rule for their side; until a message refers to a file only its sender sees it.
/// * Afterwards whoever keeps the message judges who sees it.
/// * The school's rules are set by its administrator and director.
public enum FilesAccess {
    /// Reading: one's own files in the school one looks from.
    static func seenBy(_ viewer: Viewer) -> SQL { "f.owner_id = \(viewer.person) AND f.school_id = \(viewer.school) AND f.state <> 'erased'" }

    /// Sending further pieces, giving up, deleting: one's own file.
    static func own(_ id: ID<StoredFile>, by viewer: Viewer, _ tx: Transaction) throws -> OwnFile {
        guard let file = try FilesStore.files(where: "f.id = \(id) AND \(seenBy(viewer))", tx).first else { throw Denial.notFound }
        return OwnFile(file: file)
    }

    /// What may go into a message: one's own file that is ready.
    public static func sendable(_ id: ID<StoredFile>, by viewer: Viewer, _ tx: Transaction) throws -> SendableFile {
        let file = try own(id, by: viewer, tx).file
        guard file.state == .ready else { throw Denial.conflict(.fileNotReady) }
        return SendableFile(file: file)
    }

    /// What a message may show that says how far the file is: one's own that is ready, or is being looked into. Nothing of it is given out before.
    public static func showable(_ id: ID<StoredFile>, by viewer: Viewer, _ tx: Transaction) throws -> SendableFile {
        let file = try own(id, by: viewer, tx).file
        guard file.state == .ready || file.state == .checking else { throw Denial.conflict(.fileNotReady) }
        return SendableFile(file: file)
    }

    /// What one row refers to already, for another that shows the same. Whoever asks has judged that the viewer may have it. Without those
    /// that are not taken or are no more.
    public static func again(_ ids: [ID<StoredFile>], _ tx: Transaction) throws -> [SendableFile] {
        let files = try FilesStore.referred(ids, tx).filter { $0.state == .ready || $0.state == .checking }
        return ids.compactMap { id in files.first { $0.id == id }.map { SendableFile(file: $0) } }
    }

    /// The same where what was not taken or is no more keeps its place and is said there in words, as if it had been found so a moment later.
    /// Nothing of such a file is given out.
    public static func further(_ ids: [ID<StoredFile>], _ tx: Transaction) throws -> [SendableFile] {
        let files = try FilesStore.referred(ids, tx).filter { $0.state != .uploading }
        return ids.compactMap { id in files.first { $0.id == id }.map { SendableFile(file: $0) } }
    }

    static func setsRules(_ viewer: Viewer) -> Bool { viewer.side == .staff && viewer.hasAny(of: [.administrator, .director, .platformOperator]) }

    /// To all others the rules' page does not exist.
    static func ruling(_ viewer: Viewer) throws -> RulingSchool {
        guard setsRules(viewer) else { throw Denial.notFound }
        return RulingSchool(id: viewer.school)
    }
}

/// Proof that the file is the viewer's own.
struct OwnFile: Sendable {
    let file: StoredFile
    fileprivate init(file: StoredFile) { self.file = file }
}

/// Proof that the file is ready and its sender's to send.
public struct SendableFile: Sendable {
    public let file: StoredFile
    fileprivate init(file: StoredFile) { self.file = file }
}

/// Proof that the viewer sets the school's rules.
struct RulingSchool: Sendable {
    let id: ID<School>
    fileprivate init(id: ID<School>) { self.id = id }
}
