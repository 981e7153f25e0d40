import Kernel
import Storage

/// Who sets a chat's order, takes it out, objects to a decision and answers the objection.
extension MessagingAccess {
    /// Setting a chat's order: who manages it (REQUIREMENTS C13, C27).
    static func ordered(_ chat: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> OrderedChat {
        let row = try tx.first("SELECT me.manages FROM chat c JOIN chat_member me ON \(seen(by: viewer)) WHERE c.id = \(chat)")
        guard let row else { throw Denial.notFound }
        guard try row.bool("manages") else { throw Denial.forbidden(.onlyManagersOrder) }
        return OrderedChat(id: chat, person: viewer.person)
    }

    /// Taking a conversation out: who manages the chat, its owner, and the two who talk alone.
    static func exportable(_ id: ID<Chat>, by viewer: Viewer, in tx: Transaction) throws -> Chat {
        guard let chat = try MessagingStore.chat(id, seenBy: viewer, tx) else { throw Denial.notFound }
        let owner: ID<Person>? = try tx.one("SELECT owner_id FROM chat WHERE id = \(id)").optionalID("owner_id")
        guard chat.manages || owner == viewer.person || chat.kind == .direct else { throw Denial.forbidden(.onlyManagersExport) }
        return chat
    }

    /// Objecting: the author, once.
    static func appealable(_ decision: ID<Decision>, by viewer: Viewer, in tx: Transaction) throws -> AppealableDecision {
        let found = try tx.first(
            "SELECT by_id, appeal FROM chat_decision WHERE id = \(decision) AND person_id = \(viewer.person) AND school_id = \(viewer.school) AND measure <> 'nothing'"
        )
        guard let found else { throw Denial.notFound }
        guard try found.optional("appeal", Row.text) == nil else { throw Denial.conflict(.appealed) }
        return AppealableDecision(id: decision, decider: try found.id("by_id"))
    }

    /// Answering an appeal: those who decide for the school; neither whose decision it was nor whom it is about.
    static func answerable(_ decision: ID<Decision>, by viewer: Viewer, in tx: Transaction) throws -> AnswerableAppeal {
        guard decidesForSchool(viewer) else { throw Denial.notFound }
        let row = try tx.first(
            """
            SELECT chat_id, person_id, by_id, answer FROM chat_decision WHERE id = \(decision) AND school_id = \(viewer.school) AND appeal IS NOT NULL
            """)
        guard let row else { throw Denial.notFound }
        let about: ID<Person> = try row.id("person_id"), by: ID<Person> = try row.id("by_id")
        guard about != viewer.person, by != viewer.person else { throw Denial.forbidden(.ownCase) }
        guard try row.optional("answer", Row.text) == nil else { throw Denial.conflict(.appealAnswered) }
        return AnswerableAppeal(id: decision, chat: try row.id("chat_id"), about: about, person: viewer.person)
    }
}

/// Proof that the viewer sets this chat's order.
struct OrderedChat: Sendable {
    let id: ID<Chat>
    let person: ID<Person>
    fileprivate init(id: ID<Chat>, person: ID<Person>) {
        self.id = id
        self.person = person
    }
}

/// Proof that the viewer objects to this decision.
struct AppealableDecision: Sendable {
    let id: ID<Decision>
    /// Whose decision it is: another one answers.
    let decider: ID<Person>
    fileprivate init(id: ID<Decision>, decider: ID<Person>) {
        self.id = id
        self.decider = decider
    }
}

/// Proof that the viewer answers this appeal.
struct AnswerableAppeal: Sendable {
    let id: ID<Decision>
    let chat: ID<Chat>
    let about: ID<Person>
    let person: ID<Person>
    fileprivate init(id: ID<Decision>, chat: ID<Chat>, about: ID<Person>, person: ID<Person>) {
        self.id = id
        self.chat = chat
        self.about = about
        self.person = person
    }
}
