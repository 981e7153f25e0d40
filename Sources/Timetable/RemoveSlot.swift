import Accounts
import Kernel
import Storage

/// A course loses a place in the weekly plan; lessons that are dated already stay.
public struct RemoveSlot: Verb {
    public let slot: Slot
    public init(_ slot: Slot) { self.slot = slot }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        let found = try tx.first(
            """
            DELETE FROM slot WHERE school_id = \(ruled.id) AND course_id = \(slot.course) AND weekday = \(slot.weekday)
            AND cycle_week = \(slot.cycleWeek) AND number = \(slot.number) RETURNING id
            """)
        guard found != nil else { throw Denial.notFound }
    }
}
