import Kernel
import Storage

/// The stock of ready posts: who keeps it, who sees it, who sends from it.
extension MessagingAccess {
    /// Keeping: a curator, in an organisation of their own level above the schools. To all others the stock has no keeper's side.
    static func keptStock(by viewer: Viewer, in tx: Transaction) throws -> KeptStock {
        guard try keepsStock(viewer, in: tx) else { throw Denial.notFound }
        return KeptStock(keeper: viewer)
    }
    static func keepsStock(_ viewer: Viewer, in tx: Transaction) throws -> Bool {
        guard viewer.side == .staff, viewer.hasAny(of: Role.above) else { return false }
        switch try tx.first("SELECT level FROM school WHERE id = \(viewer.school)")?.text("level") {
        case "municipality": return viewer.has(.municipalCurator)
        case "region": return viewer.has(.regionalCurator)
        case "platform": return viewer.has(.platformOperator)
        default: return false
        }
    }

    /// Reading: a condition on post `s`: in force on the day, from a department above the class teacher's school; curators see their own.
    static func seesStock(_ viewer: Viewer, on day: Day) -> SQL {
        """
        s.valid_from <= \(day) AND s.valid_until >= \(day) AND s.school_id IN (
            SELECT o.parent_id FROM school o WHERE o.id = \(viewer.school)
            UNION SELECT u.parent_id FROM school o JOIN school u ON u.id = o.parent_id WHERE o.id = \(viewer.school))
        """
    }
    static func readsStock(_ viewer: Viewer) -> Bool { viewer.has(.classTeacher) }

    /// Sending one on: a class teacher, into a chat of theirs that it is meant for.
    static func sendable(_ id: ID<StockPost>, to chat: ID<Chat>, by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> SendableStock {
        let postable = try postable(chat, by: viewer, at: now, in: tx)
        let row = try tx.first("SELECT s.audience FROM stock_post s WHERE s.id = \(id) AND \(seesStock(viewer, on: viewer.zone.day(of: now)))")
        guard readsStock(viewer), let row, let audience = StockPost.Audience(rawValue: try row.text("audience")) else { throw Denial.notFound }
        guard try MessagingStore.chat(chat, seenBy: viewer, tx)?.manages == true, audience.kinds.contains(postable.kind) else {
            throw Denial.forbidden(.notForThisChat)
        }
        return SendableStock(id: id, chat: postable)
    }
}

/// Proof that the viewer keeps the stock of their organisation.
struct KeptStock: Sendable {
    let keeper: Viewer
    fileprivate init(keeper: Viewer) { self.keeper = keeper }
}

/// Proof that the viewer may send this post into this chat, whose row is locked.
struct SendableStock: Sendable {
    let id: ID<StockPost>
    let chat: PostableChat
    fileprivate init(id: ID<StockPost>, chat: PostableChat) {
        self.id = id
        self.chat = chat
    }
}
