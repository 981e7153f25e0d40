import Files
import Kernel
import Storage

/// A question is put in one chat or in several: one poll, answered once by a person (REQUIREMENTS C16, C17). Sent twice under one name it is put once.
public struct PutPoll: Verb {
    public static let isolation = Isolation.rowLock
    public let poll: NewPoll
    public let chats: Set<ID<Chat>>
    public let clientID: Message.ClientID
    /// They were asked about their words and put them all the same.
    public let isSure: Bool
    /// The author's own, in their order, beside the question.
    public let files: [ID<StoredFile>]
    public init(
        _ poll: NewPoll, as clientID: Message.ClientID, in chats: Set<ID<Chat>>, isSure: Bool = false, with files: [ID<StoredFile>] = []
    ) {
        self.files = files
        self.isSure = isSure
        self.poll = poll
        self.chats = chats
        self.clientID = clientID
    }

    /// Where it was put first.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Posted {
        let places = try MessagingAccess.pollable(chats, by: viewer, at: now, in: tx)
        for place in places {
            guard let known = try MessagingStore.posted(clientID, in: place.chat, tx) else { continue }
            return Posted(try MessagingStore.message(known.seq, of: place.chat.id, tx), in: place.chat)
        }
        let words = try Words(Message.Body(poll.question), with: MessagingAccess.attachable(files, by: viewer, in: tx))
        let judged = [poll.question] + poll.options + words.files.map(\.file.name)
        try MessagingAccess.judgeAtOnce(judged, by: viewer, isSure: isSure, tx)
        let id = try PollStore.put(poll, by: viewer, at: now, tx)
        let posted = try places.map { place in
            let message = try MessagingStore.append(words, clientID, to: place.chat, at: now, tx)
            try PollStore.place(id, at: message.seq, in: place, tx)
            return Posted(try MessagingStore.message(message.seq, of: place.chat.id, tx), in: place.chat)
        }
        for one in posted { tx.emit(.posted(one)) }
        guard let first = posted.first else { throw Denial.invalid(field: "chats", .chooseChats) }
        return first
    }
}
