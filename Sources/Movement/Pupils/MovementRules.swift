import Accounts
import Journal
import Kernel
import School
import Storage

/// What must hold before a pupil is moved. All of it is read again in the transaction that moves them.
struct MovementRules {
    let school: RuledSchool
    let today: Day
    let tx: Transaction

    /// Movements of the present, past and coming days of a year the school has opened (REQUIREMENTS A29): see `waits`.
    func check(_ day: Day, for act: MovementAct) throws {
        guard let target = act.target else { return try checkLeaving(day) }
        let row = try tx.first(
            """
            SELECT y.starts_on, y.ends_on FROM school_class c JOIN academic_year y ON y.id = c.academic_year_id WHERE c.id = \(target) AND c.school_id = \(school.id)
            """)
        guard let row else { throw Denial.notFound }
        guard try day >= row.day("starts_on") else { throw Denial.invalid(field: "day", .dayBeforeYear) }
        guard try day <= row.day("ends_on") else { throw Denial.invalid(field: "day", .dayAfterYear) }
    }

    private func checkLeaving(_ day: Day) throws {
        let row = try tx.one(
            """
            SELECT MAX(CASE WHEN starts_on <= \(today) THEN starts_on END) AS starts, MAX(ends_on) AS ends FROM academic_year WHERE school_id = \(school.id)
            """)
        if day > today, try row.optional("ends", Row.day).map({ day > $0 }) != false { throw Denial.invalid(field: "day", .dayAfterYear) }
        if let starts = try row.optional("starts", Row.day), day < starts { throw Denial.invalid(field: "day", .dayBeforeYear) }
    }

    /// The pupil is free to take a place on this day.
    func checkFree(_ pupil: ID<Person>, on day: Day) throws {
        guard try tx.first("SELECT id FROM membership WHERE person_id = \(pupil) AND school_id = \(school.id) AND role = 'pupil'") != nil else {
            throw Denial.notFound
        }
        guard try EnrolmentStore.seat(of: pupil, tx) == nil else { throw Denial.conflict(.inAnotherClass) }
        if let last = try EnrolmentStore.lastDay(of: pupil, tx), last >= day { throw Denial.conflict(.wasElsewhere) }
    }

    /// The place the pupil leaves on this day. At least one day has been spent there: otherwise it was a mistake, which is undone.
    func seat(of pupil: ID<Person>, leftOn day: Day, for target: ID<SchoolClass>?) throws -> EnrolmentStore.Seat {
        guard let seat = try EnrolmentStore.seat(of: pupil, tx), seat.school == school.id else { throw Denial.conflict(.notInClass) }
        guard seat.schoolClass != target else { throw Denial.conflict(.sameClass) }
        guard day > seat.since else { throw Denial.conflict(.sameDay) }
        guard try !Written.hasMarks(pupil, in: seat.schoolClass, since: day, tx) else { throw Denial.conflict(.markedSince) }
        return seat
    }
}
