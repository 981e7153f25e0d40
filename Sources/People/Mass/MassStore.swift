import Accounts
import Kernel
import Storage

/// The SQL of acts on many: what was done to whom, kept so that it can be undone.
enum MassStore {
    static func known(_ attempt: Attempt, _ ruled: RuledPeople, _ tx: Transaction) throws -> ID<MassAct>? {
        try tx.first("SELECT id FROM mass_act WHERE by_id = \(ruled.viewer.person) AND attempt = \(attempt.text) AND school_id = \(ruled.school)")?.id("id")
    }

    static func add(_ act: MassAct, _ attempt: Attempt, _ lines: [MassAct.Line], _ ruled: RuledPeople, at now: Moment, _ tx: Transaction) throws -> ID<MassAct>
    {
        let id: ID<MassAct> = try tx.one(
            """
            INSERT INTO mass_act (school_id, kind, role, by_id, at, attempt)
            VALUES (\(ruled.school), \(act.kind.rawValue), \(act.role?.rawValue), \(ruled.viewer.person), \(now), \(attempt.text)) RETURNING id
            """
        ).id("id")
        for (place, line) in lines.enumerated() {
            try tx.rows(
                """
                INSERT INTO mass_act_person (act_id, person_id, place, fate, had_badge, undone)
                VALUES (\(id), \(line.person), \(place), \(line.fate.rawValue), \(line.hadBadge), 0)
                """)
        }
        return id
    }

    static func done(_ id: ID<MassAct>, _ ruled: RuledPeople, _ tx: Transaction) throws -> MassAct.Done? {
        let row = try tx.first(
            """
            SELECT a.kind, a.role, a.at, a.undone_at, p.family, p.given, p.patronymic FROM mass_act a JOIN person p ON p.id = a.by_id
            WHERE a.id = \(id) AND a.school_id = \(ruled.school)
            """)
        guard let row, let kind = MassAct.Kind(rawValue: try row.text("kind")) else { return nil }
        let act = MassAct(kind, try row.optional("role", Row.text).flatMap(Role.init))
        return MassAct.Done(
            id: id, act: act, at: try row.moment("at"), by: try AccountsStore.name(row), undoneAt: try row.optional("undone_at", Row.moment),
            lines: try lines(of: id, tx))
    }

    private static func lines(of id: ID<MassAct>, _ tx: Transaction) throws -> [MassAct.Line] {
        try tx.rows(
            """
            SELECT i.person_id, i.fate, i.had_badge, i.undone, p.family, p.given, p.patronymic FROM mass_act_person i JOIN person p ON p.id = i.person_id
            WHERE i.act_id = \(id) ORDER BY i.place
            """
        ).map { row in
            MassAct.Line(
                person: try row.id("person_id"), name: try AccountsStore.name(row), fate: MassAct.Fate(rawValue: try row.text("fate")) ?? .already,
                hadBadge: try row.bool("had_badge"), isUndone: try row.bool("undone"))
        }
    }

    /// `false` if another has undone it meanwhile.
    static func markUndone(_ id: ID<MassAct>, _ ruled: RuledPeople, at now: Moment, _ tx: Transaction) throws -> Bool {
        try tx.first("UPDATE mass_act SET undone_at = \(now) WHERE id = \(id) AND school_id = \(ruled.school) AND undone_at IS NULL RETURNING id") != nil
    }

    static func markUndone(_ person: ID<Person>, of id: ID<MassAct>, _ tx: Transaction) throws {
        try tx.rows("UPDATE mass_act_person SET undone = 1 WHERE act_id = \(id) AND person_id = \(person)")
    }
}
