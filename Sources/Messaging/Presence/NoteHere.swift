import Kernel
import Storage

/// A member of a talk of two has it open: the other's page shows «в сети». Said about once a minute while the page is looked at; no row is
/// written, so it costs the database nothing, and with two nodes it goes the way of all news.
struct NoteHere: Verb {
    static let isolation = Isolation.rowLock
    let chat: ID<Chat>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard let other = try MessagingAccess.present(in: chat, by: viewer, in: tx) else { return }
        tx.emit(.here(in: chat, for: other))
    }
}

/// Whether others see in a talk of two that the person is there; who does not show it does not see it.
struct ShowPresence: Verb {
    let isShown: Bool

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO chat_manner (person_id, shows_typing, shows_presence) VALUES (\(viewer.person), 1, \(isShown))
            ON CONFLICT (person_id) DO UPDATE SET shows_presence = excluded.shows_presence
            """)
    }

    static func isShown(by viewer: Viewer, _ tx: Transaction) throws -> Bool {
        let said = try tx.first("SELECT shows_presence FROM chat_manner WHERE person_id = \(viewer.person)")
        return try said?.optional("shows_presence", Row.bool) ?? (viewer.side != .pupil)
    }
}
