import Accounts
import Kernel
import School
import Storage

/// The SQL of appointments and dismissals that are still to come. Writing takes `RuledSchool`, reading `ReadSchool`.
enum StaffPlanStore {
    /// `nil` if the same is planned already.
    static func add(
        _ change: StaffChange, of person: ID<Person>, as role: Role?, on day: Day, order: ID<SchoolOrder>, in school: RuledSchool, at now: Moment,
        _ tx: Transaction
    ) throws -> ID<StaffPlan>? {
        let by = school.ruler.person.number == 0 ? nil : school.ruler.person
        var (act, schoolClass, appointment) = (StaffPlan.Act.dismiss, nil as ID<SchoolClass>?, nil as ID<Appointment>?)
        switch change {
        case .appoint(_, let led): (act, schoolClass) = (.appoint, led)
        case .end(let ended): (act, appointment) = (.end, ended)
        case .dismiss: break
        }
        return try tx.first(
            """
            INSERT INTO planned_staff (school_id, person_id, act, role, class_id, appointment_id, effective_on, order_id, planned_by, planned_at, state, reason)
            VALUES (\(school.id), \(person), \(act.rawValue), \(role?.rawValue ?? ""), \(schoolClass), \(appointment), \(day), \(order), \(by), \(now), 'planned', '')
            ON CONFLICT DO NOTHING RETURNING id
            """)?.id("id")
    }

    /// A plan as its doing needs it.
    struct Due: Sendable {
        let person: ID<Person>
        let change: StaffChange
        let day: Day
        let order: OrderDraft
    }

    /// Takes a plan for doing: whoever gets it is the only one, of all nodes. `nil` if it is done or revoked already.
    static func take(_ id: ID<StaffPlan>, in school: RuledSchool, at now: Moment, _ tx: Transaction) throws -> Due? {
        let row = try tx.first(
            """
            UPDATE planned_staff SET state = 'done', closed_at = \(now) WHERE id = \(id) AND school_id = \(school.id) AND state = 'planned'
            RETURNING person_id, act, role, class_id, appointment_id, effective_on, order_id
            """)
        guard let row, let change = try change(row) else { return nil }
        let order = try tx.one("SELECT number, dated_on FROM school_order WHERE id = \(try row.int("order_id"))")
        return Due(
            person: try row.id("person_id"), change: change, day: try row.day("effective_on"),
            order: try OrderDraft(number: try order.text("number"), date: try order.day("dated_on")))
    }

    private static func change(_ row: Row) throws -> StaffChange? {
        let schoolClass = try row.optionalID("class_id", of: SchoolClass.self), appointment = try row.optionalID("appointment_id", of: Appointment.self)
        switch StaffPlan.Act(rawValue: try row.text("act")) {
        case .appoint: return Role(rawValue: try row.text("role")).map { .appoint($0, of: schoolClass) }
        case .end: return appointment.map { .end($0) }
        case .dismiss: return .dismiss
        case nil: return nil
        }
    }

    // MARK: Reading

    /// What is still to come and what could not be done, the nearest first.
    static func open(in school: ReadSchool, _ tx: Transaction) throws -> [StaffPlan] {
        try plans(where: "v.school_id = \(school.id) AND v.state IN ('planned', 'failed')", tx)
    }
    static func failed(in school: ReadSchool, _ tx: Transaction) throws -> [StaffPlan] {
        try plans(where: "v.school_id = \(school.id) AND v.state = 'failed'", tx)
    }

    static func plans(by order: ID<SchoolOrder>, in school: ReadSchool, _ tx: Transaction) throws -> [StaffPlan] {
        try plans(where: "v.school_id = \(school.id) AND v.order_id = \(order) AND v.state IN ('planned', 'failed')", tx)
    }

    private static func plans(where condition: SQL, _ tx: Transaction) throws -> [StaffPlan] {
        try tx.rows(
            """
            SELECT v.id AS plan_id, v.act, v.role, v.effective_on, v.state, v.reason, p.id, p.family, p.given, p.patronymic,
                COALESCE(c.name, ac.name) AS class_name, \(OrderStore.columns)
            FROM planned_staff v JOIN person p ON p.id = v.person_id JOIN school_order o ON o.id = v.order_id
            LEFT JOIN school_class c ON c.id = v.class_id LEFT JOIN appointment a ON a.id = v.appointment_id LEFT JOIN school_class ac ON ac.id = a.class_id
            WHERE \(condition) ORDER BY CASE WHEN v.state = 'failed' THEN 0 ELSE 1 END, v.effective_on, p.name_key, v.id LIMIT \(MovementStore.most)
            """
        ).compactMap { row in
            guard let act = StaffPlan.Act(rawValue: try row.text("act")), let state = PlannedMovement.State(rawValue: try row.text("state")) else { return nil }
            return StaffPlan(
                id: try row.id("plan_id"), act: act, person: try row.id("id"), name: try AccountsStore.name(row), role: Role(rawValue: try row.text("role")),
                schoolClass: try row.optional("class_name", Row.text), day: try row.day("effective_on"), order: try OrderStore.order(row), state: state,
                refusal: StaffPlan.refusal(try row.text("reason")))
        }
    }
}
