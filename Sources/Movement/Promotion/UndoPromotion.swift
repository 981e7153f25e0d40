import Accounts
import Journal
import Kernel
import School
import Storage

/// A promotion is taken back as a whole: pupils and class teachers are where they were, graduates are in the school again. Possible until
/// something is written in a journal of the new classes, and while no pupil has been moved since. The classes made for the next year
/// stay, empty, for the next try.
public struct UndoPromotion: Verb {
    public let promotion: ID<Promotion>
    public init(_ promotion: ID<Promotion>) { self.promotion = promotion }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard try PromotionStore.stands(promotion, in: ruled, tx) else { throw Denial.notFound }
        let lines = try MovementStore.undoable(where: "v.promotion_id = \(promotion) AND v.undone_at IS NULL", tx)
        guard lines.allSatisfy(\.isLast) else { throw Denial.conflict(.changedSince) }
        let classes = Set(lines.compactMap(\.to))
        guard try !Written.hasAnything(in: classes.sorted { $0.number < $1.number }, tx) else { throw Denial.conflict(.writtenSince) }
        for line in lines { try Undoing(school: ruled, viewer: viewer, now: now, tx: tx).undo(line) }
        for leader in try PromotionStore.leaders(of: promotion, tx) {
            try AppointClassTeacher(leader.teacher, of: leader.from, since: leader.since).run(by: viewer, at: now, in: tx)
            guard let target = leader.to else { continue }
            do { try DismissClassTeacher(leader.teacher, of: target, on: viewer.zone.day(of: now)).run(by: viewer, at: now, in: tx) } catch Denial.notFound {}
        }
        try PromotionStore.markUndone(promotion, at: now, in: ruled, tx)
        try tx.leave(Trace("movement.promotion-undone", about: "promotion:\(promotion.number)"), by: viewer, at: now)
    }
}
