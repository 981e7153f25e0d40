import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Notices

@Suite struct CourierTests {
    @Test("twenty messages of a chat are one push, which says nothing of them and opens at its owner's alone", arguments: TestDatabase.available)
    func coalesced(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), people = reached.people
            let key = try await reached.add(people.olga).key
            for number in 0..<20 { try await reached.tell([people.olga, people.pavel], place: "/chats/5", at: Reached.at(10) + number) }
            #expect(try await reached.count("SELECT COUNT(*) AS n FROM notice") == 1, "who is reached nowhere is not written down")
            try await reached.courier.deliver(at: Reached.at(10) + 59)
            #expect(service.given.isEmpty, "who has a page open may see it first")
            for _ in 0..<2 { try await reached.courier.deliver(at: Reached.at(10, 1)) }
            let given = try #require(service.given.first)
            #expect(service.given.count == 1 && given.body.count == 86 + 256 + 16)
            let said = try opened(given.body, by: key)
            #expect(said == #"{"body":"Есть новое","path":"/n/1","tag":"notice-1","title":"Звонок"}"#)
            #expect(throws: (any Error).self) { try opened(given.body, by: .init()) }
            try await Self.checkHeaders(given, reached, origin)
        }
    }

    private static func checkHeaders(_ given: PushService.Given, _ reached: Reached, _ origin: String) async throws {
        let headers = given.headers
        #expect(headers[.contentEncoding] == "aes128gcm" && headers[.init("TTL")!] == "43200" && headers[.init("Urgency")!] == "normal")
        #expect(given.topic.count == 32, "as long as RFC 8030 allows, and no number of ours")
        let parts = try #require((headers[.authorization] ?? "").wholeMatch(of: /vapid t=([^.]+)\.([^.]+)\.([^,]+), k=(.+)/))
        let key = try P256.Signing.PublicKey(x963Representation: try #require([UInt8](base64URL: String(parts.4))))
        let signature = try P256.Signing.ECDSASignature(rawRepresentation: try #require([UInt8](base64URL: String(parts.3))))
        #expect(key.isValidSignature(signature, for: Data("\(parts.1).\(parts.2)".utf8)))
        let claims = String(decoding: try #require([UInt8](base64URL: String(parts.2))), as: UTF8.self)
        #expect(claims == #"{"aud":"\#(origin)","exp":\#(Reached.at(22, 1).milliseconds / 1000)}"#)
        // The number leads its owner to the place, once, and nobody else anywhere.
        let people = reached.people
        for (viewer, status) in [(people.pavel, 404), (people.olga, 303), (people.olga, 404)] {
            let answer = try await reached.world.browse(as: viewer) { client in
                try await client.execute(uri: "/n/1", method: .get) { ($0.status.code, $0.headers[.location]) }
            }
            #expect(answer.0 == status && (status == 404 || answer.1 == "/chats/5"))
        }
    }

    @Test("telling a whole class costs the verb one statement, and no more rows than people who are reached", arguments: TestDatabase.available)
    func cost(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), counting = CountingDatabase(world.site.database), people = world.people
        let crowd = Set(people.ours.map(\.person) + (100_000..<100_400).map { ID($0) })
        let notice = Notice(.message, school: people.rita.school, people: crowd, mentioned: [people.petya.person], place: "/chats/1", urgency: .ordinary)
        try await world.site.database.write { tx in
            try tx.rows("INSERT INTO mail_address (person_id, address, word, asked_at, confirmed_at) VALUES (\(people.petya.person), 'a@b.ru', 'w', 1, 1)")
        }
        for _ in 0..<3 {
            counting.reset()
            try await counting.write { tx in try Notices.tell(notice, by: nil, at: World.now, in: tx) }
            #expect(counting.count == 1)
        }
        let rows = try await world.site.read { tx in try tx.rows("SELECT person_id, count, is_mention FROM notice") }
        #expect(try rows.map { try [$0.int("person_id"), $0.int("count"), $0.int("is_mention")] } == [[people.petya.person.number, 3, 1]])
    }

    @Test("at night nothing goes but what the director or an administrator calls urgent; the morning brings the rest as one", arguments: TestDatabase.available)
    func quiet(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), people = reached.people
            try await reached.add(people.olga)
            let key = try await reached.add(people.petya).key
            for place in ["/chats/1", "/chats/2"] { try await reached.tell([people.petya], place: place, urgency: .important, at: Reached.at(22)) }
            for hour in [22, 23] { try await reached.courier.deliver(at: Reached.at(hour, 5)) }
            try await reached.courier.deliver(at: Reached.at(6, 59, day: 1))
            #expect(service.given.isEmpty)
            await #expect(throws: Denial.forbidden(.urgentByFew)) {
                try await reached.tell([people.olga], urgency: .urgent(reason: "мороз"), by: people.vera, at: Reached.at(23))
            }
            await #expect(throws: Denial.forbidden(.urgentByFew)) {
                try await reached.tell([people.olga], urgency: .urgent(reason: "мороз"), at: Reached.at(23))
            }
            await #expect(throws: Denial.forbidden(.urgentByFew)) {
                try await reached.tell([people.olga], urgency: .urgent(reason: "мороз"), by: people.xenia, at: Reached.at(23))
            }
            await #expect(throws: Denial.invalid(field: "reason", .urgentWants)) {
                try await reached.tell([people.olga], urgency: .urgent(reason: " "), by: people.rita, at: Reached.at(23))
            }
            try await reached.tell([people.olga], .announcement, place: "/", urgency: .urgent(reason: "мороз, школы нет"), by: people.rita, at: Reached.at(23))
            try await reached.courier.deliver(at: Reached.at(23))
            #expect(service.given.map(\.path) == ["/push/\(people.olga.person.number)"])
            #expect(service.given.first?.headers[.init("Urgency")!] == "high")
            let trace = try await reached.world.site.read { tx in try tx.one("SELECT became, by_id FROM trace WHERE what = 'notices.urgent'") }
            #expect(try trace.text("became") == "1: мороз, школы нет" && trace.id("by_id") == people.rita.person)
            try await reached.courier.deliver(at: Reached.at(7, day: 1))
            #expect(service.given.count == 2)
            #expect(try opened(service.given[1].body, by: key).contains(#""path":"/""#), "several places are seen on the first screen")
            #expect(try await reached.waiting() == 0)
        }
    }

    @Test("two nodes at once: nothing is sent twice, nothing is left", arguments: TestDatabase.available)
    func twoNodes(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), everyone = reached.people.ours
            for viewer in everyone { try await reached.add(viewer, name: "\(viewer.hat.key)-\(viewer.person.number)") }
            for round in 0..<4 {
                try await reached.tell(everyone, place: "/chats/\(round)", at: Reached.at(10 + round))
                let now = Reached.at(10 + round, 5)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<3 { group.addTask { while try await reached.courier.deliver(at: now) > 0 {} } }
                    try await group.waitForAll()
                }
            }
            // Vera has two devices, as a teacher and as a mother.
            let counts = Dictionary(grouping: service.given, by: \.path).mapValues(\.count)
            #expect(counts.count == everyone.count && counts.values.allSatisfy { $0 == 4 }, "\(counts)")
            #expect(try await reached.waiting() == 0)
        }
    }

    @Test("a node that dies after sending: another sends the same under the same name, once its lease is over", arguments: TestDatabase.available)
    func crash(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), now = Reached.at(10, 2)
            try await reached.add(reached.people.olga)
            try await reached.tell([reached.people.olga], at: Reached.at(10))
            let claimed = try await reached.world.site.database.write { tx in try Claiming(now: now, tx: tx).run() }
            _ = await reached.courier.hand(over: try #require(claimed.parcels.first), at: now)
            try await reached.courier.deliver(at: now + 60)
            #expect(service.given.count == 1, "under a lease nobody else sends")
            try await reached.courier.deliver(at: now + OutboxStore.leaseTime)
            try await reached.courier.deliver(at: now + OutboxStore.leaseTime)
            #expect(service.given.count == 2 && Set(service.given.map(\.topic)).count == 1)
        }
    }

    @Test("news that comes while older is being sent is not lost, and waits a while so as not to nag", arguments: TestDatabase.available)
    func meanwhile(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), now = Reached.at(10, 2), olga = reached.people.olga
            try await reached.add(olga)
            try await reached.tell([olga], at: Reached.at(10))
            try await reached.courier.deliver(at: now)
            try await reached.tell([olga], at: now + 30)
            try await reached.courier.deliver(at: now + 14 * 60)
            #expect(service.given.count == 1)
            try await reached.courier.deliver(at: now + 15 * 60)
            #expect(service.given.count == 2 && Set(service.given.map(\.topic)).count == 1)
            // Told once more between taking and noting.
            try await reached.tell([olga], place: "/chats/2", at: now + 3600)
            let late = now + 3700, claimed = try await reached.world.site.database.write { tx in try Claiming(now: late, tx: tx).run() }
            try await reached.tell([olga], place: "/chats/2", at: late)
            let parcel = try #require(claimed.parcels.first)
            try await reached.world.site.database.write { tx in
                for notice in parcel.notices { try OutboxStore.finish(notice, lease: parcel.lease, at: late, tx) }
            }
            #expect(try await reached.waiting() == 1)
        }
    }

    @Test(
        "a service in trouble is asked again, ever later, six times; a device that is gone is forgotten; the other device hears once",
        arguments: TestDatabase.available)
    func trouble(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), olga = reached.people.olga
            try await reached.add(olga)
            try await reached.tell([olga], at: Reached.at(10))
            service.answer(.serviceUnavailable)
            var now = Reached.at(10, 1), asked: [Int] = []
            for _ in 0..<400 {
                let before = service.given.count
                try await reached.courier.deliver(at: now)
                if service.given.count > before { asked.append(Moment.seconds(from: Reached.at(10, 1), to: now)) }
                now = now + 30
            }
            #expect(asked == [0, 30, 150, 630, 2550, 9750], "\(asked)")
            #expect(try await reached.waiting() == 0, "given up")
            service.answer(.created)
            try await reached.tell([olga], place: "/chats/2", at: now)
            try await reached.courier.deliver(at: now + 60)
            #expect(service.given.count == 7)
            service.answer(.gone)
            try await reached.tell([olga], place: "/chats/3", at: now + 100)
            try await reached.courier.deliver(at: now + 200)
            #expect(try await reached.count("SELECT COUNT(*) AS n FROM push_device") == 0)
        }
    }

    @Test("who has seen it, has said no, has signed out or has left is not disturbed", arguments: TestDatabase.available)
    func taken(_ kind: TestDatabase) async throws {
        let service = PushService()
        try await service.serve { origin in
            let reached = try await Reached(kind, origin: origin), people = reached.people, site = reached.world.site
            for viewer in [people.olga, people.pavel, people.petya, people.masha, people.igor] { try await reached.add(viewer) }
            let away = try await reached.signIn(people.kolya)
            try await reached.world.perform(
                AddDevice(
                    subscription: try Subscription(
                        endpoint: "\(origin)/push/kolya", p256dh: Array(P256.KeyAgreement.PrivateKey().publicKey.x963Representation).base64URL,
                        auth: [UInt8](repeating: 7, count: 16).base64URL, reached.works.hosts), session: away), by: people.kolya)
            try await site.database.write { tx in
                try tx.rows("DELETE FROM sign_in WHERE id = \(away)")
                try tx.rows("UPDATE membership SET until = '2026-11-10' WHERE person_id = \(people.masha.person)")
                try ChoiceStore.setLevel(.mentions, of: .message, at: "", for: people.pavel.person, tx)
                try ChoiceStore.setLevel(.mentions, of: .message, at: "", for: people.igor.person, tx)
                try ChoiceStore.setLevel(NoticeLevel.none, of: .message, at: "/chats/1", for: people.petya.person, tx)
            }
            try await reached.tell(
                [people.olga, people.pavel, people.petya, people.masha, people.igor, people.kolya], mentioning: [people.igor], at: Reached.at(10))
            try await site.database.write { tx in try OutboxStore.takeBack("/chats/1", of: [people.olga.person], tx) }
            try await reached.courier.deliver(at: Reached.at(10, 2))
            #expect(service.given.map(\.path) == ["/push/\(people.igor.person.number)"], "the one who was called by name")
            #expect(try await reached.waiting() == 0)
            try await reached.tell([people.petya], place: "/chats/2", at: Reached.at(11))
            try await reached.courier.deliver(at: Reached.at(11, 2))
            #expect(service.given.count == 2, "one chat was silenced, not all")
        }
    }
}
