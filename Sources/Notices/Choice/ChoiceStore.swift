import Accounts
import Kernel
import Storage

/// The SQL of hours and levels.
enum ChoiceStore {
    static func schools(_ ids: [ID<School>], _ tx: Transaction) throws -> [ID<School>: (zone: Zone, quiet: QuietHours)] {
        try tx.rows(
            """
            SELECT s.id, s.zone, q.from_minute, q.until_minute, q.is_sunday_quiet FROM school s LEFT JOIN school_quiet q ON q.school_id = s.id
            WHERE s.id IN \(list: ids)
            """
        ).reduce(into: [:]) { schools, row in schools[try row.id("id")] = (try row.zone("zone"), try hours(row) ?? .standard) }
    }

    static func quiet(of school: ID<School>, _ tx: Transaction) throws -> QuietHours { try schools([school], tx)[school]?.quiet ?? .standard }

    private static func hours(_ row: Row) throws -> QuietHours? {
        guard let from = try row.optional("from_minute", Row.int), let until = try row.optional("until_minute", Row.int),
            let isSundayQuiet = try row.optional("is_sunday_quiet", Row.bool)
        else { return nil }
        return QuietHours(from: Int(from), until: Int(until), isSundayQuiet: isSundayQuiet)
    }

    static func setQuiet(_ hours: QuietHours, of school: QuietSchool, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO school_quiet (school_id, from_minute, until_minute, is_sunday_quiet)
            VALUES (\(school.id), \(hours.from), \(hours.until), \(hours.isSundayQuiet))
            ON CONFLICT (school_id) DO UPDATE SET from_minute = excluded.from_minute, until_minute = excluded.until_minute,
                is_sunday_quiet = excluded.is_sunday_quiet
            """)
    }

    static func choices(of people: [ID<Person>], _ tx: Transaction) throws -> [ID<Person>: Choice] {
        try tx.rows("SELECT person_id, from_minute, until_minute, works_late, pace FROM notice_choice WHERE person_id IN \(list: people)").reduce(into: [:]) {
            choices, row in
            var choice = Choice(own: nil, worksLate: try row.bool("works_late"), pace: NoticePace(rawValue: try row.text("pace")) ?? .soon)
            if let from = try row.optional("from_minute", Row.int), let until = try row.optional("until_minute", Row.int) {
                choice.own = QuietHours(from: Int(from), until: Int(until), isSundayQuiet: false)
            }
            choices[try row.id("person_id")] = choice
        }
    }

    static func choice(of viewer: Viewer, _ tx: Transaction) throws -> Choice { try choices(of: [viewer.person], tx)[viewer.person] ?? .standard }

    static func set(_ choice: Choice, of viewer: Viewer, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO notice_choice (person_id, from_minute, until_minute, works_late, pace)
            VALUES (\(viewer.person), \(choice.own?.from), \(choice.own?.until), \(choice.worksLate), \(choice.pace.rawValue))
            ON CONFLICT (person_id) DO UPDATE SET from_minute = excluded.from_minute, until_minute = excluded.until_minute,
                works_late = excluded.works_late, pace = excluded.pace
            """)
    }

    static func levels(of people: [ID<Person>], _ tx: Transaction) throws -> Levels {
        try tx.rows("SELECT person_id, kind, place, level FROM notice_level WHERE person_id IN \(list: people)").reduce(into: Levels()) { levels, row in
            guard let level = NoticeLevel(rawValue: try row.text("level")) else { return }
            levels.add(level, of: try row.id("person_id"), try row.text("kind"), at: try row.text("place"))
        }
    }

    /// An empty place is the kind as a whole.
    static func setLevel(_ level: NoticeLevel?, of kind: NoticeKind, at place: String, for person: ID<Person>, _ tx: Transaction) throws {
        guard let level else {
            try tx.rows("DELETE FROM notice_level WHERE person_id = \(person) AND kind = \(kind.rawValue) AND place = \(place)")
            return
        }
        try tx.rows(
            """
            INSERT INTO notice_level (person_id, kind, place, level) VALUES (\(person), \(kind.rawValue), \(place), \(level.rawValue))
            ON CONFLICT (person_id, kind, place) DO UPDATE SET level = excluded.level
            """)
    }
}
