import Accounts
import Foundation
import Kernel
import Storage
import WebCore

/// The director or an administrator tells what cannot wait: it goes through quiet hours to everyone it is for, stands on «Сегодня», and says
/// why it was urgent. A few a day are enough for any school: more would teach people to look away (PRODUCT N16).
struct SendUrgent: Verb {
    static let longestWords = 1000
    static let mostADay = 6

    let words: String
    let reason: String
    let audience: UrgentAudience
    /// Names the attempt: sent twice, it is told once.
    let attempt: String

    init(_ words: String, because reason: String, to audience: UrgentAudience, attempt: String) throws {
        self.words = words.trimmingCharacters(in: .whitespacesAndNewlines)
        self.reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
        self.audience = audience
        self.attempt = attempt
        guard !self.words.isEmpty, self.words.count <= Self.longestWords else { throw Denial.invalid(field: "words", .urgentWords) }
        guard !self.reason.isEmpty, self.reason.count <= NoticesAccess.longestReason else { throw Denial.invalid(field: "reason", .urgentWants) }
        guard (8...64).contains(attempt.utf8.count) else { throw Denial.invalid(field: "attempt", .unreadable) }
    }

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<UrgentNotice> {
        let school = try NoticesAccess.alarmed(by: viewer)
        if let before = try UrgentStore.attempted(attempt, in: school, tx) { return before }
        try UrgentStore.check(audience, in: school, tx)
        guard try UrgentStore.count(since: now - 86_400, in: school, tx) < Self.mostADay else { throw Denial.conflict(.urgentEnough) }
        guard let (id, people) = try UrgentStore.add(self, in: school, at: now, tx) else { throw Denial.conflict(.urgentEnough) }
        guard !people.isEmpty else { throw Denial.invalid(field: "to", .nobodyThere) }
        try Notices.tell(
            Notice(.announcement, school: school.id, to: people, about: .urgent(id), urgency: .urgent(reason: reason)), by: viewer, at: now, in: tx)
        tx.emit(.urgent(id, to: people))
        return id
    }
}

/// A person says that they have seen it.
struct SeeUrgent: Verb {
    let notice: ID<UrgentNotice>

    func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        guard try UrgentStore.see(notice, by: viewer, at: now, tx) else { throw Denial.notFound }
        try Notices.seen(.urgent(notice), by: viewer.person, in: tx)
    }
}
