import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct MergeTests {
    /// The only places where a former row's number remains: who did what, and who one has become.
    private static let kept: Set<String> = ["trace.by_id", "merged_person.from_id"]

    @Test("after a merge no column of any table that holds a person holds the former row", arguments: TestDatabase.available)
    func nothingIsForgotten(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), rita = world.people.rita
        let (from, into) = (try await world.register("Двойников", "Денис", as: .pupil), try await world.register("Двойников", "Дэнис", as: .pupil))
        try await arrange(from, beside: into, in: world)
        let before = try await columns(holding: from, in: world)
        #expect(before.isSuperset(of: Self.arranged), "\(Self.arranged.subtracting(before).sorted())")
        try await world.perform(MergePeople(from: from, into: into, login: .ofInto, features: world.site.features), by: rita)
        #expect(try await columns(holding: from, in: world).subtracting(Self.kept) == [])
        let card = try await world.site.read { tx in try tx.one("SELECT email, snils_mark FROM identity_card WHERE person_id = \(into)") }
        #expect(try card.text("email") == "into@example.org" && card.bytes("snils_mark") == [1], "what one alone has is kept, of two what the other has")
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE person_id = \(into)") == 2)
        #expect(try await world.count("SELECT is_open AS n FROM person_access WHERE person_id = \(into)") == 0, "a merge opens nothing")
    }

    @Test("two pension numbers are two people, and a number on a paper list is nobody's row", arguments: TestDatabase.available)
    func refusals(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), rita = world.people.rita
        let (from, into) = (try await world.register("Двойников", "Денис", as: .pupil), try await world.register("Двойников", "Дэнис", as: .pupil))
        let merge = MergePeople(from: from, into: into, login: .ofInto, features: world.site.features)
        try await world.site.database.write { tx in
            for (person, mark) in [(from, [1] as [UInt8]), (into, [2])] {
                try tx.rows("INSERT INTO identity_card (person_id, snils_sealed, snils_mark, changed_at) VALUES (\(person), \(mark), \(mark), 1)")
            }
        }
        guard case .conflict = try await world.outcome(merge, by: rita) else { Issue.record("two numbers"); return }
        try await world.site.database.write { tx in
            try tx.rows("DELETE FROM identity_card")
            try tx.rows("INSERT INTO paper_line (person_id, school_id, number) VALUES (\(into), \(rita.school), 7)")
        }
        guard case .conflict = try await world.outcome(merge, by: rita) else { Issue.record("a numbered line"); return }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM merged_person") == 0)
    }

    // MARK: What is there before

    private static let arranged: Set<String> = [
        "consent.person_id", "consent.signer_id", "refusal.person_id", "person_access.person_id", "identity_card.person_id", "outside_link.person_id",
        "known_device.person_id", "call_phrase.pupil_id", "invitation.person_id", "device_pass.person_id", "school_order.entered_by", "movement.pupil_id",
        "appointment.person_id", "change_report.pupil_id", "transfer_package.pupil_id", "account_link.person_id", "outside_upload.uploaded_by",
        "acquaintance.person_id", "responsible_person.person_id", "activation.person_id", "document.added_by", "teacher_badge.given_by",
        "correction_request.asked_by",
    ]

    private func arrange(_ from: ID<Person>, beside into: ID<Person>, in world: World) async throws {
        let school = world.people.rita.school, schoolClass = world.people.class7.id
        try await world.site.database.write { tx in
            let order = try tx.one(
                "INSERT INTO school_order (school_id, number, dated_on, entered_by, entered_at) VALUES (\(school), '1', '2026-09-01', \(from), 1) RETURNING id"
            ).int("id")
            let act = try tx.one(
                """
                INSERT INTO local_act (school_id, kind, title, number, accepted_on, body, asks_staff, asks_family, asks_pupil, is_template, published_at, published_by)
                VALUES (\(school), 'order', 'Порядок', '1', '2026-09-01', 'Слова', 0, 0, 0, 0, 1, \(from)) RETURNING id
                """
            ).int("id")
            let system = try tx.one(
                "INSERT INTO outside_system (school_id, name, name_key, salt, join_code, admits_alone) VALUES (\(school), 'Д', 'д', 's', 'j', 0) RETURNING id"
            ).int("id")
            try tx.rows(
                "INSERT INTO consent_text (school_id, purpose, version, body, asks_again, written_by, written_at) VALUES (\(school), 'photos', 77, 'Слова', 0, \(from), 1)"
            )
            let sheet = try tx.one(
                "INSERT INTO code_sheet (school_id, made_by, made_at, secret_hash) VALUES (\(school), \(from), 1, \([7] as [UInt8])) RETURNING id"
            ).int("id")
            for (person, mark) in [(from, 1), (into, 2)] as [(ID<Person>, UInt8)] {
                try arrangeOwn(person, mark, in: school, tx)
                try arrangePapers(person, mark, order: order, act: act, in: school, schoolClass, tx)
                try arrangeCodes(person, mark, sheet: sheet, system: system, in: school, tx)
            }
            try tx.rows("UPDATE identity_card SET snils_sealed = \([1] as [UInt8]), snils_mark = \([1] as [UInt8]) WHERE person_id = \(from)")
            try tx.rows("UPDATE identity_card SET email = 'into@example.org' WHERE person_id = \(into)")
            try tx.rows("INSERT INTO teacher_badge (school_id, person_id, given_by, given_at) VALUES (\(school), \(world.people.vera.person), \(from), 1)")
            try tx.rows(
                """
                INSERT INTO transfer_package (school_id, pupil_id, name, class_name, order_number, order_on, addressee, offered_by, offered_at, valid_until, state)
                VALUES (\(school), \(from), 'p1', '7А', '1', '2026-09-01', '', \(from), 1, '2026-12-01', 'offered')
                """)
        }
    }

    private func arrangeOwn(_ person: ID<Person>, _ mark: UInt8, in school: ID<School>, _ tx: Transaction) throws {
        try tx.rows(
            """
            INSERT INTO consent (school_id, person_id, purpose, version, word, signed_as, signer_id, how, signed_on, entered_by, entered_at)
            VALUES (\(school), \(person), 'photos', 77, 'agree', 'own', \(person), 'here', '2026-09-01', \(person), 1)
            """)
        try tx.rows(
            "INSERT INTO refusal (school_id, person_id, purpose, word, received_on, due_on) VALUES (\(school), \(person), 'diary', 'refuse', '2026-11-01', '2026-12-01')"
        )
        try tx.rows(
            """
            INSERT INTO person_access (school_id, person_id, is_open) VALUES (\(school), \(person), \(Int64(mark) - 1))
            ON CONFLICT (school_id, person_id) DO UPDATE SET is_open = excluded.is_open
            """)
        try tx.rows("INSERT INTO identity_card (person_id, email, changed_at) VALUES (\(person), 'from@example.org', 1)")
        try tx.rows("INSERT INTO outside_link (provider, subject, person_id, linked_at) VALUES ('esia', \(String(mark)), \(person), 1)")
        try tx.rows("INSERT INTO known_device (person_id, device_hash, since) VALUES (\(person), \([9] as [UInt8]), 1)")
        try tx.rows("INSERT INTO call_phrase (school_id, pupil_id, words) VALUES (\(school), \(person), 'синий кит')")
        try tx.rows(
            """
            INSERT INTO correction_request (school_id, person_id, asked_by, asked_at, field, value, note, attempt, state)
            VALUES (\(school), \(person), \(person), 1, 'given', 'Денис', '', \("merging-\(mark)"), 'asked')
            """)
    }

    private func arrangePapers(
        _ person: ID<Person>, _ mark: UInt8, order: Int64, act: Int64, in school: ID<School>, _ schoolClass: ID<SchoolClass>, _ tx: Transaction
    ) throws {
        try tx.rows(
            """
            INSERT INTO movement (school_id, pupil_id, kind, effective_on, order_id, place, gave_role, recorded_at)
            VALUES (\(school), \(person), 'enrolment', '2026-09-01', \(order), '', 0, 1)
            """)
        try tx.rows("INSERT INTO appointment (school_id, person_id, role, since, order_id) VALUES (\(school), \(person), 'lecturer', '2026-09-01', \(order))")
        try tx.rows(
            """
            INSERT INTO change_report (school_id, class_id, kind, pupil_id, note, reported_by, reported_at, due_on, state, answer)
            VALUES (\(school), \(schoolClass), 'left', \(person), '', \(person), 1, '2026-12-01', 'open', '')
            """)
        try tx.rows("INSERT INTO acquaintance (act_id, person_id, school_id, at) VALUES (\(act), \(person), \(school), 1)")
        try tx.rows(
            "INSERT INTO responsible_person (school_id, person_id, duty, order_number, order_on) VALUES (\(school), \(person), 'connecting', '1', '2026-09-01')"
        )
        try tx.rows(
            "INSERT INTO document (school_id, name, kind, bytes, added_by, added_at) VALUES (\(school), 'приказ', 'pdf', \([mark]), \(person), 1)")
    }

    private func arrangeCodes(_ person: ID<Person>, _ mark: UInt8, sheet: Int64, system: Int64, in school: ID<School>, _ tx: Transaction) throws {
        try tx.rows(
            "INSERT INTO activation (school_id, person_id, code_hash, issued_at, expires_at) VALUES (\(school), \(person), \([mark]), 1, 2)")
        try tx.rows(
            """
            INSERT INTO invitation (school_id, sheet_id, place, purpose, role, person_id, family, given, patronymic, code_hash, is_by_class_teacher, issued_at, expires_at)
            VALUES (\(school), \(sheet), \(Int64(mark)), 'claim', 'pupil', \(person), '', '', '', \([mark]), 0, 1, 2)
            """)
        try tx.rows(
            "INSERT INTO device_pass (key_hash, person_id, school_id, side, session, expires_at) VALUES (\([mark]), \(person), \(school), 'pupil', 1, 2)")
        let account = try tx.one(
            """
            INSERT INTO outside_account (school_id, system_id, key_hash, role, class_name, name, name_key, gone)
            VALUES (\(school), \(system), \(String(mark)), 'pupil', '', '', '', 0) RETURNING id
            """
        ).int("id")
        try tx.rows(
            "INSERT INTO account_link (account_id, system_id, school_id, person_id, linked_at) VALUES (\(account), \(system), \(school), \(person), 1)")
        try tx.rows(
            """
            INSERT INTO outside_upload (school_id, system_id, uploaded_by, uploaded_at, added, changed, gone, same, refused, report)
            VALUES (\(school), \(system), \(person), 1, 0, 0, 0, 0, 0, '')
            """)
    }

    // MARK: What the schema says

    /// The columns that refer to a person, as the database itself has them, so that a table of tomorrow is looked into as well.
    private func columns(holding person: ID<Person>, in world: World) async throws -> Set<String> {
        try await world.site.read { tx in
            let references: SQL =
                tx.dialect == .postgres
                ? """
                SELECT CAST(c.conrelid AS regclass)::TEXT AS owner, CAST(a.attname AS TEXT) AS place FROM pg_constraint c
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                WHERE c.contype = 'f' AND c.confrelid = CAST('person' AS regclass)
                """
                : """
                SELECT m.name AS owner, f."from" AS place FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
                WHERE m.type = 'table' AND f."table" = 'person'
                """
            let all = try tx.rows(references).map { (try $0.text("owner"), try $0.text("place")) }
            #expect(all.count > 80, "the schema names them")
            return Set(
                try all.filter { owner, place in
                    try tx.one("SELECT COUNT(*) AS n FROM \(SQL(pasting: owner)) WHERE \(SQL(pasting: place)) = \(person)").int("n") > 0
                }.map { "\($0.0).\($0.1)" })
        }
    }
}
