import Accounts
import Kernel
import Storage

/// What is done about a reported message, with the reason that its author and whoever reported it are told.
struct DecideReport: Verb {
    static let mostHours = 24 * 30
    let report: ID<Report>
    let measure: Measure
    let reason: Explanation
    /// For `mute`; from 1 to `mostHours`.
    let hours: Int
    init(_ report: ID<Report>, _ measure: Measure, reason: String, hours: Int = 24) throws {
        self.report = report
        self.measure = measure
        self.reason = try Explanation(reason, field: "reason")
        self.hours = min(max(hours, 1), Self.mostHours)
    }

    @discardableResult func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Decision> {
        let decidable = try MessagingAccess.decidable(report, by: viewer, in: tx), message = decidable.message
        let until = measure == .mute ? now + hours * 3600 : nil
        let decision = try OrderStore.decide(decidable, measure, until: until, reason: reason.text, at: now, tx)
        let about = "chat:\(message.chat.number)/message:\(message.seq)/person:\(message.author.number)"
        try tx.leave(Trace("messaging.decision", about: about, became: measure.rawValue), by: viewer, at: now)
        if measure.removes, decidable.stands {
            try MessageChangeStore.remove(message, at: now, tx)
            try MessageChangeStore.tellWithAnswers(message, tx)
        }
        if measure == .block { tx.leave(message.author, .chat(message.chat)) }
        try OrderTelling.decided(decision, measure, about: message.author, in: decidable.school, at: now, tx)
        return decision
    }
}

/// The author objects to a decision; another one of those who decide for the school answers.
struct AppealDecision: Verb {
    let decision: ID<Decision>
    let text: Explanation
    init(_ decision: ID<Decision>, _ text: String) throws {
        self.decision = decision
        self.text = try Explanation(text, field: "text")
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let appealable = try MessagingAccess.appealable(decision, by: viewer, in: tx)
        try OrderStore.appeal(appealable, text.text, at: now, tx)
        try OrderTelling.appealed(in: viewer.school, except: [viewer.person, appealable.decider], at: now, tx)
        try tx.leave(Trace("messaging.appeal", about: "decision:\(decision.number)"), by: viewer, at: now)
    }
}

struct AnswerAppeal: Verb {
    let decision: ID<Decision>
    let text: Explanation
    /// The author may write and read again; the message stays away.
    let lifts: Bool
    init(_ decision: ID<Decision>, _ text: String, lifts: Bool) throws {
        self.decision = decision
        self.text = try Explanation(text, field: "text")
        self.lifts = lifts
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let appeal = try MessagingAccess.answerable(decision, by: viewer, in: tx)
        try OrderStore.answer(appeal, text.text, lifts: lifts, at: now, tx)
        // Their open page asks anew what it may follow.
        if lifts { tx.end(appeal.about) }
        try OrderTelling.answered(to: appeal.about, in: viewer.school, at: now, tx)
        try tx.leave(
            Trace("messaging.answer", about: "decision:\(decision.number)/person:\(appeal.about.number)", became: lifts ? "lifted" : "upheld"), by: viewer,
            at: now)
    }
}
