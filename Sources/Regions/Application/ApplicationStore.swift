import Accounts
import Documents
import Kernel
import Storage

/// The applications' SQL.
enum ApplicationStore {
    private static let columns: SQL = """
        a.id, a.state, a.kind, a.full_name, a.short_name, a.inn, a.address, a.site, a.phone, a.email, a.director, a.family, a.given, a.patronymic, a.contact,
        a.programmes, a.pupils, a.staff, a.zone, a.order_number, a.order_on, a.scan_id, a.submitted_at, a.school_id, a.person_id,
        u.id AS u_id, u.name AS u_name, u.level AS u_level, u.parent_id AS u_parent, u.zone AS u_zone,
        (SELECT d.kind FROM document d WHERE d.id = a.scan_id) AS scan_kind
        """

    static func find(_ id: ID<SchoolApplication>, seenBy curated: Curated, _ tx: Transaction) throws -> SchoolApplication? {
        try first(where: "a.id = \(id) AND \(RegionsAccess.isApplication("a", to: curated))", tx)
    }
    /// For the applicant: number and secret word together open it.
    static func find(_ id: ID<SchoolApplication>, word: Secret, _ tx: Transaction) throws -> SchoolApplication? {
        try first(where: "a.id = \(id) AND a.word_hash = \(word.hash)", tx)
    }
    static func find(_ visit: ApplicantVisit, _ tx: Transaction) throws -> ID<SchoolApplication>? {
        try tx.first("SELECT id FROM school_application WHERE visit_hash = \(visit.hash)").map { try $0.id("id") }
    }
    private static func first(where condition: SQL, _ tx: Transaction) throws -> SchoolApplication? {
        try tx.first("SELECT \(columns) FROM school_application a JOIN school u ON u.id = a.municipality_id WHERE \(condition)").map(application)
    }

    private static func application(_ row: Row) throws -> SchoolApplication {
        SchoolApplication(
            id: try row.id("id"), state: SchoolApplication.State(rawValue: try row.text("state")) ?? .new,
            municipality: Organisation(
                id: try row.id("u_id"), name: try row.text("u_name"), level: Level(rawValue: try row.text("u_level")) ?? .municipality,
                parent: try row.optionalID("u_parent"), zone: try row.zone("u_zone")),
            questionnaire: try questionnaire(row), scan: try row.optionalID("scan_id"),
            isScanPicture: try ["jpeg", "png"].contains(row.optional("scan_kind", Row.text)),
            submittedAt: try row.moment("submitted_at"),
            school: try row.optionalID("school_id"), person: try row.optionalID("person_id"))
    }

    private static func questionnaire(_ row: Row) throws -> Questionnaire {
        Questionnaire(
            kind: OpenSchool.Kind(rawValue: try row.text("kind")) ?? .general, fullName: try row.text("full_name"), shortName: try row.text("short_name"),
            inn: try row.text("inn"), address: try row.text("address"), site: try row.text("site"), phone: try row.text("phone"), email: try row.text("email"),
            director: try row.text("director"), administrator: try AccountsStore.name(row), contact: try row.text("contact"),
            programmes: Programme.list(try row.text("programmes")), pupils: Int(try row.int("pupils")), staff: Int(try row.int("staff")),
            zone: try row.zone("zone"), orderNumber: try row.text("order_number"), orderDay: try row.day("order_on"))
    }

    static func add(
        _ q: Questionnaire, to municipality: ID<School>, _ visit: ApplicantVisit, scan: ID<Document>, at now: Moment, _ tx: Transaction
    ) throws -> ID<SchoolApplication> {
        try tx.one(
            """
            INSERT INTO school_application (visit_hash, word_hash, municipality_id, state, kind, full_name, short_name, inn, address, site, phone, email,
                director, family, given, patronymic, contact, programmes, pupils, staff, zone, order_number, order_on, scan_id, submitted_at, changed_at)
            VALUES (\(visit.hash), \(Secret(of: visit).hash), \(municipality), 'new', \(q.kind.rawValue), \(q.fullName), \(q.shortName), \(q.inn), \(q.address),
                \(q.site), \(q.phone), \(q.email), \(q.director), \(q.administrator.family), \(q.administrator.given), \(q.administrator.patronymic),
                \(q.contact), \(q.programmes.map(\.rawValue).joined(separator: " ")), \(q.pupils), \(q.staff), \(q.zone.identifier), \(q.orderNumber),
                \(q.orderDay), \(scan), \(now), \(now)) RETURNING id
            """
        ).id("id")
    }

    /// A step, with the trace of it in the department's log. Words stay in the step: a trace is never cleaned.
    static func step(
        _ what: ApplicationStep.Kind, _ words: String, of id: ID<SchoolApplication>, in municipality: ID<School>, by person: ID<Person>?, at now: Moment,
        _ tx: Transaction
    ) throws {
        try tx.rows(
            "INSERT INTO application_step (application_id, at, by_id, what, words) VALUES (\(id), \(now), \(person), \(what.rawValue), \(words))")
        try tx.leave(Trace("regions.application", about: "application:\(id.number)", became: what.rawValue), in: municipality, by: person, at: now)
    }

    static func move(_ proof: DecidableApplication, to state: SchoolApplication.State, at now: Moment, _ tx: Transaction) throws {
        let open = SchoolApplication.State.open.map { Value.text($0.rawValue) }
        let moved = try tx.rows(
            """
            UPDATE school_application SET state = \(state.rawValue), changed_at = \(now), decided_by = \(state.isOpen ? nil : proof.curator.person)
            WHERE id = \(proof.application.id) AND state IN \(list: open) RETURNING id
            """)
        guard !moved.isEmpty else { throw Denial.conflict(.alreadyDecided) }
    }

