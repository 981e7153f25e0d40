import Accounts
import Consents
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Invitations
import Kernel
import Messaging
import Movement
import School
import Storage
import TestKit
import Testing
import Timetable
import WebCore

/// Something of our school for each variable piece of the site's addresses, for the sweeps. A new name wants a line here.
struct Ours: Sendable {
    let values: [String: String]

    init(_ world: World) async throws {
        let people = world.people
        var values = [
            "lesson": people.mathsNow.number, "pupil": people.petya.person.number, "child": people.petya.person.number, "course": people.maths.number,
            "class": people.class7.id.number, "person": people.petya.person.number, "organisation": people.rita.school.number, "session": 1,
        ]
        for some in [Self.talk, Self.lists, Self.papers, Self.consents, Self.codes, Self.departments, Self.identity, Self.orders, Self.files] {
            try await values.merge(some(world)) { $1 }
        }
        self.values = values.mapValues(String.init).merging(["folder": "x", "owner": "x", "file": "x", "provider": "esia", "word": "x", "part": "save"]) { $1 }
    }

    func path(of route: KnownRoute, or other: String? = nil) -> String {
        route.path { name in
            guard let value = values[name] else {
                Issue.record("the sweep does not know what {\(name)} in \(route.name) names")
                return "1"
            }
            return other ?? value
        }
    }

    private static func talk(_ world: World) async throws -> [String: Int64] {
        let people = world.people
        let opened = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        try await world.perform(OpenClassChats(of: people.classFar.id), by: people.xenia)
        try await world.perform(PostAnnouncement(.init("секретное слово"), as: .init("tenancy-1"), in: opened.forClass), by: people.vera)
        let poll = try NewPoll("секретное слово?", options: ["да", "нет"], kind: .single, isAnonymous: false, showsBefore: true, closesAt: nil, at: World.now)
        try await world.perform(PutPoll(poll, as: .init("tenancy-2"), in: [opened.forClass]), by: people.vera)
        let later = try await world.perform(PreparePost(.init("секретное слово"), in: opened.forClass, at: .now + 86_400), by: people.vera)
        let proposal = try await world.site.database.write { tx in
            try tx.one(
                """
                INSERT INTO publish_request (school_id, chat_id, author_id, body, asked_at, state, reason)
                VALUES (\(people.rita.school), \(opened.forClass), \(people.vera.person), 'секретное слово', 1, 'waiting', '') RETURNING id
                """
            ).int("id")
        }
        let stock = try await world.site.database.write { tx in
            try tx.one(
                """
                INSERT INTO stock_post (school_id, author_id, title, body, valid_from, valid_until, audience, added_at)
                VALUES (\(people.rita.school), \(people.rita.person), 'секретное слово', 'x', '2026-01-01', '2036-01-01', 'both', 1) RETURNING id
                """
            ).int("id")
        }
        let number = try await world.site.read { tx in try tx.one("SELECT MIN(id) AS id FROM poll").int("id") }
        let ours = ["chat": opened.forClass.number, "message": 1, "link": 1, "poll": number, "post": later.number, "proposal": proposal, "stock": stock]
        return try await ours.merging(order(world, opened.forClass)) { $1 }
    }

    /// A report that waits for a decision, a message that waits for a look, a decision, a word of the school's list.
    private static func order(_ world: World, _ chat: ID<Chat>) async throws -> [String: Int64] {
        let (people, school, now) = (world.people, world.people.rita.school, World.now)
        return try await world.site.database.write { tx in
            [
                "report": try tx.one(
                    """
                    INSERT INTO message_report (school_id, chat_id, seq, author_id, reporter_id, cause, note, body, at)
                    VALUES (\(school), \(chat), 1, \(people.vera.person), \(people.petya.person), 'other', '', 'секретное слово', \(now)) RETURNING id
                    """
                ).int("id"),
                "waiting": try tx.one(
                    """
                    INSERT INTO message_waiting (school_id, chat_id, author_id, client_id, body, at)
                    VALUES (\(school), \(chat), \(people.petya.person), 'tenancy-2', 'секретное слово', \(now)) RETURNING id
                    """
                ).int("id"),
                "decision": try tx.one(
                    """
                    INSERT INTO chat_decision (school_id, chat_id, seq, person_id, measure, reason, by_id, at)
                    VALUES (\(school), \(chat), 1, \(people.petya.person), 'warn', 'секретное слово', \(people.rita.person), \(now)) RETURNING id
                    """
                ).int("id"),
                "listed": try tx.one(
                    """
                    INSERT INTO chat_word (school_id, kind, words, word_key, added_at) VALUES (\(school), 'word', 'вейп', 'вейп', \(now)) RETURNING id
                    """
                ).int("id"),
            ]
        }
    }

