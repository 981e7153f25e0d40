import Accounts
import Kernel
import Storage

/// A member is writing at this moment: the others' pages say so for a few seconds. Nothing is kept; who has switched it off is not shown.
struct NoteTyping: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let chat = try MessagingStore.chat(chat, seenBy: viewer, tx) else { throw Denial.notFound }
        guard chat.mayPost, try TypingStore.isShown(viewer.person, tx) else { return }
        tx.emit(.typing(in: chat.id, viewer))
    }
}

/// Whether others see that a person is writing.
struct ShowTyping: Verb {
    let isShown: Bool

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws { try TypingStore.show(isShown, of: viewer.person, tx) }
}

enum TypingStore {
    static func isShown(_ person: ID<Person>, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT shows_typing FROM chat_manner WHERE person_id = \(person)").map { try $0.bool("shows_typing") } ?? true
    }

    /// Only on the word of the person themselves.
    fileprivate static func show(_ isShown: Bool, of person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO chat_manner (person_id, shows_typing) VALUES (\(person), \(isShown))
            ON CONFLICT (person_id) DO UPDATE SET shows_typing = excluded.shows_typing
            """)
    }

    static func forget(_ person: ID<Person>, _ tx: Transaction) throws { try tx.rows("DELETE FROM chat_manner WHERE person_id = \(person)") }

    static func handOver(_ from: ID<Person>, to into: ID<Person>, _ tx: Transaction) throws {
        // The narrower wish of the two stands.
        try tx.rows(
            "UPDATE chat_manner SET shows_typing = 0 WHERE person_id = \(into) AND EXISTS (SELECT f.person_id FROM chat_manner f WHERE f.person_id = \(from) AND f.shows_typing = 0)"
        )
        try tx.rows(
            "UPDATE chat_manner SET shows_presence = 0 WHERE person_id = \(into) AND EXISTS (SELECT f.person_id FROM chat_manner f WHERE f.person_id = \(from) AND f.shows_presence = 0)"
        )
        try tx.rows("DELETE FROM chat_manner WHERE person_id = \(from) AND EXISTS (SELECT i.person_id FROM chat_manner i WHERE i.person_id = \(into))")
        try tx.rows("UPDATE chat_manner SET person_id = \(into) WHERE person_id = \(from)")
    }
}
