import Accounts
import Kernel
import Storage

/// How other features reach people who have no page open.
public enum Notices {
    /// Puts the news into the outbox, in the transaction of the change: both are there, or neither. One statement however many people;
    /// those who have neither a device nor an address are left out. Whether and when it goes is judged when it is sent.
    /// Throws `Denial.forbidden` for an urgent one by somebody who may not, `Denial.invalid` for one without a reason.
    public static func tell(_ notice: Notice, by viewer: Viewer?, at now: Moment, in tx: Transaction) throws {
        let told = try NoticesAccess.telling(notice, by: viewer)
        guard !notice.people.isEmpty else { return }
        try OutboxStore.put(told, at: now, tx)
        guard case .urgent(let reason) = notice.urgency else { return }
        try tx.leave(
            Trace("notices.urgent", about: "school:\(notice.school.number)", became: "\(notice.people.count): \(reason)"), in: notice.school,
            by: viewer?.person, at: now)
    }
}