    /// A paper, a refusal that waits, and Kolya's, which the administrator has accepted: what is left is a number and an act.
    private static func consents(_ world: World) async throws -> [String: Int64] {
        let people = world.people
        try await world.perform(
            EnterPaper(for: people.petya.person, .photos, agrees: true, signer: .named("Петина Анна"), signedOn: World.today), by: people.rita)
        let other = try await world.perform(RegisterPerson(PersonName(family: "Петина", given: "Нина"), as: .pupil, since: World.today), by: people.rita)
        try await world.perform(EnrolPupil(other, into: people.class7.id, since: World.today), by: people.rita)
        try await world.perform(EnterPaper(for: other, .diary, agrees: false, signer: .named("Петина Анна"), signedOn: World.today), by: people.rita)
        try await world.perform(SignConsent(for: people.kolya.person, .diary, agrees: false, version: 1), by: people.veraAsMother)
        let refusals = try await world.site.read { tx in try tx.rows("SELECT id FROM refusal ORDER BY id").map { try $0.int("id") } }
        try await world.browse(as: people.rita) { client in
            let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"], body = ByteBuffer(string: "formToken=form-token&printed=1")
            try await client.execute(uri: "/consents/refusals/\(refusals[1])/accept", method: .post, headers: headers, body: body) {
                #expect($0.status == .seeOther)
            }
        }
        return try await world.site.read { tx in
            ["entry": try tx.one("SELECT MIN(id) AS id FROM consent").int("id"), "refusal": refusals[0], "act": try tx.one("SELECT id FROM act").int("id")]
        }
    }

    /// A class's codes, and somebody who asks to be let in.
    private static func codes(_ world: World) async throws -> [String: Int64] {
        let people = world.people, school = people.rita.school
        let codes = try await world.perform(IssueCodes(to: .schoolClass(people.class7.id)), by: people.rita)
        let request = try await world.site.database.write { tx in
            try tx.one(
                """
                INSERT INTO join_request (school_id, number_hash, family, given, patronymic, role, class_words, message, asked_at, state, reason)
                VALUES (\(school), \([1, 2, 3] as [UInt8]), 'Чужова', 'Ася', '', 'pupil', '', '', 1, 'waiting', '') RETURNING id
                """
            ).int("id")
        }
        return ["sheet": codes.sheet?.number ?? 0, "invitation": codes.codes[0].id.number, "request": request]
    }

    private static func departments(_ world: World) async throws -> [String: Int64] {
        ["application": 1, "localAct": try await world.localAct().number, "responsible": 1]
    }

    /// A mismatch that waits, a notice of a new device, a passkey.
    private static func identity(_ world: World) async throws -> [String: Int64] {
        let (petya, school, now) = (world.people.petya.person, world.people.rita.school, World.now)
        return try await world.site.database.write { tx in
            [
                "news": try tx.one(
                    """
                    INSERT INTO notice (school_id, person_id, kind, place, is_mention, urgency, count, told_at, due_at, tries, lease, lease_until)
                    VALUES (\(school), \(petya), 'message', '/chats/1', 0, 0, 1, \(now), \(now), 0, 0, 0) RETURNING id
                    """
                ).int("id"),
                "urgent": try tx.one(
                    """
                    INSERT INTO urgent_notice (school_id, sent_by, attempt, audience, words, reason, sent_at)
                    VALUES (\(school), \(world.people.rita.person), 'tenancy-urgent', 'school', 'секретное слово', 'секретное слово', \(now)) RETURNING id
                    """
                ).int("id"),
                "device": try tx.one(
                    """
                    INSERT INTO push_device (person_id, session, endpoint, endpoint_key, public_key, secret, name, added_at)
                    VALUES (\(petya), 1, 'https://fcm.googleapis.com/x', 'x', \([1] as [UInt8]), \([2] as [UInt8]), 'Firefox', \(now)) RETURNING id
                    """
                ).int("id"),
                "mismatch": try tx.one(
                    "INSERT INTO outside_mismatch (school_id, person_id, provider, fields, at) VALUES (\(school), \(petya), 'esia', 'snils', \(now)) RETURNING id"
                ).int("id"),
                "notice": try tx.one(
                    "INSERT INTO device_notice (person_id, session, device, address, at) VALUES (\(petya), 1, 'Firefox', '10.0.0.1', \(now)) RETURNING id"
                ).int("id"),
                "passkey": try tx.one(
                    """
                    INSERT INTO passkey (person_id, credential_id, public_key, counter, name, added_at)
                    VALUES (\(petya), \([1, 2, 3] as [UInt8]), \([4] as [UInt8]), 0, 'Петин ключ', \(now)) RETURNING id
                    """
                ).int("id"),
            ]
        }
    }

