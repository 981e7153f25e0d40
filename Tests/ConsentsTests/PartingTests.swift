import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Consents

/// A pupil known to two schools refuses in one of them.
@Suite struct PartingTests {
    @Test("of one whom another school knows too, this school's rows alone are destroyed, in every table there is", arguments: TestDatabase.available)
    func everyTable(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people, petya = people.petya.person,
            (ours, theirs) = (families.school, people.xenia.school)
        try await knowElsewhere(families)
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let schema = try await families.world.site.read { tx in try Schema(tx) }
        let named = try await families.world.site.read { tx in try schema.places(naming: petya, in: ours, tx) }
        #expect(named.count > 35, "\(named.sorted())")
        let before = try await families.world.site.read { tx in try schema.dump(of: theirs, tx) }
        let act = try await families.accept(people.petya)
        let left = try await families.world.site.read { tx in try schema.places(naming: petya, in: ours, tx) }
        #expect(left == [], "still named in this school")
        let after = try await families.world.site.read { tx in try schema.dump(of: theirs, tx) }
        // The account is gone everywhere; all else of the other school is as it was.
        for (table, rows) in before where !["sign_in", "person_word"].contains(table) { #expect(after[table] == rows, "\(table) of the other school") }
        #expect(
            try await families.count("SELECT COUNT(*) AS count FROM person_word WHERE school_id = \(theirs) AND person_id = \(petya) AND word_key = 'петин'")
                == 1)
        try await checkAccount(families)
        let line = try #require(try await families.act(act)?.person)
        let (stays, number) = (
            try await families.rows("SELECT family, born_on FROM person WHERE id = \(petya)").first,
            try await families.rows("SELECT family, is_erased FROM person WHERE id = \(line)").first
        )
        #expect(try stays?.text("family") == "Петин" && number?.text("family").hasPrefix("№ ") == true && number?.int("is_erased") == 1)
        let words = ["person:\(petya.number)", "pupil:\(petya.number)"]
        let traces = try await families.rows("SELECT about, was, became FROM trace WHERE school_id = \(ours)").flatMap { row in
            try [row.text("about"), row.optional("was", Row.text) ?? "", row.optional("became", Row.text) ?? ""].flatMap {
                $0.split(separator: "/").map(String.init)
            }
        }
        #expect(traces.count > 5 && traces.allSatisfy { !words.contains($0) }, "traces name the new row")
    }

