import Accounts
import Kernel
import Storage

/// A member reports a message (REQUIREMENTS C14). Who manages the chat and the school's administrators decide.
struct ReportMessage: Verb {
    let chat: ID<Chat>
    let seq: Int64
    let cause: ReportCause
    let note: Explanation
    init(_ seq: Int64, in chat: ID<Chat>, as cause: ReportCause, note: String = "") throws {
        self.chat = chat
        self.seq = seq
        self.cause = cause
        self.note = try Explanation(note, field: "note", isRequired: false)
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let seen = try MessagingAccess.reportable(seq, in: chat, by: viewer, in: tx)
        guard try OrderStore.report(seen, cause, note: note.text, at: now, tx) else { return }
        try tx.leave(Trace("messaging.report", about: "chat:\(chat.number)/message:\(seq)", became: cause.rawValue), by: viewer, at: now)
        try OrderTelling.reported(in: chat, of: seen.school, except: try OrderStore.parties(of: seq, in: chat, viewer, tx), at: now, tx)
    }
}

/// Who decides looks at a reported message and a little around it. Where they are no member of the chat, the look leaves a trace.
struct LookAtReport: Verb {
    let report: ID<Report>
    init(_ report: ID<Report>) { self.report = report }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> [Message] {
        let decidable = try MessagingAccess.decidable(report, by: viewer, in: tx), message = decidable.message
        if try !OrderStore.isMember(viewer.person, of: message.chat, tx) {
            try tx.leave(Trace("messaging.look", about: "chat:\(message.chat.number)/message:\(message.seq)"), by: viewer, at: now)
        }
        return try OrderStore.around(decidable, tx)
    }
}
