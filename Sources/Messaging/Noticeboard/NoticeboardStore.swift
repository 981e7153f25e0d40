import Kernel
import Storage

/// Which messages ask something of their readers, and what of whom.
enum NoticeboardStore {
    /// What these messages ask, as the viewer has it.
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

extension MessagePart {
    /// From the columns `announced_open` and `poll_id` beside a message's own.
    init?(_ row: Row) throws {
        if let poll: ID<Poll> = try row.optionalID("poll_id") {
            self = .poll(poll)
        } else {
            guard let isOpen = try row.optional("announced_open", Row.bool) else { return nil }
            self = .announcement(isOpen: isOpen)
        }
    }
}
