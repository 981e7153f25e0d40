import Accounts
import Kernel
import Notices
import Storage

/// What is told of a chat's order to one who has no page open: to those who decide, that something waits for them; to the others, what
/// was decided. Always as meant by name: it is about them.
enum OrderTelling {
    /// A report, or a message that waits for a look.
    static func waits(in chat: ID<Chat>, of school: ID<School>, except author: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        var people = try Set(AnnouncementStore.overseers(of: chat, tx))
        if people.subtracting([author]).isEmpty { people = try deciders(of: school, tx) }
        try Notices.tell(Notice(.task, school: school, to: people.subtracting([author]), about: .moderation), by: nil, at: now, in: tx)
    }

    static func reported(in chat: ID<Chat>, of school: ID<School>, except people: Set<ID<Person>>, at now: Moment, _ tx: Transaction) throws {
        let judges = try Set(AnnouncementStore.overseers(of: chat, tx)).union(deciders(of: school, tx)).subtracting(people)
        try Notices.tell(Notice(.task, school: school, to: judges, about: .moderation), by: nil, at: now, in: tx)
    }

    /// The author is told, unless nothing was done, and whoever reported the message.
    static func decided(_ decision: ID<Decision>, _ measure: Measure, about author: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws
    {
        let reporters = try tx.rows("SELECT DISTINCT reporter_id FROM message_report WHERE decision_id = \(decision)").map {
            try $0.id("reporter_id", of: Person.self)
        }
        try mean(Set(reporters).union(measure == .nothing ? [] : [author]), Notice(.message, school: school, to: [], about: .chatDecisions), at: now, tx)
    }

    static func appealed(in school: ID<School>, except people: Set<ID<Person>>, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(Notice(.task, school: school, to: try deciders(of: school, tx).subtracting(people), about: .moderation), by: nil, at: now, in: tx)
    }

    static func answered(to person: ID<Person>, in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try mean([person], Notice(.message, school: school, to: [], about: .chatDecisions), at: now, tx)
    }

    /// Words that waited for a look were refused.
    static func refused(in chat: ID<Chat>, of school: ID<School>, to author: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try mean([author], Notice(.message, school: school, to: [], about: .chat(chat)), at: now, tx)
    }

    /// A request to publish waits for those who manage the channel.
    static func proposed(in chat: ID<Chat>, of school: ID<School>, except author: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        let people = try Set(AnnouncementStore.overseers(of: chat, tx)).subtracting([author])
        try Notices.tell(Notice(.task, school: school, to: people, about: .requests(in: chat)), by: nil, at: now, in: tx)
    }

    /// It was published or returned.
    static func judged(in chat: ID<Chat>, of school: ID<School>, to author: ID<Person>, by judge: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        guard author != judge else { return }
        try mean([author], Notice(.message, school: school, to: [], about: .requests(in: chat)), at: now, tx)
    }

    private static func mean(_ people: Set<ID<Person>>, _ notice: Notice, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(notice.meaning(people), by: nil, at: now, in: tx)
    }

    private static func deciders(of school: ID<School>, _ tx: Transaction) throws -> Set<ID<Person>> {
        try AccountsStore.people(as: MessagingAccess.deciders, in: school, tx)
    }
}
