import Accounts
import Kernel
import School
import Storage

/// A member of staff leaves the school by an order: their roles, classes and appointments end, their courses are left without a teacher
/// and stand as a task, and whoever has nothing else in the installation is signed out everywhere (REQUIREMENTS A30, A31).
public struct DismissStaff: Verb {
    public let person: ID<Person>
    public let on: Day
    public let order: OrderDraft
    public init(_ person: ID<Person>, on day: Day, order: OrderDraft) {
        self.person = person
        self.on = day
        self.order = order
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws {
        let ruled = try MovementAccess.moved(by: viewer), today = viewer.zone.day(of: now)
        guard on <= today else { throw Denial.invalid(field: "day", .dayInFuture) }
        try order.check(today: today)
        guard let leaver = try AppointmentStore.candidate(person, in: ruled, tx), !leaver.roles.isEmpty else { throw Denial.notFound }
        try endClasses(ruled, viewer, now, tx)
        try endCourses(ruled, viewer, now, tx)
        for role in leaver.roles.sorted(by: { $0.rawValue < $1.rawValue }) {
            // The role of a class teacher may have gone with the last class.
            do { try EndRole(role, of: person, on: on).run(by: viewer, at: now, in: tx) } catch Denial.notFound {}
        }
        let order = try OrderStore.note(order, in: ruled, at: now, tx)
        try AppointmentStore.endAll(of: person, on: on, order: order, in: ruled, tx)
        try SignOutLeaver(person).run(by: viewer, at: now, in: tx)
        try tx.leave(Trace("movement.dismissal", about: "person:\(person.number)", became: "order:\(order.number)"), by: viewer, at: now)
    }

    private func endClasses(_ school: RuledSchool, _ viewer: Viewer, _ now: Moment, _ tx: Transaction) throws {
        let classes = try tx.rows(
            """
            SELECT t.class_id FROM class_teacher t JOIN school_class c ON c.id = t.class_id
            WHERE t.teacher_id = \(person) AND t.until IS NULL AND c.school_id = \(school.id) ORDER BY t.class_id
            """
        ).map { try $0.id("class_id", of: SchoolClass.self) }
        for schoolClass in classes { try DismissClassTeacher(person, of: schoolClass, on: on).run(by: viewer, at: now, in: tx) }
    }

    /// Courses of years that go on. A course of the same subject that has no teacher already stays with the leaver's name: nobody
    /// teaches it any more either way.
    private func endCourses(_ school: RuledSchool, _ viewer: Viewer, _ now: Moment, _ tx: Transaction) throws {
        let courses = try tx.rows(
            """
            SELECT k.id, k.subject_id, k.group_id FROM course k JOIN academic_year y ON y.id = k.academic_year_id
            WHERE k.teacher_id = \(person) AND k.school_id = \(school.id) AND y.ends_on >= \(on) ORDER BY k.id
            """)
        for row in courses {
            do {
                try ChangeCourse(try row.id("id"), subject: try row.id("subject_id"), group: try row.optionalID("group_id"), teacher: nil)
                    .run(by: viewer, at: now, in: tx)
            } catch Denial.conflict {}
        }
    }
}
