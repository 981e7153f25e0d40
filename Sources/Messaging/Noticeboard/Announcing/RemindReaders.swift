import Accounts
import Kernel
import Notices
import Storage

/// The author of an announcement, or who manages the chat, reminds those who have not acknowledged it, and only those; at most once in twelve hours.
public struct RemindReaders: Verb {
    public let chat: ID<Chat>
    public let seq: Int64
    public init(_ seq: Int64, in chat: ID<Chat>) {
        self.chat = chat
        self.seq = seq
    }

    /// Says how many people are reminded.
    @discardableResult public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int {
        let announcement = try MessagingAccess.overseen(seq, in: chat, by: viewer, in: tx)
        if let before = announcement.remindedAt, Moment.seconds(from: before, to: now) < Announcement.reminderPause {
            throw Denial.wait(seconds: Announcement.reminderPause - Moment.seconds(from: before, to: now))
        }
        let waiting = try AnnouncementStore.waiting(for: announcement, tx)
        guard !waiting.isEmpty else { return 0 }
        try AnnouncementStore.noteReminder(announcement, at: now, tx)
        try tx.leave(Trace("messaging.reminder", about: "chat:\(chat.number)/message:\(seq)", became: String(waiting.count)), by: viewer, at: now)
        tx.emit(.reminded(of: seq, in: chat, Set(waiting)))
        let notice = Notice(.announcement, school: viewer.school, to: Set(waiting), about: .chat(chat, at: seq), urgency: .important)
        try Notices.tell(notice, by: viewer, at: now, in: tx)
        return waiting.count
    }
}
