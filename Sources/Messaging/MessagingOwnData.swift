import Kernel
import Storage
import WebCore

/// What chats keep about a person: in which they are, and what they have written.
struct MessagingOwnData {
    let reader: Reader
    private var text: any MessagingText { reader.language.messaging }

    func sections(of person: ID<Person>, _ tx: Transaction) throws -> [OwnData] {
        guard let school = reader.viewer?.school else { return [] }
        return try [
            OwnData("chats", text.chats, try chats(of: person, in: school, tx)),
            OwnData("messages", text.ownMessages, try messages(of: person, in: school, tx)),
        ] + Noticeboard.ownData(of: person, in: school, for: reader, tx) + OrderPeople.ownData(of: person, in: school, for: reader, tx)
    }

    private func chats(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try tx.rows(
            """
            SELECT c.kind, \(MessagingStore.title(besides: "m.person_id")) FROM chat_member m JOIN chat c ON c.id = m.chat_id
            WHERE m.person_id = \(person) AND m.school_id = \(school) AND m.present = 1 ORDER BY c.kind, title, c.id
            """
        ).map { [.init("chat", text.ownChat, try title($0))] }
    }

    private func messages(of person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> [[OwnData.Field]] {
        try tx.rows(
            """
            SELECT m.body, (SELECT COUNT(*) FROM message_file h WHERE h.chat_id = m.chat_id AND h.seq = m.seq) AS files, m.posted_at, c.kind, \(MessagingStore.title(besides: "m.author_id")) FROM message m JOIN chat c ON c.id = m.chat_id
            WHERE m.author_id = \(person) AND m.school_id = \(school) AND (m.body <> '' OR m.has_parts = 1) ORDER BY m.posted_at DESC, m.chat_id, m.seq DESC
            """
        ).map { row in
            let at = try row.moment("posted_at"), clock = reader.language.web.time(reader.zone.minute(of: at))
            let said = try reader.language.attached.said(row.text("body"), Int(row.int("files")))
            return [
                .init("text", text.ownText, said), .init("chat", text.ownChat, try title(row)),
                .init("at", text.ownTime, "\(reader.zone.day(of: at)), \(clock)"),
            ]
        }
    }

    private func title(_ row: Row) throws -> String {
        let title = try row.text("title").trimmed
        switch try MessagingStore.kind(row) {
        case .class: return text.classChat(title)
        case .family: return text.familyChat(title)
        case .staff: return text.staffRoom
        case .school: return text.schoolChannel
        case .course, .group, .direct, .network: return title
        }
    }
}
