import Accounts
import Kernel
import School
import Storage

/// The SQL of movements that are still to come. Writing takes `RuledSchool`, reading `ReadSchool`.
enum PlanStore {
    static func add(
        _ pupil: ID<Person>, _ act: MovementAct, on day: Day, order: ID<SchoolOrder>, place: String, in school: RuledSchool, at now: Moment, _ tx: Transaction
    ) throws -> ID<PlannedMovement> {
        let by = school.ruler.person.number == 0 ? nil : school.ruler.person
        return try tx.one(
            """
            INSERT INTO planned_movement (school_id, pupil_id, act, to_class_id, effective_on, order_id, place, planned_by, planned_at, state, reason)
            VALUES (\(school.id), \(pupil), \(act.word), \(act.target), \(day), \(order), \(place), \(by), \(now), 'planned', '') RETURNING id
            """
        ).id("id")
    }

    static func isPlanned(_ pupil: ID<Person>, in school: RuledSchool, _ tx: Transaction) throws -> Bool {
        try tx.first("SELECT id FROM planned_movement WHERE school_id = \(school.id) AND pupil_id = \(pupil) AND state = 'planned'") != nil
    }

    /// A plan as its doing needs it.
    struct Due: Sendable {
        let id: ID<PlannedMovement>
        let pupil: ID<Person>
        let act: MovementAct
        let day: Day
        let order: ID<SchoolOrder>
        let place: String
    }

    /// Takes a plan for doing: whoever gets it is the only one, of all nodes. `nil` if it is done or revoked already.
    static func take(_ id: ID<PlannedMovement>, in school: RuledSchool, at now: Moment, _ tx: Transaction) throws -> Due? {
        let row = try tx.first(
            """
            UPDATE planned_movement SET state = 'done', closed_at = \(now) WHERE id = \(id) AND school_id = \(school.id) AND state = 'planned'
            RETURNING id, pupil_id, act, to_class_id, effective_on, order_id, place
            """)
        guard let row, let act = MovementAct(word: try row.text("act"), target: try row.optionalID("to_class_id")) else { return nil }
        return Due(
            id: try row.id("id"), pupil: try row.id("pupil_id"), act: act, day: try row.day("effective_on"), order: try row.id("order_id"),
            place: try row.text("place"))
    }

    // MARK: Reading

    /// What is still to come and what could not be done, the nearest first.
    static func open(in school: ReadSchool, _ tx: Transaction) throws -> [PlannedMovement] {
        try plans(where: "v.school_id = \(school.id) AND v.state IN ('planned', 'failed')", tx)
    }
    static func failed(in school: ReadSchool, _ tx: Transaction) throws -> [PlannedMovement] {
        try plans(where: "v.school_id = \(school.id) AND v.state = 'failed'", tx)
    }
    static func plans(by order: ID<SchoolOrder>, in school: ReadSchool, _ tx: Transaction) throws -> [PlannedMovement] {
        try plans(where: "v.school_id = \(school.id) AND v.order_id = \(order) AND v.state IN ('planned', 'failed')", tx)
    }

    private static func plans(where condition: SQL, _ tx: Transaction) throws -> [PlannedMovement] {
        try tx.rows(
            """
            SELECT v.id AS plan_id, v.act, v.to_class_id, v.effective_on, v.place, v.state, v.reason, p.id, p.family, p.given, p.patronymic, b.name AS to_name,
                \(OrderStore.columns)
            FROM planned_movement v JOIN person p ON p.id = v.pupil_id JOIN school_order o ON o.id = v.order_id
            LEFT JOIN school_class b ON b.id = v.to_class_id
            WHERE \(condition) ORDER BY CASE WHEN v.state = 'failed' THEN 0 ELSE 1 END, v.effective_on, p.name_key, v.id LIMIT \(MovementStore.most)
            """
        ).compactMap { row in
            guard let act = MovementAct(word: try row.text("act"), target: try row.optionalID("to_class_id")),
                let state = PlannedMovement.State(rawValue: try row.text("state"))
            else { return nil }
            return PlannedMovement(
                id: try row.id("plan_id"), pupil: try SchoolStore.pupil(row), act: act, target: try row.optional("to_name", Row.text),
                day: try row.day("effective_on"), order: try OrderStore.order(row), place: try row.text("place"), state: state,
                refusal: PlannedMovement.refusal(try row.text("reason")))
        }
    }
}
