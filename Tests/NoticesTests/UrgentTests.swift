import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Notices

@Suite struct UrgentTests {
    private func urgent(
        _ words: String = "Завтра занятий нет", because reason: String = "мороз", to audience: UrgentAudience = .school, attempt: String = "attempt-1"
    )
        throws -> SendUrgent
    { try SendUrgent(words, because: reason, to: audience, attempt: attempt) }

    private func readers(_ world: World) async throws -> Set<ID<Person>> {
        try await world.site.read { tx in Set(try tx.rows("SELECT person_id FROM urgent_reader").map { try $0.id("person_id") }) }
    }

    @Test("it goes by night to everyone it is for and nobody else, once however often it is sent, with its reason", arguments: TestDatabase.available)
    func sent(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), people = reached.people, world = reached.world
            for viewer in [people.olga, people.igor, people.zoya] { try await reached.add(viewer) }
            let night = Reached.at(23)
            let id = try await world.perform(try urgent(), by: people.rita, at: night)
            #expect(try await world.perform(try urgent(), by: people.rita, at: night + 5) == id, "sent twice it is told once")
            #expect(try await readers(world) == Set(people.ours.map(\.person)))
            while try await reached.courier.deliver(at: night + 10) > 0 {}
            #expect(Set(service.given.map(\.path)) == ["/push/\(people.olga.person.number)", "/push/\(people.igor.person.number)"])
            let trace = try await world.site.read { tx in try tx.rows("SELECT became FROM trace WHERE what = 'notices.urgent'").map { try $0.text("became") } }
            #expect(trace == ["\(Set(people.ours.map(\.person)).count): мороз"])
            // The pages have their own clock: there it was sent just now.
            try await world.site.database.write { tx in try tx.rows("UPDATE urgent_notice SET sent_at = \(Moment.now)") }
            try await world.browse(as: people.olga) { client in
                try await client.execute(uri: "/", method: .get) {
                    let page = String(buffer: $0.body)
                    #expect(page.contains("Завтра занятий нет") && page.contains("Почему срочно: мороз"))
                }
                let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                try await client.execute(uri: "/urgent/\(id.number)/seen", method: .post, headers: headers, body: ByteBuffer(string: "formToken=form-token")) {
                    #expect($0.status == .seeOther)
                }
                try await client.execute(uri: "/", method: .get) { #expect(!String(buffer: $0.body).contains("Завтра занятий нет")) }
                try await client.execute(uri: "/urgent/\(id.number)", method: .get) { #expect(String(buffer: $0.body).contains("Завтра занятий нет")) }
            }
            for stranger in [people.zoya, people.xenia] {
                #expect(try await world.site.read { tx in try UrgentStore.notice(id, seenBy: stranger, tx) } == nil)
                #expect(try await world.outcome(SeeUrgent(notice: id), by: stranger) == .notFound)
            }
            let school = try NoticesAccess.alarmed(by: people.rita)
            let list = try await world.site.read { tx in try UrgentStore.sent(in: school, tx) }
            #expect(list.map(\.seen) == [1] && list.first?.people == Set(people.ours.map(\.person)).count)
        }
    }

