import Accounts
import Documents
import Kernel
import Storage

/// The acts' SQL.
enum ActStore {
    private static func select(_ viewer: Viewer) -> SQL {
        """
        SELECT a.id, a.school_id, s.name AS school_name, s.level, a.kind, a.title, a.number, a.accepted_on, a.body, a.asks_staff, a.asks_family, a.asks_pupil,
            a.is_template, a.scan_id, a.replaces_id, a.published_at, a.ended_at, q.at AS read_at, r.at AS accepted_at
        FROM local_act a JOIN school s ON s.id = a.school_id LEFT JOIN acquaintance q ON q.act_id = a.id AND q.person_id = \(viewer.person)
        LEFT JOIN act_receipt r ON r.act_id = a.id AND r.school_id = \(viewer.school)
        """
    }

    static func find(_ id: ID<LocalAct>, seenBy viewer: Viewer, _ tx: Transaction) throws -> LocalAct? {
        try tx.first("\(select(viewer)) WHERE a.id = \(id) AND \(RegionsAccess.isAct(seenBy: viewer))").map(act)
    }

    static let most = 200

    /// Acts that hold, or those that held once; the newest first.
    static func list(seenBy viewer: Viewer, ended: Bool, _ tx: Transaction) throws -> [LocalAct] {
        let condition: SQL = ended ? "a.ended_at IS NOT NULL" : "a.ended_at IS NULL"
        return try tx.rows(
            "\(select(viewer)) WHERE \(RegionsAccess.isAct(seenBy: viewer)) AND \(condition) ORDER BY a.published_at DESC, a.id DESC LIMIT \(most)"
        )
        .map(act)
    }

    private static func act(_ row: Row) throws -> LocalAct {
        LocalAct(
            id: try row.id("id"), school: try row.id("school_id"), schoolName: try row.text("school_name"), isDepartments: try row.text("level") != "school",
            contents: LocalAct.Contents(
                kind: LocalAct.Kind(rawValue: try row.text("kind")) ?? .other, title: try row.text("title"), number: try row.text("number"),
                day: try row.day("accepted_on"), body: try row.text("body"),
                asked: LocalAct.Asked(staff: try row.bool("asks_staff"), family: try row.bool("asks_family"), pupil: try row.bool("asks_pupil")),
                isTemplate: try row.bool("is_template")),
            scan: try row.optionalID("scan_id"), replaces: try row.optionalID("replaces_id"), publishedAt: try row.moment("published_at"),
            endedAt: try row.optional("ended_at", Row.moment), readAt: try row.optional("read_at", Row.moment),
            acceptedAt: try row.optional("accepted_at", Row.moment))
    }

    /// How many acts wait for the viewer: to be read, and for a head to be accepted. One statement, for everybody's first screen.
    static func waiting(for viewer: Viewer, _ tx: Transaction) throws -> Int {
        let own: SQL =
            "\(RegionsAccess.asks(viewer)) AND NOT EXISTS (SELECT q.act_id FROM acquaintance q WHERE q.act_id = a.id AND q.person_id = \(viewer.person))"
        let departments: SQL = """
            a.school_id <> \(viewer.school) AND NOT EXISTS (SELECT r.act_id FROM act_receipt r WHERE r.act_id = a.id AND r.school_id = \(viewer.school))
            """
        let isAct = RegionsAccess.isHead(viewer) ? "\(RegionsAccess.isAct(seenBy: viewer)) AND (\(own) OR \(departments))" as SQL : own
        return Int(try tx.one("SELECT COUNT(*) AS many FROM local_act a WHERE a.ended_at IS NULL AND \(isAct)").int("many"))
    }

    // MARK: Writing, with the proof

    static func add(
        _ c: LocalAct.Contents, scan: ID<Document>?, replacing old: ID<LocalAct>?, from template: ID<LocalAct>?, by publisher: Publisher, at now: Moment,
        _ tx: Transaction
    ) throws -> ID<LocalAct> {
        try tx.one(
            """
            INSERT INTO local_act (school_id, kind, title, number, accepted_on, body, scan_id, asks_staff, asks_family, asks_pupil, is_template, replaces_id,
                template_id, published_at, published_by)
            VALUES (\(publisher.school), \(c.kind.rawValue), \(c.title), \(c.number), \(c.day), \(c.body), \(scan), \(c.asked.staff), \(c.asked.family),
                \(c.asked.pupil), \(c.isTemplate), \(old), \(template), \(now), \(publisher.person.person)) RETURNING id
            """
        ).id("id")
    }

    static func end(_ id: ID<LocalAct>, by publisher: Publisher, at now: Moment, _ tx: Transaction) throws -> Bool {
        try !tx.rows("UPDATE local_act SET ended_at = \(now) WHERE id = \(id) AND school_id = \(publisher.school) AND ended_at IS NULL RETURNING id").isEmpty
    }

