import Kernel
import Markup
import Storage

extension Link {
    static let notices: Link = "/more/notices"
    static let schoolHours: Link = "/more/notices/school"
    static func removeDevice(_ device: ID<PushDevice>) -> Link { "/more/notices/devices/\(device.number)/remove" }
    static let newUrgent: Link = "/more/notices/urgent"
    static func urgent(_ notice: ID<UrgentNotice>) -> Link { "/urgent/\(notice.number)" }
    static func seeUrgent(_ notice: ID<UrgentNotice>) -> Link { "/urgent/\(notice.number)/seen" }
    static func mail(_ word: String) -> Link { "/mail/\(word)" }
}

extension Notice {
    /// - Parameter place: where the news is read: a chat, a diary. All that happens there until it is read is one notice.
    public init(
        _ kind: NoticeKind, school: ID<School>, to people: Set<ID<Person>>, about place: Link, urgency: Urgency = .ordinary,
        mentioning mentioned: Set<ID<Person>> = []
    ) {
        self.init(kind, school: school, people: people, mentioned: mentioned, place: place.text, urgency: urgency)
    }
}

extension Notices {
    /// The person has seen what is new in this place: what still waits is taken back.
    public static func seen(_ place: Link, by person: ID<Person>, in tx: Transaction) throws { try OutboxStore.takeBack(place.text, of: [person], tx) }
    /// What was told here is not so any more, e.g. a slip was mended: whoever has not been told yet is not.
    public static func takeBack(_ place: Link, of people: Set<ID<Person>>, in tx: Transaction) throws {
        try OutboxStore.takeBack(place.text, of: people, isUnsentOnly: true, tx)
    }
    /// Whether anything in these places was told the person, or waits to be.
    public static func isAnything(at places: [Link], for person: ID<Person>, in tx: Transaction) throws -> Bool {
        try OutboxStore.isAnything(at: places.map(\.text), for: person, tx)
    }

    /// A person's own level for one place, e.g. a chat; none goes back to the level of the kind.
    public static func setLevel(_ level: NoticeLevel?, of kind: NoticeKind, at place: Link, for person: ID<Person>, in tx: Transaction) throws {
        try ChoiceStore.setLevel(level, of: kind, at: place.text, for: person, tx)
    }
    /// The level that holds there, and whether it is the place's own.
    public static func level(of kind: NoticeKind, at place: Link, for person: ID<Person>, in tx: Transaction) throws -> (level: NoticeLevel, isOwn: Bool) {
        let levels = try ChoiceStore.levels(of: [person], tx)
        return (levels.level(of: person, kind.rawValue, at: place.text), levels.isOwn(of: person, kind.rawValue, at: place.text))
    }
}