    @Test("a guardian who has a child in the other school keeps the login there, and is nobody here", arguments: TestDatabase.available)
    func guardian(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), world = families.world, people = families.people, olga = people.olga.person
        try await world.perform(AdmitPerson(olga, as: .guardian, since: World.today - 20), by: .installer(of: people.xenia.hat.school))
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO guardian (pupil_id, guardian_id, school_id) VALUES (\(people.yura.person), \(olga), \(people.xenia.school))")
            try tx.rows("INSERT INTO credential (person_id, login, login_key, password_hash, changed_at) VALUES (\(olga), 'olga', 'olga', 'x', 1)")
        }
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        try await families.accept(people.petya)
        #expect(try await families.count("SELECT COUNT(*) AS count FROM credential WHERE person_id = \(olga)") == 1)
        #expect(try await families.count("SELECT COUNT(*) AS count FROM membership WHERE person_id = \(olga) AND school_id = \(families.school)") == 0)
        #expect(try await families.count("SELECT COUNT(*) AS count FROM guardian WHERE guardian_id = \(olga)") == 1, "the child elsewhere")
        #expect(try await families.rows("SELECT family FROM person WHERE id = \(olga)").first?.text("family") == people.olga.name.family)
    }

    @Test("two schools accept the same pupil's refusal one after the other", arguments: TestDatabase.available)
    func both(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), world = families.world, people = families.people, petya = people.petya.person
        try await world.perform(AdmitPerson(petya, as: .pupil, since: World.today), by: .installer(of: people.xenia.hat.school))
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let paper = EnterPaper(for: petya, .diary, agrees: false, signer: .named("Петина Ольга"), signedOn: World.today)
        try await world.perform(paper, by: people.xenia)
        try await families.accept(people.petya)
        let theirs = try await world.site.read { tx in try RefusalStore.all(of: people.xenia.school, tx).first { $0.outcome == nil } }
        try await world.perform(AcceptRefusal(try #require(theirs).id, isSheetPrinted: true, features: world.site.features), by: people.xenia)
        #expect(try await families.count("SELECT COUNT(*) AS count FROM act") == 2)
        #expect(try await families.count("SELECT COUNT(*) AS count FROM person WHERE name_key LIKE 'петин петя%'") == 0)
    }

    private func checkAccount(_ families: Families) async throws {
        let petya = families.people.petya.person
        for table in ["credential", "sign_in", "identity_card", "outside_link", "known_device", "passkey"] as [SQL] {
            #expect(try await families.count("SELECT COUNT(*) AS count FROM \(table) WHERE person_id = \(petya)") == 0)
        }
    }

    // MARK: What is there before

    /// Petya was at Xenia's school before, where the archive has of him what ours has now.
    private func knowElsewhere(_ families: Families) async throws {
        let (world, people, petya) = (families.world, families.people, families.people.petya.person)
        try await world.perform(AdmitPerson(petya, as: .pupil, since: World.today - 20), by: .installer(of: people.xenia.hat.school))
        try await world.perform(OpenTalk(schoolClass: people.class7.id), by: people.rita)
        let schools = [
            Rows(school: families.school, schoolClass: people.class7.id, lesson: people.mathsNow, clerk: people.rita.person, mark: 1),
            Rows(school: people.xenia.school, schoolClass: people.classFar.id, lesson: people.historyToday, clerk: people.xenia.person, mark: 2),
        ]
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO credential (person_id, login, login_key, password_hash, changed_at) VALUES (\(petya), 'petya', 'petya', 'x', 1)")
            try tx.rows("INSERT INTO identity_card (person_id, email, changed_at) VALUES (\(petya), 'petya@example.org', 1)")
            try tx.rows("INSERT INTO outside_link (provider, subject, person_id, linked_at) VALUES ('esia', 's', \(petya), 1)")
            try tx.rows("INSERT INTO known_device (person_id, device_hash, since) VALUES (\(petya), \([9] as [UInt8]), 1)")
            try tx.rows(
                "INSERT INTO passkey (person_id, credential_id, public_key, counter, name, added_at) VALUES (\(petya), \([1] as [UInt8]), \([4] as [UInt8]), 0, 'k', 1)"
            )
            for rows in schools { try rows.insert(petya, tx) }
        }
    }

    /// The class's chats, so that there are members.
    private struct OpenTalk: Verb {
        let schoolClass: ID<SchoolClass>
        func run(by viewer: Viewer, at now: Moment, in tx: Transaction) throws { tx.tell(.classList(schoolClass, in: viewer.school)) }
    }
}

/// The same rows of one person in one school, in as many tables as there may be.
private struct Rows {
    let school: ID<School>
    let schoolClass: ID<SchoolClass>
    let lesson: ID<Lesson>
    let clerk: ID<Person>
    let mark: UInt8
    enum Lesson {}

    init<L>(school: ID<School>, schoolClass: ID<SchoolClass>, lesson: ID<L>, clerk: ID<Person>, mark: UInt8) {
        (self.school, self.schoolClass, self.lesson, self.clerk, self.mark) = (school, schoolClass, ID(lesson.number), clerk, mark)
    }

    func insert(_ person: ID<Person>, _ tx: Transaction) throws {
        try lessons(person, tx)
        try papers(person, tx)
        try people(person, tx)
        try codes(person, tx)
        try movement(person, tx)
    }

