import Accounts
import Kernel
import Storage

/// The cards' SQL.
enum CardStore {
    static func card(of school: ID<School>, _ tx: Transaction) throws -> SchoolCard? { try cards(where: "s.id = \(school)", tx).first }

    /// The card of a school and those of all it stands in, the nearest first.
    static func cards(upwardsFrom school: ID<School>, _ tx: Transaction) throws -> [SchoolCard] {
        try cards(where: "s.id IN \(OrganisationStore.upwards(from: school))", tx)
    }

    private static func cards(where condition: SQL, _ tx: Transaction) throws -> [SchoolCard] {
        try tx.rows(
            """
            SELECT s.id, s.name, s.level, s.parent_id, s.zone, s.kind, s.inn, c.school_id, c.full_name, c.address, c.site, c.phone, c.email, c.director, c.help,
                c.programmes, c.pupils, c.staff, c.procedure
            FROM school s LEFT JOIN school_card c ON c.school_id = s.id WHERE \(condition)
            """
        ).map(card).sorted { $0.organisation.level.height < $1.organisation.level.height }
    }

    private static func card(_ row: Row) throws -> SchoolCard {
        let organisation = Organisation(
            id: try row.id("id"), name: try row.text("name"), level: Level(rawValue: try row.text("level")) ?? .school, parent: try row.optionalID("parent_id"),
            zone: try row.zone("zone"))
        return SchoolCard(
            organisation: organisation, kind: OpenSchool.Kind(rawValue: try row.text("kind")) ?? .general, inn: try row.optional("inn", Row.text),
            contents: try row.optional("school_id", Row.int) == nil ? SchoolCard.Contents() : contents(row))
    }

    private static func contents(_ row: Row) throws -> SchoolCard.Contents {
        SchoolCard.Contents(
            fullName: try row.text("full_name"), address: try row.text("address"), site: try row.text("site"), phone: try row.text("phone"),
            email: try row.text("email"), director: try row.text("director"), help: try row.text("help"),
            programmes: Programme.list(try row.text("programmes")),
            pupils: try row.optional("pupils", Row.int).map { Int($0) }, staff: try row.optional("staff", Row.int).map { Int($0) },
            procedure: try row.text("procedure"))
    }

    /// Every school has a card once somebody has written one.
    static func add(_ c: SchoolCard.Contents, of school: ID<School>, at now: Moment, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO school_card (school_id, full_name, address, site, phone, email, director, help, programmes, pupils, staff, procedure, changed_at)
            VALUES (\(school), \(c.fullName), \(c.address), \(c.site), \(c.phone), \(c.email), \(c.director), \(c.help),
                \(c.programmes.map(\.rawValue).joined(separator: " ")), \(c.pupils), \(c.staff), \(c.procedure), \(now))
            ON CONFLICT (school_id) DO UPDATE SET full_name = excluded.full_name, address = excluded.address, site = excluded.site, phone = excluded.phone,
                email = excluded.email, director = excluded.director, help = excluded.help, programmes = excluded.programmes, pupils = excluded.pupils,
                staff = excluded.staff, procedure = excluded.procedure, changed_at = excluded.changed_at
            """)
    }
}

extension Level {
    /// 0 is a school.
    var height: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The SQL of who answers for what.
enum AppointmentStore {
    static func add(
        _ order: Appointment.Order, _ duty: Appointment.Duty, _ person: ID<Person>, in school: ID<School>, by ruler: ID<Person>, at now: Moment,
        _ tx: Transaction
    ) throws {
        let id = try tx.one(
            """
            INSERT INTO responsible_person (school_id, person_id, duty, order_number, order_on)
            VALUES (\(school), \(person), \(duty.rawValue), \(order.number), \(order.day)) RETURNING id
            """
        ).int("id")
        let trace = Trace("regions.responsible", about: "person:\(person.number)/responsible:\(id)", became: "\(duty.rawValue) \(order.day)")
        try tx.leave(trace, in: school, by: ruler, at: now)
    }

    static func present(in school: ID<School>, _ tx: Transaction) throws -> [Appointment] {
        try tx.rows(
            """
            SELECT t.id, t.person_id, t.duty, t.order_number, t.order_on, p.family, p.given, p.patronymic FROM responsible_person t JOIN person p ON p.id = t.person_id
            WHERE t.school_id = \(school) AND t.ended_at IS NULL ORDER BY t.duty, p.name_key, t.id
            """
        ).map {
            Appointment(
                id: try $0.id("id"), person: try $0.id("person_id"), name: try AccountsStore.name($0),
                duty: Appointment.Duty(rawValue: try $0.text("duty")) ?? .accompanying,
                order: Appointment.Order(try $0.text("order_number"), try $0.day("order_on")))
        }
    }

    /// Those of the staff who may be appointed.
    static func staff(of school: ID<School>, _ tx: Transaction) throws -> [(person: ID<Person>, name: PersonName)] {
        try tx.rows(
            """
            SELECT p.id, p.family, p.given, p.patronymic FROM person p WHERE p.id IN (
                SELECT person_id FROM membership WHERE school_id = \(school) AND until IS NULL AND role NOT IN ('pupil', 'guardian')
            ) ORDER BY p.name_key, p.id
            """
        ).map { (try $0.id("id"), try AccountsStore.name($0)) }
    }
}
