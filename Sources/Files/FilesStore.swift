import Kernel
import Storage
import WebCore

/// The SQL of files. What refers to a file holds it (`hold`, `release`): one that nothing holds goes after a day.
public enum FilesStore {
    static func files(where condition: SQL, _ tx: Transaction) throws -> [StoredFile] {
        try tx.rows(
            """
            SELECT f.id, f.school_id, f.owner_id, f.state, f.name, f.size, f.received, f.keeps_original, f.kind, f.media_type, f.digest, f.small_digest,
                f.large_digest, f.width, f.height, f.duration, f.waveform, f.refusal, f.held, f.made_at
            FROM stored_file f WHERE \(condition)
            """
        ).map(file)
    }

    /// A file of the school, for a feature whose own row refers to it and which has judged that the viewer may see that.
    public static func file(_ id: ID<StoredFile>, in school: ID<School>, _ tx: Transaction) throws -> StoredFile? {
        try files(where: "f.id = \(id) AND f.school_id = \(school) AND f.state = 'ready'", tx).first
    }
    /// The same for many at once.
    public static func files(_ ids: [ID<StoredFile>], in school: ID<School>, _ tx: Transaction) throws -> [StoredFile] {
        ids.isEmpty ? [] : try files(where: "f.id IN \(list: ids) AND f.school_id = \(school) AND f.state = 'ready'", tx)
    }

    /// Files that another feature's rows refer to, whatever has become of them: it has judged that the viewer sees those rows.
    public static func referred(_ ids: [ID<StoredFile>], _ tx: Transaction) throws -> [StoredFile] {
        ids.isEmpty ? [] : try files(where: "f.id IN \(list: ids)", tx)
    }

    /// Something refers to the file from now on. Once for each reference.
    public static func hold(_ file: SendableFile, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE stored_file SET held = held + 1, touched_at = \(now) WHERE id = \(file.file.id)")
    }
    /// One reference is no more. The place where an erased file was goes with the last.
    public static func release(_ id: ID<StoredFile>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows("UPDATE stored_file SET held = held - 1, touched_at = \(now) WHERE id = \(id) AND held > 0")
        try tx.rows("DELETE FROM stored_file WHERE id = \(id) AND held = 0 AND state = 'erased'")
    }

    static func own(of viewer: Viewer, atMost count: Int, _ tx: Transaction) throws -> [StoredFile] {
        try files(where: "\(FilesAccess.seenBy(viewer)) ORDER BY f.id DESC LIMIT \(count)", tx)
    }

    /// Bytes of all that the person keeps in the school; what is on its way counts as announced.
    static func used(by viewer: Viewer, _ tx: Transaction) throws -> Int {
        Int(
            try tx.one(
                "SELECT CAST(COALESCE(SUM(f.size), 0) AS BIGINT) AS used FROM stored_file f WHERE \(FilesAccess.seenBy(viewer)) AND f.state <> 'refused'"
            ).int("used"))
    }

    static func unfinished(of viewer: Viewer, _ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS n FROM stored_file f WHERE \(FilesAccess.seenBy(viewer)) AND f.state IN ('uploading', 'checking')").int("n"))
    }

    static func begin(_ name: FileName, size: Int, keepsOriginal: Bool, by viewer: Viewer, at now: Moment, _ tx: Transaction) throws -> ID<StoredFile> {
        try tx.one(
            """
            INSERT INTO stored_file (school_id, owner_id, state, name, size, received, keeps_original, held, made_at, touched_at, claimed_until)
            VALUES (\(viewer.school), \(viewer.person), 'uploading', \(name.text), \(size), 0, \(keepsOriginal), 0, \(now), \(now), 0) RETURNING id
            """
        ).id("id")
    }

    static func take(_ file: OwnFile, upTo received: Int, at now: Moment, _ tx: Transaction) throws {
        let state = received == file.file.size ? StoredFile.State.checking : .uploading
        try tx.rows("UPDATE stored_file SET received = \(received), state = \(state.rawValue), touched_at = \(now) WHERE id = \(file.file.id)")
    }

    static func remove(_ file: OwnFile, _ tx: Transaction) throws { try remove(file.file, tx) }

    /// The row goes; its bytes do once nothing else has the same.
    static func remove(_ file: StoredFile, _ tx: Transaction) throws {
        try waste(file, tx)
        try tx.rows("DELETE FROM stored_file WHERE id = \(file.id)")
    }

    /// What others refer to stays as a place where a file was.
    static func erase(_ file: StoredFile, _ tx: Transaction) throws {
        guard file.held > 0 else { return try remove(file, tx) }
        try waste(file, tx)
        try tx.rows(
            """
            UPDATE stored_file SET state = 'erased', name = '', size = 0, received = 0, kind = NULL, media_type = NULL, digest = NULL, small_digest = NULL,
                large_digest = NULL, width = NULL, height = NULL, duration = NULL, waveform = NULL, refusal = NULL
            WHERE id = \(file.id)
            """)
    }

    private static func waste(_ file: StoredFile, _ tx: Transaction) throws {
        for digest in [file.digest, file.small, file.large].compactMap({ $0 }) {
            try tx.rows("INSERT INTO file_waste (digest) VALUES (\(digest.text)) ON CONFLICT (digest) DO NOTHING")
        }
    }

    private static func file(_ row: Row) throws -> StoredFile {
        func digest(_ column: String) throws -> ContentDigest? { try row.optional(column, Row.text).flatMap { ContentDigest($0) } }
        func number(_ column: String) throws -> Int? { try row.optional(column, Row.int).map { Int($0) } }
        return StoredFile(
            id: try row.id("id"), school: try row.id("school_id"), owner: try row.id("owner_id"), state: .init(rawValue: try row.text("state")) ?? .erased,
            name: try row.text("name"), size: Int(try row.int("size")), received: Int(try row.int("received")), keepsOriginal: try row.bool("keeps_original"),
            kind: try row.optional("kind", Row.text).flatMap(FileKind.init), mediaType: try row.optional("media_type", Row.text), digest: try digest("digest"),
            small: try digest("small_digest"), large: try digest("large_digest"), width: try number("width"), height: try number("height"),
            duration: try number("duration"), waveform: try row.optional("waveform", Row.bytes),
            refusal: try row.optional("refusal", Row.text).flatMap(FileRefusal.init), held: Int(try row.int("held")), madeAt: try row.moment("made_at"))
    }
}
