import Accounts
import Kernel
import School
import Storage

/// The SQL of what a school sends.
enum SendingStore {
    /// How long after a pupil has left a package can still be made without looking into the archive.
    static let daysAfterLeaving = 180

    // MARK: Who leaves

    private static let leaverColumns: SQL = """
        p.id, p.family, p.given, p.patronymic, p.born_on, p.sex, e.since, e.until, e.school_id, c.id AS class_id, c.year AS class_year, c.name AS class_name,
        y.name AS year_name, y.starts_on, y.ends_on
        """
    private static let leaverJoins: SQL = """
        enrolment e JOIN person p ON p.id = e.pupil_id JOIN school_class c ON c.id = e.class_id JOIN academic_year y ON y.id = c.academic_year_id
        """

    /// The pupils of a class: those in it, and those who left it not long ago and are in no other class of the school.
    static func leavers(ofClass schoolClass: ID<SchoolClass>, of office: TransferOffice, on today: Day, _ tx: Transaction) throws -> [Leaver] {
        try tx.rows(
            """
            SELECT \(leaverColumns) FROM \(leaverJoins)
            WHERE e.class_id = \(schoolClass) AND e.school_id = \(office.school) AND (e.until IS NULL OR e.until >= \(today - daysAfterLeaving))
              AND NOT EXISTS (SELECT o.id FROM enrolment o WHERE o.pupil_id = e.pupil_id AND o.school_id = e.school_id AND (o.since > e.since OR o.since = e.since AND o.id > e.id))
            ORDER BY p.name_key, p.id
            """
        ).map(leaver)
    }

    /// The pupil with the last class here; `nil` for one who was never in a class of the school.
    static func leaver(_ pupil: ID<Person>, of office: TransferOffice, _ tx: Transaction) throws -> Leaver? {
        try tx.first(
            """
            SELECT \(leaverColumns) FROM \(leaverJoins) WHERE e.pupil_id = \(pupil) AND e.school_id = \(office.school)
            ORDER BY CASE WHEN e.until IS NULL THEN 0 ELSE 1 END, e.since DESC, e.id DESC
            """
        ).map(leaver)
    }

    private static func leaver(_ row: Row) throws -> Leaver {
        Leaver(
            pupil: Pupil(id: try row.id("id"), name: try AccountsStore.name(row)), bornOn: try row.optional("born_on", Row.day),
            sex: try row.optional("sex", Row.text),
            schoolClass: SchoolClass(
                id: try row.id("class_id"), school: try row.id("school_id"), year: try row.optional("class_year", Row.int).map { Int($0) },
                name: try row.text("class_name")),
            academicYear: Leaver.Year(name: try row.text("year_name"), starts: try row.day("starts_on"), ends: try row.day("ends_on")),
            since: try row.day("since"), until: try row.optional("until", Row.day))
    }

    // MARK: What was sent

    private static let packageColumns: SQL = """
        t.id, t.pupil_id, t.name, t.code, t.class_name, t.order_number, t.order_on, t.addressee, t.offered_at, t.valid_until, t.state, t.settled_on, t.accepted_by,
        p.family, p.given, p.patronymic
        """

    static func packages(of office: TransferOffice, on today: Day, _ tx: Transaction) throws -> [SentPackage] {
        try tx.rows(
            """
            SELECT \(packageColumns) FROM transfer_package t JOIN person p ON p.id = t.pupil_id
            WHERE t.school_id = \(office.school) ORDER BY t.offered_at DESC, t.id DESC LIMIT 200
            """
        ).map { try package($0, on: today) }
    }

    static func package(_ id: ID<SentPackage>, of office: TransferOffice, on today: Day, _ tx: Transaction) throws -> SentPackage? {
        try tx.first(
            "SELECT \(packageColumns) FROM transfer_package t JOIN person p ON p.id = t.pupil_id WHERE t.id = \(id) AND t.school_id = \(office.school)"
        ).map { try package($0, on: today) }
    }

    /// The pupil's package that may still be fetched.
    static func offered(of pupil: ID<Person>, of office: TransferOffice, _ tx: Transaction) throws -> ID<SentPackage>? {
        try tx.first("SELECT id FROM transfer_package WHERE school_id = \(office.school) AND pupil_id = \(pupil) AND state = 'offered'").map { try $0.id("id") }
    }

    static func file(_ id: ID<SentPackage>, of office: TransferOffice, on today: Day, _ tx: Transaction) throws -> [UInt8]? {
        try tx.first(
            """
            SELECT file FROM transfer_package
            WHERE id = \(id) AND school_id = \(office.school) AND state = 'offered' AND valid_until >= \(today) AND file IS NOT NULL
            """
        ).map { try $0.bytes("file") }
    }

    private static func package(_ row: Row, on today: Day) throws -> SentPackage {
        let validUntil = try row.day("valid_until"), state = SentPackage.State(rawValue: try row.text("state")) ?? .withdrawn
        let order = TransferRecord.Order(number: try row.text("order_number"), day: try row.day("order_on"))
        return SentPackage(
            id: try row.id("id"), pupil: Pupil(id: try row.id("pupil_id"), name: try AccountsStore.name(row)), name: try row.text("name"),
            code: try row.optional("code", Row.text), schoolClass: try row.text("class_name"), order: order, addressee: try row.text("addressee"),
            offeredAt: try row.moment("offered_at"), validUntil: validUntil, state: state == .offered && validUntil < today ? .expired : state,
            settledOn: try row.optional("settled_on", Row.day), acceptedBy: try row.optional("accepted_by", Row.text))
    }

    static func add(_ package: SignedPackage, of leaver: Leaver, code: String, at now: Moment, by office: TransferOffice, _ tx: Transaction) throws
        -> ID<SentPackage>
    {
        let record = package.record
        return try tx.one(
            """
            INSERT INTO transfer_package (school_id, pupil_id, name, code, file, class_name, order_number, order_on, addressee, offered_by, offered_at,
                valid_until, state)
            VALUES (\(office.school), \(leaver.pupil.id), \(record.package), \(code), \(package.file), \(record.left.schoolClass), \(record.left.order.number),
                \(record.left.order.day), \(record.to?.school ?? ""), \(office.clerk.person), \(now), \(record.validUntil), 'offered') RETURNING id
            """
        ).id("id")
    }

    /// A package that may still be fetched is so no longer. Its file and code are gone with it. False if it was settled before.
    static func settle(_ id: ID<SentPackage>, as state: SentPackage.State, on day: Day, by school: String?, _ tx: Transaction) throws -> Bool {
        try !tx.rows(
            """
            UPDATE transfer_package SET state = \(state.rawValue), file = NULL, code = NULL, settled_on = \(day), accepted_by = \(school)
            WHERE id = \(id) AND state = 'offered' RETURNING id
            """
        ).isEmpty
    }

    /// What is past its day is withdrawn by itself, and files that were brought and forgotten go: nobody's data lies about.
    static func tidy(_ office: TransferOffice, on today: Day, _ tx: Transaction) throws {
        try tx.rows(
            """
            UPDATE transfer_package SET state = 'withdrawn', file = NULL, code = NULL, settled_on = valid_until
            WHERE school_id = \(office.school) AND state = 'offered' AND valid_until < \(today)
            """)
        let old = office.clerk.zone.moment(today - ReceivingStore.daysLookedAt, minute: 0)
        try tx.rows("DELETE FROM transfer_incoming WHERE school_id = \(office.school) AND brought_at < \(old)")
    }
}
