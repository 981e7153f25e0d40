import Accounts
import Kernel
import School
import Storage
import WebCore

/// The director or the administrator accepts a refusal: the pupil becomes a numbered line, the data are destroyed, and the act says
/// what was (REQUIREMENTS H01, H02; order of Roskomnadzor 179). Accepted twice, it is one act. What another school knows of the same human
/// being stays there: this school destroys a row of its own.
///
/// What was destroyed stays in the database's files until `Database.forgetDeleted`, which whoever performs this calls afterwards.
package struct AcceptRefusal: Verb {
    let refusal: ID<Refusal>
    /// All features of the site: each destroys its own.
    let features: [any Feature.Type]
    /// What stood electronically is on paper: asked of a pupil, whose record goes on there.
    let isSheetPrinted: Bool
    package init(_ refusal: ID<Refusal>, isSheetPrinted: Bool, features: [any Feature.Type]) {
        self.refusal = refusal
        self.isSheetPrinted = isSheetPrinted
        self.features = features
    }

    package func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Act> {
        let right = try ConsentsAccess.accepting(by: viewer)
        guard let refusal = try RefusalStore.refusal(refusal, in: right.school, tx) else { throw Denial.notFound }
        if let act = refusal.act { return act }
        guard refusal.outcome == nil, let subject = try LedgerStore.subject(refusal.person, in: right.school, tx) else { throw Denial.conflict(.takenBack) }
        guard subject.kind != .staff else { throw Denial.conflict(.worksHere) }
        guard isSheetPrinted || subject.kind != .pupil else { throw Denial.invalid(field: "printed", .sheetFirst) }
        let erasure = Erasure(school: right.school, day: viewer.zone.day(of: now), now: now, features: features, tx: tx)
        let done = subject.kind == .pupil ? try erasure.pupil(subject) : try erasure.guardian(subject)
        let act = try ActStore.add(done, refusal, by: right, at: now, tx)
        try RefusalStore.accept(refusal, by: right, at: now, tx)
        try tx.leave(Trace("consents.erased", about: "person:\(done.person.number)", became: "act:\(act.number)"), by: viewer, at: now)
        return act
    }
}