    /// The school's own act that was adopted from a template, or from what the template has replaced.
    static func adopted(from template: LocalAct, in school: ID<School>, _ tx: Transaction) throws -> ID<LocalAct>? {
        try tx.first(
            """
            SELECT id FROM local_act WHERE school_id = \(school) AND ended_at IS NULL AND template_id IN (
                WITH RECURSIVE older (id, replaces_id) AS (
                    SELECT id, replaces_id FROM local_act WHERE id = \(template.id)
                    UNION SELECT a.id, a.replaces_id FROM local_act a JOIN older ON a.id = older.replaces_id
                ) SELECT id FROM older)
            """
        ).map { try $0.id("id") }
    }

    // MARK: Who has read it

    /// Everybody whom the act asks, once for each part of the school they stand in: `person_id, part, class_id`.
    private static func asked(by act: LocalAct, _ classes: [Int64]?) -> SQL {
        let school = act.school, asked = act.contents.asked
        let only: SQL = classes.map { "AND e.class_id IN \(list: $0.map(Value.int))" } ?? ""
        let staff: SQL = """
            SELECT m.person_id, 'staff' AS part, NULL AS class_id FROM membership m
            WHERE m.school_id = \(school) AND m.until IS NULL AND m.role NOT IN ('pupil', 'guardian') AND \(asked.staff && classes == nil) = 1
            """
        let pupils: SQL = """
            SELECT e.pupil_id, 'pupil', e.class_id FROM enrolment e WHERE e.school_id = \(school) AND e.until IS NULL AND \(asked.pupil) = 1 \(only)
            """
        let families: SQL = """
            SELECT g.guardian_id, 'family', e.class_id FROM guardian g JOIN enrolment e ON e.pupil_id = g.pupil_id AND e.until IS NULL
            WHERE g.school_id = \(school) AND e.school_id = \(school) AND \(asked.family) = 1 \(only)
            """
        return "(\(staff) UNION \(pupils) UNION \(families))"
    }

    static func readers(of act: LocalAct, in classes: [Int64]?, _ tx: Transaction) throws -> [ReadersLine] {
        try tx.rows(
            """
            SELECT w.part, w.class_id, c.name AS class_name, c.sort_key, COUNT(*) AS people, COUNT(q.person_id) AS read_by
            FROM \(asked(by: act, classes)) w LEFT JOIN acquaintance q ON q.act_id = \(act.id) AND q.person_id = w.person_id
            LEFT JOIN school_class c ON c.id = w.class_id GROUP BY w.part, w.class_id, c.name, c.sort_key
            ORDER BY CASE WHEN w.part = 'staff' THEN 0 ELSE 1 END, c.sort_key, w.class_id, w.part
            """
        ).map {
            ReadersLine(
                group: ReadersLine.Group(rawValue: try $0.text("part")) ?? .staff, schoolClass: try $0.optional("class_id", Row.int),
                className: try $0.optional("class_name", Row.text), people: Int(try $0.int("people")), read: Int(try $0.int("read_by")))
        }
    }

    /// Who has not, in one part of the school.
    static func missing(_ act: LocalAct, _ group: ReadersLine.Group, in schoolClass: Int64?, of classes: [Int64]?, _ tx: Transaction) throws -> [MissingReader]
    {
        let place: SQL = schoolClass.map { "w.class_id = \($0)" } ?? "w.class_id IS NULL"
        return try tx.rows(
            """
            SELECT p.family, p.given, p.patronymic, c.name AS class_name FROM \(asked(by: act, classes)) w JOIN person p ON p.id = w.person_id
            LEFT JOIN school_class c ON c.id = w.class_id
            WHERE w.part = \(group.rawValue) AND \(place) AND NOT EXISTS (SELECT q.act_id FROM acquaintance q WHERE q.act_id = \(act.id) AND q.person_id = w.person_id)
            ORDER BY p.name_key, p.id LIMIT 1000
            """
        ).map { MissingReader(name: try AccountsStore.name($0), group: group, className: try $0.optional("class_name", Row.text)) }
    }

    /// The schools under a department with what each has done about its act.
    static func receipts(of act: LocalAct, under curated: Curated, _ tx: Transaction) throws -> [Receipt] {
        try tx.rows(
            """
            SELECT s.name, r.at FROM school s LEFT JOIN act_receipt r ON r.act_id = \(act.id) AND r.school_id = s.id
            WHERE s.level = 'school' AND \(RegionsAccess.isSchool("s", under: curated)) ORDER BY CASE WHEN r.at IS NULL THEN 0 ELSE 1 END, s.name, s.id LIMIT 1000
            """
        ).map { Receipt(name: try $0.text("name"), acceptedAt: try $0.optional("at", Row.moment)) }
    }
}
