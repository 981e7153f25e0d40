import Accounts
import Kernel
import Storage

/// The order and the place of a line of the book are put right; who moved, where and when stays.
public struct CorrectMovement: Verb {
    public let movement: ID<PupilMovement>
    public let order: OrderDraft
    public let place: String
    public init(_ movement: ID<PupilMovement>, order: OrderDraft, place: String) {
        self.movement = movement
        self.order = order
        self.place = place
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer)
        guard place.count <= 200 else { throw Denial.invalid(field: "place", .longPlace) }
        try order.check(today: viewer.zone.day(of: now))
        let row = try tx.first("SELECT order_id FROM movement WHERE id = \(movement) AND school_id = \(ruled.id)")
        guard let was = try row?.int("order_id") else { throw Denial.notFound }
        let order = try OrderStore.note(order, in: ruled, at: now, tx)
        try tx.rows("UPDATE movement SET order_id = \(order), place = \(place) WHERE id = \(movement) AND school_id = \(ruled.id)")
        try tx.leave(
            Trace("movement.order", about: "movement:\(movement.number)", was: "order:\(was)", became: "order:\(order.number)"), by: viewer, at: now)
    }
}
