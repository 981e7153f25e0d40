import Accounts
import Kernel
import School
import Storage

/// A member of staff gets a role of the school's administration, or a class to lead, by an order (REQUIREMENTS A06–A08, A17).
/// One who has the role without an order, e.g. from an import, gets the order to it.
public struct Appoint: Verb {
    public let person: ID<Person>
    public let role: Role
    public let schoolClass: ID<SchoolClass>?
    public let since: Day
    public let order: OrderDraft
    /// `schoolClass` is for a class teacher and for nobody else.
    public init(_ person: ID<Person>, as role: Role, of schoolClass: ID<SchoolClass>? = nil, since: Day, order: OrderDraft) {
        self.person = person
        self.role = role
        self.schoolClass = schoolClass
        self.since = since
        self.order = order
    }

    public func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws -> ID<Appointment> {
        let ruled = try MovementAccess.moved(by: viewer)
        try check(ruled, viewer, tx)
        let today = viewer.zone.day(of: now)
        guard since <= today else { throw Denial.invalid(field: "since", .dayInFuture) }
        try order.check(today: today)
        try give(by: viewer, at: now, tx)
        return try note(try OrderStore.note(order, in: ruled, at: now, tx), ruled, viewer, now, tx)
    }

    /// What holds whenever it is done.
    func check(_ ruled: RuledSchool, _ viewer: Viewer, _ tx: Transaction) throws {
        guard MovementAccess.appointed.contains(role) else { throw Denial.invalid(field: "role", .notByOrder) }
        guard MovementAccess.mayAppoint(role, viewer) else { throw Denial.forbidden(.notYoursToGive) }
        guard (role == .classTeacher) == (schoolClass != nil) else { throw Denial.invalid(field: "class", .classNeeded) }
        try checkCandidate(ruled, viewer, tx)
    }

    private func checkCandidate(_ school: RuledSchool, _ viewer: Viewer, _ tx: Transaction) throws {
        guard let candidate = try AppointmentStore.candidate(person, in: school, tx) else { throw Denial.notFound }
        guard !candidate.roles.isDisjoint(with: MovementAccess.candidates(for: role)) else {
            throw Denial.invalid(field: "person", role == .coordinator ? .onlyDeputies : .onlyTeachers)
        }
        guard let schoolClass else { return try GrantRole(role, to: person, since: since).check(by: viewer, in: tx) }
        guard try tx.first("SELECT id FROM school_class WHERE id = \(schoolClass) AND school_id = \(school.id)") != nil else { throw Denial.notFound }
    }

    private func give(by viewer: Viewer, at now: Moment, _ tx: Transaction) throws {
        guard let schoolClass else { return try GrantRole(role, to: person, since: since).run(by: viewer, at: now, in: tx) }
        let leads = try tx.first("SELECT class_id FROM class_teacher WHERE class_id = \(schoolClass) AND teacher_id = \(person) AND until IS NULL")
        if leads == nil { try AppointClassTeacher(person, of: schoolClass, since: since).run(by: viewer, at: now, in: tx) }
    }

    private func note(_ order: ID<SchoolOrder>, _ school: RuledSchool, _ viewer: Viewer, _ now: Moment, _ tx: Transaction) throws -> ID<Appointment> {
        let by = viewer.person.number == 0 ? nil : viewer.person
        let known = try tx.first(
            """
            SELECT id FROM appointment WHERE school_id = \(school.id) AND person_id = \(person) AND role = \(role.rawValue)
            AND COALESCE(class_id, 0) = \(schoolClass?.number ?? 0) AND until IS NULL
            """)
        guard known == nil else { throw Denial.conflict(.appointedAlready) }
        let id: ID<Appointment> = try tx.one(
            """
            INSERT INTO appointment (school_id, person_id, role, class_id, since, order_id, appointed_by)
            VALUES (\(school.id), \(person), \(role.rawValue), \(schoolClass), \(since), \(order), \(by)) RETURNING id
            """
        ).id("id")
        try tx.leave(Trace("movement.appointment", about: "person:\(person.number)", became: "\(role.rawValue)/order:\(order.number)"), by: viewer, at: now)
        return id
    }
}