    static func steps(of id: ID<SchoolApplication>, _ tx: Transaction) throws -> [ApplicationStep] {
        try tx.rows(
            """
            SELECT t.what, t.at, t.words, t.by_id, p.family, p.given, p.patronymic FROM application_step t LEFT JOIN person p ON p.id = t.by_id
            WHERE t.application_id = \(id) ORDER BY t.id LIMIT 200
            """
        ).map {
            ApplicationStep(
                what: ApplicationStep.Kind(rawValue: try $0.text("what")) ?? .submitted, at: try $0.moment("at"), words: try $0.text("words"),
                by: try $0.optional("by_id", Row.int) == nil ? nil : try AccountsStore.name($0))
        }
    }

    // MARK: The queue

    static let onPage = 50

    /// Those of the states, the longest waiting first; one more than a page holds tells that there are others.
    static func queue(_ states: [SchoolApplication.State], seenBy curated: Curated, after place: Int, _ tx: Transaction) throws -> [ApplicationLine] {
        try tx.rows(
            """
            SELECT a.id, a.state, a.short_name, a.submitted_at, u.name AS municipality FROM school_application a JOIN school u ON u.id = a.municipality_id
            WHERE \(RegionsAccess.isApplication("a", to: curated)) AND a.state IN \(list: states.map { Value.text($0.rawValue) })
            ORDER BY a.submitted_at, a.id LIMIT \(onPage + 1) OFFSET \(place)
            """
        ).map {
            ApplicationLine(
                id: try $0.id("id"), state: SchoolApplication.State(rawValue: try $0.text("state")) ?? .new, name: try $0.text("short_name"),
                municipality: try $0.text("municipality"), submittedAt: try $0.moment("submitted_at"))
        }
    }

    static func counts(seenBy curated: Curated, _ tx: Transaction) throws -> [SchoolApplication.State: Int] {
        let rows = try tx.rows(
            "SELECT a.state, COUNT(*) AS many FROM school_application a WHERE \(RegionsAccess.isApplication("a", to: curated)) GROUP BY a.state")
        return try rows.reduce(into: [:]) { counts, row in
            if let state = SchoolApplication.State(rawValue: try row.text("state")) { counts[state] = Int(try row.int("many")) }
        }
    }

    /// How many wait in the whole installation: a flood of applications must not fill the disk.
    static func waiting(_ tx: Transaction) throws -> Int {
        Int(try tx.one("SELECT COUNT(*) AS many FROM school_application WHERE state IN ('new', 'asked', 'answered')").int("many"))
    }

    /// Whether a school or another open application has this ИНН.
    static func isTaken(_ inn: String, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            SELECT id FROM school WHERE inn = \(inn)
            UNION SELECT id FROM school_application WHERE inn = \(inn) AND state IN ('new', 'asked', 'answered')
            """) != nil
    }

    // MARK: Scans that wait for the rest of their form

    static func keep(_ scan: Scan, for visit: ApplicantVisit, at now: Moment, _ tx: Transaction) throws {
        let old = try kept(for: visit, tx)
        let document = try DocumentStore.add(scan, of: nil, by: nil, at: now, tx)
        try tx.rows(
            """
            INSERT INTO application_scan (visit_hash, document_id, added_at) VALUES (\(visit.hash), \(document), \(now))
            ON CONFLICT (visit_hash) DO UPDATE SET document_id = excluded.document_id, added_at = excluded.added_at
            """)
        if let old { try DocumentStore.remove(old.id, tx) }
    }

    static func kept(for visit: ApplicantVisit, _ tx: Transaction) throws -> (id: ID<Document>, name: String)? {
        try tx.first("SELECT d.id, d.name FROM application_scan k JOIN document d ON d.id = k.document_id WHERE k.visit_hash = \(visit.hash)").map {
            (try $0.id("id"), try $0.text("name"))
        }
    }

    /// The scan has become the application's own.
    static func release(_ visit: ApplicantVisit, _ tx: Transaction) throws { try tx.rows("DELETE FROM application_scan WHERE visit_hash = \(visit.hash)") }

    /// Seconds after which a scan without its form, and the personal data of a refused application, are destroyed.
    private static let draftLife = 24 * 3600, refusedLife = 90 * 24 * 3600

    static func removeOld(at now: Moment, _ tx: Transaction) throws {
        for row in try tx.rows("SELECT document_id FROM application_scan WHERE added_at < \(now - draftLife) LIMIT 100") {
            let document: ID<Document> = try row.id("document_id")
            try tx.rows("DELETE FROM application_scan WHERE document_id = \(document)")
            try DocumentStore.remove(document, tx)
        }
        let refused = try tx.rows(
            "SELECT id, scan_id FROM school_application WHERE state = 'refused' AND changed_at < \(now - refusedLife) AND scan_id IS NOT NULL LIMIT 100")
        for row in refused {
            let id: ID<SchoolApplication> = try row.id("id")
            try tx.rows(
                "UPDATE school_application SET family = '', given = '', patronymic = '', contact = '', director = '', scan_id = NULL WHERE id = \(id)")
            try tx.rows("UPDATE application_step SET words = '' WHERE application_id = \(id)")
            try DocumentStore.remove(row.id("scan_id"), tx)
        }
    }
}