    /// A file that Petya has sent and no message refers to; another stands in a message, and in one that waits.
    private static func files(of world: World) async throws -> [String: Int64] {
        let free = try await upload(in: world), sent = try await upload(in: world), people = world.people
        return try await world.site.database.write { tx in
            let message = try tx.one("SELECT chat_id, seq FROM message_report ORDER BY id LIMIT 1"), waiting = try tx.one("SELECT id FROM message_waiting")
            try tx.rows("INSERT INTO message_file (chat_id, seq, place, file_id) VALUES (\(message.int("chat_id")), \(message.int("seq")), 1, \(sent))")
            try tx.rows("UPDATE message SET has_parts = 1 WHERE chat_id = \(message.int("chat_id")) AND seq = \(message.int("seq"))")
            try tx.rows("INSERT INTO message_waiting_file (waiting_id, place, file_id) VALUES (\(waiting.int("id")), 1, \(sent))")
            for (table, column, row) in [("prepared_post_file", "post_id", "prepared_post"), ("publish_request_file", "request_id", "publish_request")]
                as [(SQL, SQL, SQL)]
            {
                try tx.rows("INSERT INTO \(table) (\(column), place, file_id) SELECT MIN(id), 1, \(sent) FROM \(row)")
            }
            let export = try tx.one(
                """
                INSERT INTO chat_export (school_id, person_id, side, language, state, asked_at, claimed_until, ended_at, size)
                VALUES (\(people.vera.school), \(people.vera.person), 'staff', 'ru', 'ready', 1, 1, 1, 1) RETURNING id
                """
            ).int("id")
            return ["upload": free, "place": 1, "export": export]
        }
    }