    private func lessons(_ person: ID<Person>, _ tx: Transaction) throws {
        if mark == 2 {
            try tx.rows(
                "INSERT INTO enrolment (school_id, class_id, pupil_id, since, until) VALUES (\(school), \(schoolClass), \(person), '2026-08-01', '2026-08-20')")
        }
        try tx.rows(
            "INSERT INTO mark (lesson_id, pupil_id, school_id, value, put_by, put_at, revision) VALUES (\(lesson), \(person), \(school), 5, \(person), 1, 1)")
        try tx.rows(
            "INSERT INTO attendance (lesson_id, pupil_id, school_id, code, put_by, put_at) VALUES (\(lesson), \(person), \(school), 'late', \(person), 1)")
        let group = try tx.one("INSERT INTO study_group (school_id, class_id, name) VALUES (\(school), \(schoolClass), 'г') RETURNING id").int("id")
        try tx.rows("INSERT INTO group_member (group_id, pupil_id, since) VALUES (\(group), \(person), '2026-09-01')")
        try tx.rows("INSERT INTO class_teacher (class_id, teacher_id, since, until) VALUES (\(schoolClass), \(person), '2026-01-01', '2026-01-02')")
        try tx.rows("UPDATE term SET closed_at = 1, closed_by = \(person) WHERE school_id = \(school) AND ends_on < '2026-11-01'")
    }

