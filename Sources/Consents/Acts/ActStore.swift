import Accounts
import Kernel
import Storage

/// The acts' SQL: written once, read for ever.
enum ActStore {
    static func add(_ erased: Erased, _ refusal: Refusal, by right: AcceptingRight, at now: Moment, _ tx: Transaction) throws -> ID<Act> {
        let today = right.by.zone.day(of: now)
        let row = try tx.one(
            "SELECT backup_days, (SELECT COALESCE(MAX(number), 0) + 1 FROM act WHERE school_id = \(right.school)) AS number FROM school WHERE id = \(right.school)"
        )
        let act: ID<Act> = try tx.one(
            """
            INSERT INTO act (school_id, number, made_on, made_at, person_id, alias, class_name, refusal_id, confirmed_by, backups_until)
            VALUES (\(right.school), \(try row.int("number")), \(today), \(now), \(erased.person), \(erased.alias.family), \(erased.className ?? ""),
                \(refusal.id), \(right.by.person), \(today + Int(try row.int("backup_days")))) RETURNING id
            """
        ).id("id")
        for line in erased.lines {
            for one in line.destroyed where one.count > 0 {
                try tx.rows("INSERT INTO act_line (act_id, person_id, kind, count) VALUES (\(act), \(line.person), \(one.kind.rawValue), \(one.count))")
            }
        }
        return act
    }

    static func act(_ id: ID<Act>, in school: ID<School>, _ tx: Transaction) throws -> Act? {
        let row = try tx.first(
            """
            SELECT a.id, a.number, a.made_on, a.made_at, a.person_id, a.alias, a.class_name, a.backups_until, r.purpose, r.word, r.received_on,
                p.family, p.given, p.patronymic
            FROM act a JOIN refusal r ON r.id = a.refusal_id JOIN person p ON p.id = a.confirmed_by WHERE a.id = \(id) AND a.school_id = \(school)
            """)
        guard let row, let purpose = Purpose(rawValue: try row.text("purpose")), let word = ConsentWord(rawValue: try row.text("word")) else { return nil }
        let lines = try tx.rows("SELECT person_id, kind, count FROM act_line WHERE act_id = \(id) ORDER BY person_id, kind").map {
            Act.Line(person: try $0.id("person_id"), kind: DataKind(rawValue: try $0.text("kind")) ?? .other, count: Int(try $0.int("count")))
        }
        return Act(
            id: id, number: Int(try row.int("number")), madeOn: try row.day("made_on"), madeAt: try row.moment("made_at"), person: try row.id("person_id"),
            alias: try row.text("alias"), className: try row.text("class_name"), purpose: purpose, word: word, demandedOn: try row.day("received_on"),
            confirmedBy: try AccountsStore.name(row), backupsUntil: try row.day("backups_until"), lines: lines)
    }
}
