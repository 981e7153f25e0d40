import Accounts
import Kernel
import School
import Storage

/// The weekly plan becomes dated lessons for some days of the year. Done again, it adds only what is not there yet.
public struct DateLessons: Verb {
    public let days: ClosedRange<Day>
    /// Days without lessons: holidays, festive days.
    public let free: Set<Day>
    public init(_ days: ClosedRange<Day>, free: Set<Day> = []) {
        self.days = days
        self.free = free
    }

    /// How many lessons were added.
    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> Int {
        let ruled = try AccountsAccess.ruled(by: viewer)
        guard let year = try SchoolStore.year(of: ruled.id, on: days.lowerBound, tx), days.upperBound <= year.ends else {
            throw Denial.invalid(field: "days", .outsideYear)
        }
        let plan = try BellStore.plan(of: ruled.id, tx)
        let slots = Dictionary(grouping: try TimetableStore.slots(of: ruled.id, tx), by: \.weekday)
        var added = 0
        for number in days.lowerBound.number...days.upperBound.number {
            let day = Day(number: number)
            guard !free.contains(day) else { continue }
            let bells = plan.bells(on: day), week = (day.monday - year.starts.monday) / 7 % 2 + 1
            for slot in slots[day.weekday, default: []] where slot.cycleWeek == 0 || slot.cycleWeek == week {
                guard let bell = bells[slot.number] else { continue }
                added += try add(slot, bell, on: day, viewer, ruled, tx)
            }
        }
        return added
    }

    private func add(_ slot: Slot, _ bell: Bell, on day: Day, _ viewer: Viewer, _ ruled: RuledSchool, _ tx: Transaction) throws -> Int {
        try tx.rows(
            """
            INSERT INTO lesson (school_id, course_id, teacher_id, held_on, number, starts_at, ends_at, room)
            SELECT \(ruled.id), k.id, k.teacher_id, \(day), CAST(\(slot.number) AS BIGINT), CAST(\(viewer.zone.moment(day, minute: bell.starts)) AS BIGINT),
                   CAST(\(viewer.zone.moment(day, minute: bell.ends)) AS BIGINT), CAST(\(slot.room) AS TEXT)
            FROM course k WHERE k.id = \(slot.course)
            ON CONFLICT (course_id, held_on, number) DO NOTHING RETURNING id
            """
        ).count
    }
}
