import Kernel
import Storage

/// Which messages ask something of their readers, and what of whom.
enum NoticeboardStore {
    /// Those among the chat's messages from `first` to `last`.
    static func parts(of chat: ID<Chat>, from first: Int64, to last: Int64, _ tx: Transaction) throws -> [Int64: MessagePart] {
        try tx.rows(
            """
            SELECT seq, is_open, NULL AS poll_id FROM announcement WHERE chat_id = \(chat) AND seq BETWEEN \(first) AND \(last)
            UNION ALL SELECT seq, 0, poll_id FROM poll_place WHERE chat_id = \(chat) AND seq BETWEEN \(first) AND \(last)
            """
        ).reduce(into: [:]) { parts, row in
            parts[try row.int("seq")] = try row.optionalID("poll_id").map(MessagePart.poll) ?? .announcement(isOpen: row.bool("is_open"))
        }
    }

    /// The same as the viewer has them.
    static func parts(of messages: [Message], in chat: ID<Chat>, for viewer: Viewer, _ tx: Transaction) throws -> [Int64: ReadersPart] {
        let asking = messages.filter { $0.removal == nil }
        let announced = asking.filter { if case .announcement = $0.part { true } else { false } }.map(\.seq)
        var parts = try AnnouncementStore.announcements(announced, of: chat, seenBy: viewer, tx).reduce(into: [Int64: ReadersPart]()) {
            $0[$1.seq] = .announcement($1)
        }
        for message in asking {
            guard case .poll(let id) = message.part, let poll = try PollStore.poll(id, seenBy: viewer, tx) else { continue }
            parts[message.seq] = .poll(poll)
        }
        return parts
    }
}
