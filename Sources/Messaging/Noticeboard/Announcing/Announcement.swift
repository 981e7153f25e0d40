import Kernel

/// A message that asks for «Ознакомлен» (REQUIREMENTS C04–C06), as one reader has it.
struct Announcement: Hashable, Sendable {
    let chat: ID<Chat>
    let seq: Int64
    let author: ID<Person>
    /// Whether it may be talked about in the chat; else answers go to its author alone.
    let isOpen: Bool
    let remindedAt: Moment?
    let standing: Standing
    /// Whether the reader sees who has acknowledged it: its author, and who manages the chat.
    let isOverseen: Bool
    /// How many have, for those who see it.
    var tallies: [Tally] = []
    /// How many people have answered its author, for the author.
    var exchanges = 0

    /// Nobody is reminded oftener than once in so many seconds.
    static let reminderPause = 12 * 3600
    func mayRemind(at now: Moment) -> Bool { remindedAt.map { Moment.seconds(from: $0, to: now) >= Self.reminderPause } ?? true }

    enum Standing: Hashable, Sendable {
        /// The reader wrote it, or it is not addressed to them: a teacher among the pupils.
        case notAsked
        case waits
        case acknowledged(Moment)
        /// The other parent has.
        case byFamily
    }

    /// How many of one side have acknowledged it: pupils, families (one parent is enough), staff.
    struct Tally: Hashable, Sendable {
        let side: Side
        let done: Int
        let all: Int
    }
}

/// One to whom an announcement is addressed: a pupil, a member of the staff, or the family of a pupil, under the pupil's name.
struct Addressee: Hashable, Sendable {
    let side: Side
    let name: PersonName
    let acknowledgedAt: Moment?
}

/// An announcement that a person has not acknowledged, as «Сегодня» shows it.
struct WaitingAnnouncement: Hashable, Sendable {
    let chat: Chat
    let message: Message
    let isReminded: Bool
}

/// One thing said between an announcement's author and one reader.
struct Reply: Hashable, Sendable {
    let author: Message.Author
    let body: String
    let at: Moment
}

/// An exchange about an announcement, for the list of its author.
struct Exchange: Hashable, Sendable {
    let chat: Chat
    let seq: Int64
    let reader: ID<Person>
    let name: PersonName
    let last: String
    let at: Moment
    let isUnread: Bool
}