    private static func upload(in world: World) async throws -> Int64 {
        let text = "секретное слово", parts = ["formToken\"\r\n\r\nform-token", "file\"; filename=\"\(text).txt\"\r\n\r\n\(text)"]
        let form = parts.map { "--x\r\nContent-Disposition: form-data; name=\"\($0)\r\n" }.joined() + "--x--"
        try await world.browse(as: world.people.petya) { client in
            try await client.execute(
                uri: "/files", method: .post, headers: [.contentType: "multipart/form-data; boundary=x"], body: ByteBuffer(string: form)
            ) { #expect($0.status == .seeOther) }
        }
        return try await world.site.read { tx in try tx.one("SELECT MAX(id) AS id FROM stored_file WHERE state = 'ready'").int("id") }
    }

    /// What school 58 has sent, brought, uploaded and been asked, made by its pages.
    private static func papers(of world: World) async throws -> [String: Int64] {
        let people = world.people
        let post = { @Sendable (client: any TestClientProtocol, path: String, body: String, type: String) async throws -> String in
            try await client.execute(uri: path, method: .post, headers: [.contentType: type], body: ByteBuffer(string: body)) {
                $0.headers[.location].map { String($0.split(separator: "/").last ?? "") } ?? ""
            }
        }
        let form = "application/x-www-form-urlencoded", order = "formToken=form-token&order=1&orderDay=\(World.zone.day(of: .now))&lastDay=2026-11-10"
        let code = try await world.browse(as: people.xenia) { client in
            let package = try await post(client, "/transfer/pupils/\(people.yura.person.number)", order, form)
            return try await client.execute(uri: "/transfer/packages/\(package)", method: .get) {
                String(buffer: $0.body).firstMatch(of: /[0-9A-Z]{5}-[0-9A-Z]{5}/).map { String($0.output) } ?? ""
            }
        }
        return try await world.browse(as: people.rita) { client in
            let package = try await post(client, "/transfer/pupils/\(people.kolya.person.number)", order, form)
            let incoming = try await post(client, "/transfer/code", "formToken=form-token&code=\(code)", form)
            let system = try await post(client, "/linking/office/systems", "formToken=form-token&name=outside", form)
            let key = String(repeating: "a", count: 64)
            let roster =
                ["formToken\"\r\n\r\nform-token", "file\"; filename=\"a.csv\"\r\n\r\nkey,role,name\r\n\(key),teacher,Игорев Игорь"].map {
                    "--x\r\nContent-Disposition: form-data; name=\"\($0)\r\n"
                }.joined() + "--x--"
            let upload = try await post(client, "/linking/office/systems/\(system)/roster", roster, "multipart/form-data; boundary=x")
            let account = try await client.execute(uri: "/linking/office/systems/\(system)?role=teacher", method: .get) {
                String(buffer: $0.body).firstMatch(of: /office\/accounts\/([0-9]+)/).map { String($0.1) } ?? ""
            }
            let made = ["package": package, "incoming": incoming, "system": system, "upload": upload, "account": account]
            for (name, number) in made { #expect(Int64(number) != nil, "no \(name) was made: “\(number)”") }
            return made.compactMapValues(Int64.init)
        }
    }

    /// What our school's year, its groups and its orders are known by.
    private static func orders(of world: World) async throws -> [String: Int64] {
        let people = world.people, order = try OrderDraft(number: "7-у", date: World.today)
        let group = try await world.perform(AddStudyGroup("англ. 1", of: people.class7.id), by: people.rita)
        let newcomer = try await world.perform(RegisterPerson(PersonName(family: "Петина", given: "Вера"), as: .pupil, since: World.today), by: people.rita)
        try await world.perform(MovePupils([newcomer], .enrol(into: people.class7.id), on: World.today, order: order), by: people.rita)
        let appointment = try await world.perform(Appoint(people.igor.person, as: .operator, since: World.today, order: order), by: people.rita)
        let report = try await world.perform(ReportChange(.changed, in: people.class7.id, about: nil, note: "секретное слово"), by: people.vera)
        let numbers = try await world.site.read { tx in
            try tx.one(
                """
                SELECT (SELECT MIN(id) FROM academic_year WHERE school_id = \(people.rita.school)) AS year,
                    (SELECT MIN(id) FROM term WHERE school_id = \(people.rita.school)) AS term, (SELECT MIN(id) FROM movement) AS movement,
                    (SELECT MIN(id) FROM school_order) AS school_order
                """)
        }
        try await world.perform(MovePupils([newcomer], .transfer(to: people.class8.id), on: World.today + 7, order: order), by: people.rita)
        let plan = try await world.site.read { tx in try tx.one("SELECT id FROM planned_movement").int("id") }
        let dismissal = EnterStaffOrder(.dismiss, of: people.vera.person, on: World.today + 30, order: order)
        try await world.perform(dismissal, by: people.rita)
        let staffPlan = try await world.site.read { tx in try tx.one("SELECT id FROM planned_staff").int("id") }
        let bells = BellScheduleDraft(name: "Короткий день", weekdays: [6], days: [], bells: [Bell(1, 540, 570)])
        try await world.perform(ChangeBells(.schedule(nil, bells)), by: people.rita)
        let schedule = try await world.site.read { tx in try tx.one("SELECT id FROM bell_schedule").int("id") }
        return [
            "plan": plan, "staffPlan": staffPlan, "schedule": schedule, "group": group.number, "appointment": appointment.number, "report": report.number,
            "promotion": 1,
            "year": try numbers.int("year"),
            "term": try numbers.int("term"), "movement": try numbers.int("movement"), "order": try numbers.int("school_order"),
        ]
    }

    /// An act on many people, and a request to correct what is written about a person.
    private static func lists(_ world: World) async throws -> [String: Int64] {
        let people = world.people, form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let act = try await world.browse(as: people.rita) { client in
            let body = "formToken=form-token&attempt=tenancy-act&act=confirm&person[]=\(people.vera.person.number)"
            return try await client.execute(uri: "/people/acts", method: .post, headers: form, body: ByteBuffer(string: body)) {
                String($0.headers[.location]?.split(separator: "/").last ?? "")
            }
        }
        try await world.browse(as: people.olga) { client in
            let body = "formToken=form-token&attempt=tenancy-ask&field=given&value=x&person=\(people.olga.person.number)"
            try await client.execute(uri: "/more/corrections", method: .post, headers: form, body: ByteBuffer(string: body)) {
                #expect($0.status == .seeOther)
            }
        }
        return ["massAct": try #require(Int64(act)), "correction": 1]
    }
}
