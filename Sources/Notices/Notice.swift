import Kernel

/// Something that has happened and that people should hear of although they have no page open. Says what kind of thing and where to
/// look, never what: that is read on the page, by whoever may.
public struct Notice: Hashable, Sendable {
    public let kind: NoticeKind
    public let school: ID<School>
    public let people: Set<ID<Person>>
    /// Those of them who are meant by name, e.g. mentioned in a chat.
    public let mentioned: Set<ID<Person>>
    /// A path of ours.
    public let place: String
    public let urgency: Urgency
    /// Seconds before it may go: in them one who has a page open sees for themselves, and a slip is mended. Who is marked as absent at the
    /// bell often comes in a minute later.
    var delay: Int { kind == .absence ? 300 : urgency.delay }

    init(_ kind: NoticeKind, school: ID<School>, people: Set<ID<Person>>, mentioned: Set<ID<Person>>, place: String, urgency: Urgency) {
        self.kind = kind
        self.school = school
        self.people = people
        self.mentioned = mentioned
        self.place = place
        self.urgency = urgency
    }
}

extension Notice {
    /// The same to these people, each of them meant by name.
    public func meaning(_ people: Set<ID<Person>>) -> Notice {
        Notice(kind, school: school, people: people, mentioned: people, place: place, urgency: urgency)
    }
}

/// What people choose by. `absence` is told to guardians alone: the child is not at a lesson today, and nobody knows why. `trial` is what
/// one sends oneself to see whether it arrives.
public enum NoticeKind: String, Hashable, Sendable, CaseIterable, Codable {
    case message, mark, lesson, absence, announcement, task, call, security, trial

    /// News of one's own account cannot be switched off.
    public static let chosen: [NoticeKind] = [.message, .mark, .lesson, .absence, .announcement, .task, .call]

    /// What holds for one who has said nothing. A mark disturbs nobody who did not ask for it, and lessons are told once a day (PRODUCT N16).
    public var standard: NoticeLevel {
        switch self {
        case .mark: .none
        case .lesson: .digest
        case .message, .absence, .announcement, .task, .call, .security, .trial: .all
        }
    }
    /// The levels that mean something for this kind.
    public var levels: [NoticeLevel] {
        switch self {
        case .message: [.all, .mentions, .none]
        case .mark, .lesson: [.all, .digest, .none]
        case .absence, .announcement, .task, .call, .security, .trial: [.all, .none]
        }
    }
}

public enum Urgency: Hashable, Sendable {
    /// After a minute, outside quiet hours, at the pace a person has chosen.
    case ordinary
    /// Soon, outside quiet hours, whatever the pace.
    case important
    /// At once, by night as well. Only the director and the administrators may, and why is kept (PRODUCT N16).
    case urgent(reason: String)

    var rank: Int64 {
        switch self {
        case .ordinary: 0
        case .important: 1
        case .urgent: 2
        }
    }
    /// Seconds in which one who has a page open may see for themselves.
    var delay: Int {
        switch self {
        case .ordinary: 60
        case .important: 20
        case .urgent: 0
        }
    }
}

/// How much of a kind a person wants to hear. A `digest` comes once a day, when the school's day is over.
public enum NoticeLevel: String, Hashable, Sendable, CaseIterable, Codable {
    case all, mentions, none, digest
}

/// How often: at once, once a day in the morning, or once a week (families).
public enum NoticePace: String, Hashable, Sendable, CaseIterable, Codable {
    case soon, morning, weekly
}
