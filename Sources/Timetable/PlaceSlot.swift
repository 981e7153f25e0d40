import Accounts
import Kernel
import Storage

/// A course gets a place in the weekly plan (REQUIREMENTS E18). Placed twice, it is there once, with the later room.
public struct PlaceSlot: Verb {
    public let slot: Slot
    public init(_ slot: Slot) { self.slot = slot }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard try tx.first("SELECT id FROM course WHERE id = \(slot.course) AND school_id = \(ruled.id)") != nil else { throw Denial.notFound }
        let bell = try tx.first(
            """
            SELECT number FROM bell WHERE school_id = \(ruled.id) AND number = \(slot.number)
            UNION ALL SELECT b.number FROM schedule_bell b JOIN schedule_weekday w ON w.schedule_id = b.schedule_id
            WHERE w.school_id = \(ruled.id) AND w.weekday = \(slot.weekday) AND b.number = \(slot.number)
            """)
        guard bell != nil else { throw Denial.invalid(field: "number", .noBell) }
        try tx.rows(
            """
            INSERT INTO slot (school_id, course_id, weekday, cycle_week, number, room)
            VALUES (\(ruled.id), \(slot.course), \(slot.weekday), \(slot.cycleWeek), \(slot.number), \(slot.room))
            ON CONFLICT (course_id, weekday, cycle_week, number) DO UPDATE SET room = excluded.room
            """)
    }
}
