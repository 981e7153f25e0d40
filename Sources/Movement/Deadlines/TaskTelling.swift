import Accounts
import Kernel
import Notices
import School
import Storage
import WebCore

/// What is told of tasks with a date to staff who have no page open.
enum TaskTelling {
    /// From this day of a month on a class teacher hears of the check that is wanted by its end; of one that is overdue from the first.
    static let checkDay = 20

    /// A class teacher has reported something: those who see to it.
    static func reported(_ report: ID<ChangeReport>, in school: ID<School>, except reporter: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        let people = try movers(of: school, tx).subtracting([reporter])
        try Notices.tell(Notice(.task, school: school, to: people, about: .report(report)), by: nil, at: now, in: tx)
    }

    static func closed(_ report: ID<ChangeReport>, in school: ID<School>, to reporter: ID<Person>, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(Notice(.task, school: school, to: [reporter], about: .report(report)), by: nil, at: now, in: tx)
    }

    /// The day has come and what was planned could not be done.
    static func failed(in school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try Notices.tell(Notice(.task, school: school, to: try movers(of: school, tx), about: .book, urgency: .important), by: nil, at: now, in: tx)
    }

    private static func movers(of school: ID<School>, _ tx: Transaction) throws -> Set<ID<Person>> {
        try AccountsStore.people(as: [.administrator, .operator], in: school, tx)
    }
}

/// Once a month for each class: its teachers are told of a check that is wanted (REQUIREMENTS A33). Each school in a transaction of its own;
/// whoever of several nodes notes the class first tells.
struct DueChecks: Sendable {
    let site: Site
    let now: Moment

    func run() async throws {
        let now = now
        for school in try await site.read({ tx in try Self.schools(at: now, tx) }) {
            try await site.database.write { tx in try Self.tell(school, at: now, tx) }
        }
    }

    /// Schools with classes of which nothing was noted this month. Before the day only overdue ones matter, so all are noted twice a month.
    private static func schools(at now: Moment, _ tx: Transaction) throws -> [School] {
        let today = Zone.moscow.day(of: now)
        let ids = try tx.rows(
            """
            SELECT DISTINCT c.school_id FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id
            WHERE y.starts_on <= \(today) AND y.ends_on >= \(today)
            AND NOT EXISTS (SELECT d.class_id FROM check_told d WHERE d.class_id = c.id AND d.half = \(half(today))) LIMIT 50
            """
        ).map { try $0.id("school_id", of: School.self) }
        return try ids.compactMap { try AccountsStore.school($0, tx) }
    }

    /// `2026-11/1` until the day, `2026-11/2` from it on.
    private static func half(_ day: Day) -> String { "\(Month(of: day))/\(day.day < TaskTelling.checkDay ? 1 : 2)" }

    private static func tell(_ school: School, at now: Moment, _ tx: Transaction) throws {
        let today = Zone.moscow.day(of: now), half = half(today)
        for check in try DeadlineStore.checks(ofSchool: school.id, on: today, tx) {
            let id = check.schoolClass.id
            let noted = try tx.rows(
                """
                INSERT INTO check_told (class_id, school_id, half) VALUES (\(id), \(school.id), \(half))
                ON CONFLICT (class_id) DO UPDATE SET half = excluded.half WHERE check_told.half <> excluded.half RETURNING class_id
                """)
            guard !noted.isEmpty, isWanted(check.state, on: today) else { continue }
            let teachers = Set(try SchoolStore.classTeachers(of: id, tx))
            try Notices.tell(Notice(.task, school: school.id, to: teachers, about: .tasks), by: nil, at: now, in: tx)
        }
    }

    private static func isWanted(_ state: CheckState.State, on today: Day) -> Bool {
        switch state {
        case .done: false
        case .overdue: true
        case .due: today.day >= TaskTelling.checkDay
        }
    }
}
