import Files
import Kernel
import Storage

/// Who manages a chat posts a message that asks to be acknowledged (REQUIREMENTS C04–C06). Sent twice under one name it is posted once.
public struct PostAnnouncement: Verb {
    public static let isolation = Isolation.rowLock
    public let chat: ID<Chat>
    public let clientID: Message.ClientID
    public let body: Message.Body
    /// Whether it may be talked about in the chat from the start; else answers go to its author.
    public let isOpen: Bool
    /// The author's own, in their order.
    public let files: [ID<StoredFile>]
    /// As in `PostMessage`.
    private var waited: [SendableFile] = []
    public init(_ body: Message.Body, as clientID: Message.ClientID, in chat: ID<Chat>, isOpen: Bool = false, with files: [ID<StoredFile>] = []) {
        self.files = files
        self.chat = chat
        self.clientID = clientID
        self.body = body
        self.isOpen = isOpen
    }

    func with(_ waited: [SendableFile]) -> PostAnnouncement {
        var announcement = self
        announcement.waited = waited
        return announcement
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Posted {
        let place = try MessagingAccess.announceable(chat, by: viewer, at: now, in: tx)
        if let known = try MessagingStore.posted(clientID, in: place.chat, tx) {
            return Posted(try MessagingStore.message(known.seq, of: chat, tx), in: place.chat)
        }
        // A group may be a pupil's own.
        let words = try Words(body, with: waited + MessagingAccess.attachable(files, by: viewer, in: tx))
        try MessagingAccess.judgeAtOnce([body.text] + words.files.map(\.file.name), by: viewer, isSure: true, tx)
        let message = try MessagingStore.append(words, clientID, to: place.chat, at: now, tx)
        try AnnouncementStore.note(message.seq, isOpen: isOpen, in: place, tx)
        let posted = Posted(try MessagingStore.message(message.seq, of: chat, tx), in: place.chat)
        tx.emit(.posted(posted))
        return posted
    }
}
