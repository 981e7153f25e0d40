import Kernel
import Storage

/// The bells' SQL. Writing takes `BellSchool`.
enum BellStore {
    static func plan(of school: ID<School>, _ tx: Transaction) throws -> BellPlan {
        var bells: [ID<BellSchedule>: [Bell]] = [:], weekdays: [ID<BellSchedule>: Set<Int>] = [:], days: [ID<BellSchedule>: Set<Day>] = [:]
        for row in try tx.rows(
            """
            SELECT b.schedule_id, b.number, b.starts_minute, b.ends_minute FROM schedule_bell b JOIN bell_schedule s ON s.id = b.schedule_id
            WHERE s.school_id = \(school) ORDER BY b.number
            """)
        { bells[try row.id("schedule_id"), default: []].append(try bell(row)) }
        for row in try tx.rows("SELECT schedule_id, weekday FROM schedule_weekday WHERE school_id = \(school)") {
            weekdays[try row.id("schedule_id"), default: []].insert(Int(try row.int("weekday")))
        }
        for row in try tx.rows("SELECT schedule_id, day FROM schedule_day WHERE school_id = \(school)") {
            days[try row.id("schedule_id"), default: []].insert(try row.day("day"))
        }
        let schedules = try tx.rows("SELECT id, name FROM bell_schedule WHERE school_id = \(school) ORDER BY name, id").map { row in
            let id: ID<BellSchedule> = try row.id("id")
            return BellSchedule(id, name: try row.text("name"), weekdays: weekdays[id] ?? [], days: days[id] ?? [], bells: bells[id] ?? [])
        }
        return BellPlan(usual: try TimetableStore.bells(of: school, tx), schedules: schedules)
    }

    static func bell(_ row: Row) throws -> Bell {
        Bell(Int(try row.int("number")), Int(try row.int("starts_minute")), Int(try row.int("ends_minute")))
    }

    // MARK: Writing

    static func write(_ change: BellChange, in school: BellSchool, _ tx: Transaction) throws -> ID<BellSchedule>? {
        switch change {
        case .usual(let bells):
            try tx.rows("DELETE FROM bell WHERE school_id = \(school.id)")
            for bell in bells {
                try tx.rows(
                    "INSERT INTO bell (school_id, number, starts_minute, ends_minute) VALUES (\(school.id), \(bell.number), \(bell.starts), \(bell.ends))")
            }
            return nil
        case .schedule(nil, let draft):
            let id: ID<BellSchedule> = try tx.one("INSERT INTO bell_schedule (school_id, name) VALUES (\(school.id), \(draft.name)) RETURNING id").id("id")
            try fill(id, draft, in: school, tx)
            return id
        case .schedule(let id?, let draft):
            try tx.rows("UPDATE bell_schedule SET name = \(draft.name) WHERE id = \(id) AND school_id = \(school.id)")
            try empty(id, tx)
            try fill(id, draft, in: school, tx)
            return id
        case .remove(let id):
            try empty(id, tx)
            try tx.rows("DELETE FROM bell_schedule WHERE id = \(id) AND school_id = \(school.id)")
            return id
        }
    }

    private static func empty(_ id: ID<BellSchedule>, _ tx: Transaction) throws {
        try tx.rows("DELETE FROM schedule_bell WHERE schedule_id = \(id)")
        try tx.rows("DELETE FROM schedule_weekday WHERE schedule_id = \(id)")
        try tx.rows("DELETE FROM schedule_day WHERE schedule_id = \(id)")
    }

    private static func fill(_ id: ID<BellSchedule>, _ draft: BellScheduleDraft, in school: BellSchool, _ tx: Transaction) throws {
        for bell in draft.bells {
            try tx.rows(
                "INSERT INTO schedule_bell (schedule_id, number, starts_minute, ends_minute) VALUES (\(id), \(bell.number), \(bell.starts), \(bell.ends))")
        }
        for weekday in draft.weekdays.sorted() {
            try tx.rows("INSERT INTO schedule_weekday (school_id, weekday, schedule_id) VALUES (\(school.id), \(weekday), \(id))")
        }
        for day in draft.days.sorted() { try tx.rows("INSERT INTO schedule_day (school_id, day, schedule_id) VALUES (\(school.id), \(day), \(id))") }
    }

    // MARK: Lessons that are dated already

    /// Lessons that have not begun and would ring at another time.
    static func shifts(to plan: BellPlan, of school: ID<School>, zone: Zone, after now: Moment, _ tx: Transaction) throws -> [LessonShift] {
        try tx.rows(
            """
            SELECT held_on, number, starts_at, ends_at, COUNT(*) AS lessons FROM lesson WHERE school_id = \(school) AND starts_at > \(now)
            AND held_on >= \(zone.day(of: now)) GROUP BY held_on, number, starts_at, ends_at ORDER BY held_on, number, starts_at
            """
        ).compactMap { row in
            let day = try row.day("held_on"), number = Int(try row.int("number")), bell = plan.bells(on: day)[number]
            let (starts, ends) = (try row.moment("starts_at"), try row.moment("ends_at"))
            let becomes = bell.map { LessonShift.Hours(starts: zone.moment(day, minute: $0.starts), ends: zone.moment(day, minute: $0.ends)) }
            guard becomes != LessonShift.Hours(starts: starts, ends: ends) else { return nil }
            return LessonShift(day: day, number: number, starts: starts, ends: ends, becomes: becomes, lessons: Int(try row.int("lessons")))
        }
    }

    static func shift(_ shifts: [LessonShift], in school: BellSchool, after now: Moment, _ tx: Transaction) throws {
        for shift in shifts {
            guard let hours = shift.becomes else { continue }
            try tx.rows(
                """
                UPDATE lesson SET starts_at = \(hours.starts), ends_at = \(hours.ends) WHERE school_id = \(school.id) AND held_on = \(shift.day)
                AND number = \(shift.number) AND starts_at > \(now)
                """)
        }
    }
}