    @Test("staff alone, or the people of a class: pupils, guardians, class teacher; a class of another school is none", arguments: TestDatabase.available)
    func audiences(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, school = try NoticesAccess.alarmed(by: people.rita)
        func forecast(_ audience: UrgentAudience) async throws -> UrgentForecast {
            try await world.site.read { tx in try UrgentStore.forecast(audience, in: school, at: World.now, tx) }
        }
        #expect(try await forecast(.staff).people == 3)
        #expect(try await forecast(.classes([people.class7.id])) == UrgentForecast(people: 5, reachable: 0, sentThisMonth: 0))
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO mail_address (person_id, address, word, asked_at, confirmed_at) VALUES (\(people.petya.person), 'a@b.ru', 'w', 1, 1)")
        }
        #expect(try await forecast(.classes([people.class7.id])).reachable == 1)
        try await world.perform(try urgent(to: .classes([people.class7.id])), by: people.rita)
        #expect(try await readers(world) == Set([people.petya, people.masha, people.olga, people.pavel, people.vera].map(\.person)))
        #expect(try await forecast(.staff).sentThisMonth == 1)
        #expect(
            try await world.outcome(try urgent(to: .classes([people.classFar.id]), attempt: "attempt-2"), by: people.rita)
                == .invalid(field: "classes", .chooseClasses))
        #expect(throws: Denial.invalid(field: "classes", .chooseClasses)) { try UrgentAudience("classes", classes: []) }
        #expect(throws: Denial.invalid(field: "to", .chooseAudience)) { try UrgentAudience("everyone", classes: []) }
    }

    @Test("the director and the administrators alone, with words and a reason, and six a day", arguments: TestDatabase.available)
    func refused(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for viewer in [people.vera, people.igor, people.olga, people.petya] { #expect(try await world.outcome(try urgent(), by: viewer) == .notFound) }
        #expect(throws: Denial.invalid(field: "words", .urgentWords)) { try urgent(" ") }
        #expect(throws: Denial.invalid(field: "reason", .urgentWants)) { try urgent(because: "") }
        #expect(throws: Denial.invalid(field: "reason", .urgentWants)) { try urgent(because: String(repeating: "я", count: 301)) }
        for number in 0..<SendUrgent.mostADay { try await world.perform(try urgent(to: .staff, attempt: "attempt-\(number)"), by: people.rita) }
        #expect(try await world.outcome(try urgent(to: .staff, attempt: "one-more"), by: people.rita) == .conflict(.urgentEnough))
        #expect(try await world.outcome(try urgent(to: .staff, attempt: "one-more"), by: people.rita, at: World.now + 86_401) == nil)
    }

    @Test("the page says to how many it would go and why it was refused, and asks for a fresh proof; what was typed is kept")
    func page() async throws {
        let world = try await World.open(.sqlite), people = world.people, form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let fields = "formToken=form-token&words=hello&reason=frost&to=classes&classes[]=\(people.class7.id.number)"
        try await world.browse(as: people.rita) { client in
            let preview = try await client.execute(uri: "/more/notices/urgent/preview", method: .post, headers: form, body: ByteBuffer(string: fields)) {
                #expect($0.status == .ok)
                return String(buffer: $0.body)
            }
            #expect(preview.contains("5 человек") && preview.contains("Почему срочно: frost"))
            let attempt = try #require(preview.firstMatch(of: /name="attempt" value="([^"]+)"/)).1
            try await client.execute(
                uri: "/more/notices/urgent", method: .post, headers: form, body: ByteBuffer(string: fields + "&attempt=\(attempt)")
            ) { #expect($0.status == .seeOther && $0.headers[.location] == "/urgent/1") }
            try await client.execute(
                uri: "/more/notices/urgent/preview", method: .post, headers: form,
                body: ByteBuffer(string: fields.replacing("reason=frost", with: "reason="))
            ) {
                let page = String(buffer: $0.body)
                #expect($0.status == .unprocessableContent && page.contains(">hello</textarea>") && page.contains("Напишите, почему это срочно"))
            }
        }
        try await world.browse(as: people.rita, proved: .now - 601) { client in
            try await client.execute(uri: "/more/notices/urgent", method: .post, headers: form, body: ByteBuffer(string: fields + "&attempt=attempt-9")) {
                #expect($0.headers[.location]?.hasPrefix("/more/prove") == true)
            }
        }
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/more/notices/urgent", method: .get) { #expect($0.status == .notFound) }
        }
    }
}

@Suite struct CalmTests {
    @Test(
        "nobody is told of marks unasked; who asked for a digest hears at five in the afternoon, of homework everybody does", arguments: TestDatabase.available)
    func digests(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), people = reached.people
            for viewer in [people.olga, people.petya] { try await reached.add(viewer) }
            try await reached.tell([people.olga, people.petya], .mark, place: "/diary/1", at: Reached.at(10))
            #expect(try await reached.waiting() == 0, "nothing was asked for")
            let digest = ChangeChoice(choice: .standard, levels: [.mark: .digest])
            try await reached.world.perform(digest, by: people.olga, at: Reached.at(10))
            for (kind, place) in [(NoticeKind.mark, "/diary/1"), (.lesson, "/diary")] {
                try await reached.tell([people.olga, people.petya], kind, place: place, at: Reached.at(11))
            }
            while try await reached.courier.deliver(at: Reached.at(16, 59)) > 0 {}
            #expect(service.given.isEmpty)
            while try await reached.courier.deliver(at: Reached.at(17)) > 0 {}
            #expect(Set(service.given.map(\.path)) == Set([people.olga, people.petya].map { "/push/\($0.person.number)" }))
            #expect(service.given.count == 2, "one each, marks and homework together")
            await #expect(throws: Denial.invalid(field: "message", .noSuchLevel)) {
                try await reached.world.perform(ChangeChoice(choice: .standard, levels: [.message: .digest]), by: people.olga, at: Reached.at(18))
            }
        }
    }

    @Test("who got into an account at night is heard of at night; an absence waits five minutes and can be taken back", arguments: TestDatabase.available)
    func safety(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), people = reached.people
            try await reached.add(people.olga)
            try await reached.tell([people.olga], .security, place: "/", at: Reached.at(2))
            while try await reached.courier.deliver(at: Reached.at(2, 1)) > 0 {}
            #expect(service.given.count == 1)
            try await reached.tell([people.olga], .absence, place: "/diary/1", urgency: .important, at: Reached.at(9))
            while try await reached.courier.deliver(at: Reached.at(9, 4)) > 0 {}
            #expect(service.given.count == 1)
            try await reached.world.site.database.write { tx in
                try OutboxStore.takeBack("/diary/1", of: [people.olga.person], isUnsentOnly: true, tx)
            }
            while try await reached.courier.deliver(at: Reached.at(9, 6)) > 0 {}
            #expect(service.given.count == 1, "it was a slip")
        }
    }
}
