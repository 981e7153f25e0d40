import Kernel

/// One row of the outbox, as it is judged and sent.
struct WaitingNotice: Hashable, Sendable {
    let id: ID<WaitingNotice>
    let person: ID<Person>
    let school: ID<School>
    let kind: String
    let place: String
    let isMention: Bool
    /// 0 ordinary, 1 important, 2 urgent.
    let urgency: Int64
    /// How much has happened in the place; more than was claimed means that the news is newer than what was sent.
    let count: Int64
    let toldAt: Moment
    let tries: Int64
}

/// All that goes to one person at one time: their devices buzz once.
struct Parcel: Sendable {
    let person: ID<Person>
    let language: Language
    let lease: Int64
    let notices: [WaitingNotice]
    let devices: [PushDevice]
    let mail: MailAddress?
    /// Channels that have all of it already, from a try that another channel failed.
    let done: Set<String>

    /// A single place is opened itself, several are seen on the first screen.
    var path: String { notices.count == 1 ? "/n/\(notices.first?.id.number ?? 0)" : "/" }
    /// The same for the same news, however often it is tried, so that a push service or a browser replaces what it has.
    var name: String { notices.count == 1 ? "notice-\(notices.first?.id.number ?? 0)" : "person-\(person.number)" }
    var isUrgent: Bool { notices.contains { $0.urgency == 2 } }
    var tries: Int64 { notices.map(\.tries).max() ?? 0 }
}

/// How one channel has taken a parcel.
enum Handed: Sendable {
    case taken
    /// The device is no more: it is forgotten.
    case gone
    /// Not today: tried again later.
    case failed
    /// It will not be taken, however often it is tried.
    case refused
}