    private func papers(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            "INSERT INTO consent_text (school_id, purpose, version, body, asks_again, written_by, written_at) VALUES (\(school), 'photos', 77, 'Слова', 0, \(person), 1)"
        )
        try tx.rows(
            """
            INSERT INTO consent (school_id, person_id, purpose, version, word, signed_as, signer_id, how, signed_on, entered_by, entered_at)
            VALUES (\(school), \(person), 'photos', 77, 'agree', 'own', \(person), 'here', '2026-09-01', \(person), 1)
            """)
        try tx.rows("INSERT INTO person_access (school_id, person_id, is_open) VALUES (\(school), \(person), 1) ON CONFLICT (school_id, person_id) DO NOTHING")
        try tx.rows("INSERT INTO document (school_id, name, kind, bytes, added_by, added_at) VALUES (\(school), 'п', 'pdf', \([mark]), \(person), 1)")
        let act = try tx.one(
            """
            INSERT INTO local_act (school_id, kind, title, number, accepted_on, body, asks_staff, asks_family, asks_pupil, is_template, published_at, published_by)
            VALUES (\(school), 'order', 'Порядок', '1', '2026-09-01', 'Слова', 0, 0, 0, 0, 1, \(person)) RETURNING id
            """
        ).int("id")
        try tx.rows("INSERT INTO acquaintance (act_id, person_id, school_id, at) VALUES (\(act), \(person), \(school), 1)")
        try tx.rows(
            "INSERT INTO responsible_person (school_id, person_id, duty, order_number, order_on) VALUES (\(school), \(person), 'connecting', '1', '2026-09-01')"
        )
    }

    private func people(_ person: ID<Person>, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO sign_in (person_id, school_id, side, token_hash, form_token, began_at, renewed_at, expires_at, address, device)
            VALUES (\(person), \(school), 'pupil', \([mark, 3]), 'f', 1, 1, \(World.now + 9999), '', '')
            """)
        try tx.rows("INSERT INTO teacher_badge (school_id, person_id, given_by, given_at) VALUES (\(school), \(person), \(person), 1)")
        try tx.rows("INSERT INTO call_phrase (school_id, pupil_id, words) VALUES (\(school), \(person), 'синий кит')")
        try tx.rows("INSERT INTO outside_mismatch (school_id, person_id, provider, fields, at) VALUES (\(school), \(person), 'esia', 'snils', 1)")
        try tx.rows("INSERT INTO stolen_report (school_id, person_id, by_id, at) VALUES (\(school), \(person), \(person), 1)")
        let mass = try tx.one(
            "INSERT INTO mass_act (school_id, kind, by_id, at, attempt) VALUES (\(school), 'endSignIns', \(person), 1, \("parting-\(mark)")) RETURNING id"
        ).int("id")
        try tx.rows("INSERT INTO mass_act_person (act_id, place, person_id, fate, had_badge, undone) VALUES (\(mass), 0, \(person), 'done', 0, 0)")
        try tx.rows(
            """
            INSERT INTO correction_request (school_id, person_id, asked_by, asked_at, field, value, note, attempt, state)
            VALUES (\(school), \(person), \(person), 1, 'given', 'П', '', \("parting-\(mark)"), 'asked')
            """)
        try tx.rows(
            "INSERT INTO not_duplicate (school_id, one_id, other_id) VALUES (\(school), \(min(person.number, clerk.number)), \(max(person.number, clerk.number)))"
        )
        for about in ["person:\(person.number)", "lesson:\(lesson.number)/pupil:\(person.number)", "person:\(person.number)/responsible:1"] {
            try tx.rows(
                "INSERT INTO trace (school_id, at, by_id, what, about, was, became) VALUES (\(school), 1, \(person), 'school.guardian', \(about), \("person:\(person.number)"), 'x')"
            )
        }
    }

    private func codes(_ person: ID<Person>, _ tx: Transaction) throws {
        let sheet = try tx.one("INSERT INTO code_sheet (school_id, made_by, made_at, secret_hash) VALUES (\(school), \(person), 1, \([mark, 7])) RETURNING id")
            .int("id")
        try tx.rows(
            """
            INSERT INTO invitation (school_id, sheet_id, place, purpose, role, person_id, family, given, patronymic, code_hash, is_by_class_teacher, issued_at, expires_at,
                issued_by, ended_by, ended_at, end_reason)
            VALUES (\(school), \(sheet), 1, 'claim', 'pupil', \(person), '', '', '', \([mark]), 0, 1, 2, \(person), \(person), 1, 'revoked')
            """)
        try tx.rows(
            "INSERT INTO device_pass (key_hash, person_id, school_id, side, session, expires_at) VALUES (\([mark]), \(person), \(school), 'pupil', 1, 2)")
        let system = try tx.one(
            "INSERT INTO outside_system (school_id, name, name_key, salt, join_code, admits_alone) VALUES (\(school), 'Д', 'д', \("s\(mark)"), \("j\(mark)"), 0) RETURNING id"
        ).int("id")
        let account = try tx.one(
            """
            INSERT INTO outside_account (school_id, system_id, key_hash, role, class_name, name, name_key, gone)
            VALUES (\(school), \(system), \(String(mark)), 'pupil', '', '', '', 0) RETURNING id
            """
        ).int("id")
        try tx.rows("INSERT INTO account_link (account_id, system_id, school_id, person_id, linked_at) VALUES (\(account), \(system), \(school), \(person), 1)")
        try tx.rows(
            """
            INSERT INTO outside_upload (school_id, system_id, uploaded_by, uploaded_at, added, changed, gone, same, refused, report)
            VALUES (\(school), \(system), \(person), 1, 0, 0, 0, 0, 0, '')
            """)
    }

    private func movement(_ person: ID<Person>, _ tx: Transaction) throws {
        let order = try tx.one(
            "INSERT INTO school_order (school_id, number, dated_on, entered_by, entered_at) VALUES (\(school), '1', '2026-09-01', \(person), 1) RETURNING id"
        ).int("id")
        let moved = try tx.one(
            """
            INSERT INTO movement (school_id, pupil_id, kind, effective_on, order_id, place, gave_role, recorded_at, recorded_by)
            VALUES (\(school), \(person), 'enrolment', '2026-09-01', \(order), 'откуда', 0, 1, \(person)) RETURNING id
            """
        ).int("id")
        try tx.rows("INSERT INTO movement_loss (movement_id, what, number, since) VALUES (\(moved), 'guardian', \(person.number), '2026-09-01')")
        try tx.rows("INSERT INTO appointment (school_id, person_id, role, since, order_id) VALUES (\(school), \(person), 'lecturer', '2026-09-01', \(order))")
        try tx.rows(
            """
            INSERT INTO change_report (school_id, class_id, kind, pupil_id, note, reported_by, reported_at, due_on, state, answer)
            VALUES (\(school), \(schoolClass), 'left', \(person), 'слова', \(person), 1, '2026-12-01', 'open', '')
            """)
        try tx.rows(
            """
            INSERT INTO transfer_package (school_id, pupil_id, name, class_name, order_number, order_on, addressee, offered_by, offered_at, valid_until, state)
            VALUES (\(school), \(person), \("p\(mark)"), '7А', '1', '2026-09-01', '', \(person), 1, '2026-12-01', 'offered')
            """)
    }
}

/// What the database itself says of its tables: which columns name a person, and by what a row belongs to a school.
private struct Schema {
    private struct Reference: Hashable { let table: String, column: String, target: String }
    private var columns: [String: [String]] = [:]
    private var references: [Reference] = []
    private let isPostgres: Bool

    init(_ tx: Transaction) throws {
        isPostgres = tx.dialect == .postgres
        let all: SQL =
            isPostgres
            ? "SELECT CAST(table_name AS TEXT) AS owner, CAST(column_name AS TEXT) AS place FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY ordinal_position"
            : "SELECT m.name AS owner, c.name AS place FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY c.cid"
        for row in try tx.rows(all) { columns[try row.text("owner"), default: []].append(try row.text("place")) }
        let foreign: SQL =
            isPostgres
            ? """
            SELECT CAST(r.relname AS TEXT) AS owner, CAST(a.attname AS TEXT) AS place, CAST(f.relname AS TEXT) AS target FROM pg_constraint c
            JOIN pg_class r ON r.oid = c.conrelid JOIN pg_class f ON f.oid = c.confrelid
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
            WHERE c.contype = 'f' AND r.relnamespace = CAST(current_schema() AS regnamespace)
            """
            : """
            SELECT m.name AS owner, f."from" AS place, f."table" AS target FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
            """
        references = try tx.rows(foreign).map { Reference(table: try $0.text("owner"), column: try $0.text("place"), target: try $0.text("target")) }
    }

    /// A condition that a row is the school's, by its own column or that of a row it refers to; `nil` for what belongs to no school.
    private func isOf(_ school: ID<School>, _ table: String) -> SQL? {
        if columns[table]?.contains("school_id") == true { return "school_id = \(school)" }
        for one in references where one.table == table && one.target != "person" && columns[one.target]?.contains("school_id") == true {
            // What belongs to a message refers to its place: by the chat first.
            let key = columns[one.target]?.contains("id") == true ? "id" : one.column
            return "\(SQL(pasting: one.column)) IN (SELECT \(SQL(pasting: key)) FROM \(SQL(pasting: one.target)) WHERE school_id = \(school))"
        }
        return nil
    }

    /// Where rows of the school name the person.
    func places(naming person: ID<Person>, in school: ID<School>, _ tx: Transaction) throws -> Set<String> {
        let named = references.filter { $0.target == "person" }
        #expect(named.count > 80, "the schema names them")
        return Set(
            try named.filter { one in
                guard let isOurs = isOf(school, one.table) else { return false }
                return try tx.one("SELECT COUNT(*) AS n FROM \(SQL(pasting: one.table)) WHERE \(SQL(pasting: one.column)) = \(person) AND \(isOurs)").int("n")
                    > 0
            }.map { "\($0.table).\($0.column)" })
    }

    /// All rows of the school as text, by table.
    func dump(of school: ID<School>, _ tx: Transaction) throws -> [String: [String]] {
        var dump: [String: [String]] = [:]
        for (table, columns) in columns {
            guard let isTheirs = isOf(school, table) else { continue }
            let line = columns.map { isPostgres ? "COALESCE(CAST(\($0) AS TEXT), '')" : "quote(\($0))" }.joined(separator: " || '|' || ")
            dump[table] = try tx.rows("SELECT \(SQL(pasting: line)) AS line FROM \(SQL(pasting: table)) WHERE \(isTheirs) ORDER BY line").map {
                try $0.text("line")
            }
        }
        return dump
    }
}
