import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Invitations

@Suite struct RequestTests {
    static let name = PersonName(family: "Новикова", given: "Анна")

    /// The school opens its address and somebody asks.
    func asked(_ world: World, _ name: PersonName = name, as role: Role = .guardian) async throws -> (word: String, number: Code) {
        try await world.perform(SetEntrance(open: true), by: world.people.rita)
        let word = try #require(try await world.site.read { tx in try RequestStore.entrance(of: world.people.rita.school, tx) })
        let body = "family=\(name.family.sent)&given=\(name.given.sent)&role=\(role.rawValue)&classWords=7A&message=\("мама Пети\nи Маши".sent)"
        let place = try await world.visit { client in
            try await client.execute(uri: "/join/school/\(word)", method: .post, headers: .form, body: ByteBuffer(string: body)) { $0.headers[.location] ?? "" }
        }
        return (word, try #require(Code(typed: String(place.dropFirst("/join/".count)))))
    }

    func request(_ number: Code, in world: World) async throws -> JoinRequest {
        try #require(try await world.site.read { tx in try RequestStore.request(number: number, tx) })
    }

    @Test("who came without a code asks, is accepted, and comes in by the number of the request", arguments: TestDatabase.available)
    func accepted(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, asked = try await asked(world)
        try await world.visit { client in
            try await client.execute(uri: "/join/\(asked.number.text)", method: .get) { #expect(String(buffer: $0.body).contains("Заявка ждёт ответа")) }
        }
        #expect(try await world.refusal(asked.number) == .conflict(.requestWaits))
        let request = try await request(asked.number, in: world)
        #expect(try await world.outcome(AcceptRequest(request.id, as: .guardian), by: people.rita) == .invalid(field: "pupil", .choosePupil))
        #expect(try await world.outcome(AcceptRequest(request.id, as: .guardian, pupil: people.yura.person), by: people.rita) == .notFound)
        try await world.perform(AcceptRequest(request.id, as: .guardian, pupil: people.petya.person), by: people.rita)
        #expect(try await world.outcome(AcceptRequest(request.id, as: .guardian, pupil: people.petya.person), by: people.rita) == .conflict(.decidedAlready))
        let person = try await world.come(asked.number).person
        #expect(try await world.count("SELECT COUNT(*) AS n FROM guardian WHERE guardian_id = \(person) AND pupil_id = \(people.petya.person)") == 1)
        #expect(try await world.refusal(asked.number) == .conflict(.codeUsed))
    }

    @Test("one whom the school had entered already gets that entry's login, not a second entry", arguments: TestDatabase.available)
    func namesake(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let asked = try await asked(world, people.petya.name, as: .pupil), request = try await request(asked.number, in: world)
        #expect(try await world.site.read { tx in try RequestStore.namesakes(of: request, tx).map(\.person) } == [people.petya.person])
        #expect(try await world.outcome(AcceptRequest(request.id, as: .pupil, person: people.yura.person), by: people.rita) == .notFound)
        try await world.perform(AcceptRequest(request.id, as: .pupil, person: people.petya.person), by: people.rita)
        #expect(try await world.come(asked.number).person == people.petya.person)
    }

    @Test("a refusal comes with its reason, and its number opens nothing", arguments: TestDatabase.available)
    func refused(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, asked = try await asked(world), request = try await request(asked.number, in: world)
        #expect(try await world.outcome(RefuseRequest(request.id, because: "  "), by: people.rita) == .invalid(field: "reason", .reasonNeeded))
        try await world.perform(RefuseRequest(request.id, because: "Вас нет <в> списках"), by: people.rita)
        try await world.visit { client in
            try await client.execute(uri: "/join/\(asked.number.text)", method: .get) { #expect(String(buffer: $0.body).contains("Вас нет &lt;в&gt; списках")) }
        }
        #expect(try await world.refusal(asked.number, name: Self.name) == .conflict(.codeRevoked))
    }

    @Test("only who answers for the school sees and judges requests", arguments: TestDatabase.available)
    func strangers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, request = try await request(try await asked(world).number, in: world)
        for viewer in [people.vera, people.igor, people.olga, people.petya, people.xenia] {
            #expect(try await world.outcome(AcceptRequest(request.id, as: .guardian, pupil: people.petya.person), by: viewer) == .notFound)
            #expect(try await world.outcome(RefuseRequest(request.id, because: "нет"), by: viewer) == .notFound)
            if viewer != people.xenia { #expect(try await world.outcome(SetEntrance(open: false), by: viewer) == .notFound) }
        }
    }

    @Test("the page of requests tells nothing of who is in the school, and a changed address takes none", arguments: TestDatabase.available)
    func address(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), asked = try await asked(world)
        try await world.visit { client in
            try await client.execute(uri: "/join/school/\(asked.word)", method: .get) { answer in
                let page = String(buffer: answer.body)
                #expect(answer.status == .ok && page.contains("Школа № 58"))
                for word in ["Петин", "Верин", "Ритин", "7А", "8Б"] { #expect(!page.contains(">\(word)")) }
            }
            try await client.execute(
                uri: "/join/school/\(asked.word)", method: .post, headers: .form, body: ByteBuffer(string: "family=A&given=B&role=director")
            ) {
                #expect($0.status == .unprocessableContent && String(buffer: $0.body).contains(#"id="role-why""#))
            }
        }
        try await world.perform(SetEntrance(open: true), by: world.people.rita)
        try await world.visit { client in
            for method in [HTTPRequest.Method.get, .post] {
                for word in [asked.word, "x", String(repeating: "a", count: 16)] {
                    try await client.execute(
                        uri: "/join/school/\(word)", method: method, headers: .form, body: ByteBuffer(string: "family=A&given=B&role=pupil")
                    ) { #expect($0.status == .notFound) }
                }
            }
        }
    }

    @Test("requests are bounded: not the same twice, not many from one address, not without end for one school", arguments: TestDatabase.available)
    func bounded(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, asked = try await asked(world)
        func ask(_ body: String) async throws -> HTTPResponse.Status {
            try await world.visit { client in
                try await client.execute(uri: "/join/school/\(asked.word)", method: .post, headers: .form, body: ByteBuffer(string: body)) { $0.status }
            }
        }
        #expect(try await ask("family=\(Self.name.family.sent)&given=\(Self.name.given.sent)&role=guardian") == .conflict)
        #expect(try await ask("family=A&given=B&role=pupil&message=\(String(repeating: "x", count: 501))") == .unprocessableContent)
        for number in 2...20 { #expect(try await ask("family=A\(number)&given=B&role=pupil") == .seeOther) }
        #expect(try await ask("family=Z&given=B&role=pupil") == .tooManyRequests)
        try await world.site.database.write { tx in
            for number in 21...JoinRequest.mostWaiting {
                _ = try RequestStore.add(
                    PersonName(family: "B\(number)", given: "C"), as: .pupil, classWords: "", message: "", number: Code(), to: people.rita.school,
                    at: World.now, tx)
            }
        }
        let school = try #require(try await world.site.read { tx in try AccountsStore.school(people.rita.school, tx) })
        let one = try AskToJoin(PersonName(family: "Last", given: "One"), as: .pupil, classWords: "", message: "", to: school)
        await #expect(throws: Denial.conflict(.tooManyRequests)) { try await world.site.database.write { tx in try one.run(at: World.now, in: tx) } }
    }

    @Test("names of those who were decided on are forgotten after a month", arguments: TestDatabase.available)
    func forgotten(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), asked = try await asked(world), request = try await request(asked.number, in: world)
        try await world.perform(RefuseRequest(request.id, because: "нет"), by: world.people.rita)
        let later = try AskToJoin(PersonName(family: "Второй", given: "Ян"), as: .pupil, classWords: "", message: "", to: request.school)
        try await world.site.database.write { tx in try later.run(at: World.now + JoinRequest.kept + 1, in: tx) }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM join_request") == 1)
    }
}
