import Kernel

/// What a message asks of its readers besides being read. The same for all readers; how it stands with one reader is a `ReadersPart`.
enum MessagePart: Hashable, Sendable {
    /// Open: it may be talked about in the chat.
    case announcement(isOpen: Bool)
    case poll(ID<Poll>)

    var name: String {
        switch self {
        case .announcement: "announcement"
        case .poll: "poll"
        }
    }
}

/// The part of one message as one reader has it: their page asks for it by itself, for it differs from reader to reader.
enum ReadersPart: Hashable, Sendable {
    case announcement(Announcement)
    case poll(Poll)
}

extension Message {
    /// What was asked does not change under those who have answered.
    var isPoll: Bool { if case .poll = part { true } else { false } }
}
