import Files
import Kernel
import Storage

/// Files in messages: who may put which there, and who reads them. A file is read by exactly those who see its message.
extension MessagingAccess {
    /// One's own files that were taken, or are being looked into. Throws `Denial.invalid` for too many or one twice, `.notFound` for another's.
    static func attachable(_ ids: [ID<StoredFile>], by viewer: Viewer, in tx: Transaction) throws -> [SendableFile] {
        guard ids.count <= AttachedFile.most, Set(ids).count == ids.count else { throw Denial.invalid(field: "files", .tooManyFiles(AttachedFile.most)) }
        return try ids.map { try FilesAccess.showable($0, by: viewer, tx) }
    }

    /// A file of a message the viewer sees.
    static func readable(_ place: Int64, of seq: Int64, in chat: ID<Chat>, by viewer: Viewer, _ tx: Transaction) throws -> AttachedFile {
        try file(
            tx.first(
                """
                SELECT h.place, h.file_id FROM chat c JOIN chat_member me ON \(seen(by: viewer))
                JOIN message m ON m.chat_id = c.id AND m.seq > me.since_seq AND m.removed_at IS NULL JOIN message_file h ON h.chat_id = m.chat_id AND h.seq = m.seq
                WHERE c.id = \(chat) AND m.seq = \(seq) AND h.place = \(place)
                """), tx)
    }

    /// A file of a message that waits for a look: its author's, and of who looks.
    static func readable(_ place: Int64, ofWaiting waiting: ID<WaitingMessage>, by viewer: Viewer, _ tx: Transaction) throws -> AttachedFile {
        try file(
            tx.first(
                """
                SELECT h.place, h.file_id FROM message_waiting w JOIN chat c ON c.id = w.chat_id JOIN message_waiting_file h ON h.waiting_id = w.id
                WHERE w.id = \(waiting) AND h.place = \(place) AND w.school_id = \(viewer.school)
                AND (w.author_id = \(viewer.person) OR w.refused_at IS NULL AND \(moderated(by: viewer)))
                """), tx)
    }

    /// A file of a reported message, for who decides about it.
    static func readable(_ place: Int64, ofReported report: ID<Report>, by viewer: Viewer, _ tx: Transaction) throws -> AttachedFile {
        try file(
            tx.first(
                """
                SELECT h.place, h.file_id FROM message_report r JOIN chat c ON c.id = r.chat_id
                JOIN message m ON m.chat_id = r.chat_id AND m.seq = r.seq AND m.removed_at IS NULL JOIN message_file h ON h.chat_id = m.chat_id AND h.seq = m.seq
                WHERE r.id = \(report) AND h.place = \(place) AND r.decision_id IS NULL AND r.author_id <> \(viewer.person) AND \(moderated(by: viewer))
                """), tx)
    }

    /// A file of a post for a later hour: its author's alone.
    static func readable(_ place: Int64, ofPrepared post: ID<PreparedPost>, in chat: ID<Chat>, by viewer: Viewer, _ tx: Transaction) throws -> AttachedFile {
        try file(
            tx.first(
                """
                SELECT h.place, h.file_id FROM prepared_post w JOIN prepared_post_file h ON h.post_id = w.id
                WHERE w.id = \(post) AND w.chat_id = \(chat) AND h.place = \(place) AND w.author_id = \(viewer.person) AND w.school_id = \(viewer.school)
                AND w.side = \(viewer.side.rawValue)
                """), tx)
    }

    /// A file of words proposed for a channel: of whoever sees the request.
    static func readable(_ place: Int64, ofProposed request: ID<PublishRequest>, in chat: ID<Chat>, by viewer: Viewer, _ tx: Transaction) throws
        -> AttachedFile
    {
        try file(
            tx.first(
                """
                SELECT h.place, h.file_id FROM chat c JOIN chat_member me ON \(seen(by: viewer)) JOIN publish_request w ON w.chat_id = c.id
                JOIN publish_request_file h ON h.request_id = w.id
                WHERE c.id = \(chat) AND w.id = \(request) AND h.place = \(place) AND \(seesRequest(viewer))
                """), tx)
    }

    private static func file(_ row: Row?, _ tx: Transaction) throws -> AttachedFile {
        guard let row, let file = try FilesStore.referred([row.id("file_id")], tx).first else { throw Denial.notFound }
        return AttachedFile(place: Int(try row.int("place")), file: file)
    }
}
