import Consents
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import Web
import WebCore

/// Two schools in one installation: no route and no operation of one shows, changes or lets guess anything of the other.
@Suite struct TenancyTests {
    /// What the variable pieces of addresses name, with something of ours for each. A new name wants a line here.
    struct Ours {
        let values: [String: String]
        init(_ world: World) async throws {
            let people = world.people
            let opened = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
            try await world.perform(OpenClassChats(of: people.classFar.id), by: people.xenia)
            try await world.perform(PostMessage(.init("секретное слово"), as: .init("tenancy-1"), in: opened.forClass), by: people.vera)
            try await world.perform(
                EnterPaper(for: people.petya.person, .photos, agrees: true, signer: .named("Петина Анна"), signedOn: World.today), by: people.rita)
            try await world.perform(SignConsent(for: people.masha.person, .diary, agrees: false, version: 1), by: people.pavel)
            let (entry, refusal) = try await world.site.read { tx in
                (try tx.one("SELECT MIN(id) AS id FROM consent").int("id"), try tx.one("SELECT MIN(id) AS id FROM refusal").int("id"))
            }
            let act = try await Self.actOfKolya(in: world)
            values = [
                "class": "\(people.class7.id.number)", "entry": "\(entry)", "refusal": "\(refusal)", "act": "\(act)",
                "lesson": "\(people.mathsNow.number)", "pupil": "\(people.petya.person.number)", "child": "\(people.petya.person.number)",
                "course": "\(people.maths.number)", "chat": "\(opened.forClass.number)", "session": "1", "folder": "x", "owner": "x", "file": "x",
                "application": "1", "organisation": "\(people.rita.school.number)", "localAct": "\(try await world.localAct().number)", "appointment": "1",
                "person": "\(people.vera.person.number)",
            ]
        }
        /// Kolya's family refuses, the administrator accepts: what is left is a number and an act.
        private static func actOfKolya(in world: World) async throws -> Int64 {
            let people = world.people
            try await world.perform(SignConsent(for: people.kolya.person, .diary, agrees: false, version: 1), by: people.veraAsMother)
            let refusal = try await world.site.read { tx in try tx.one("SELECT id FROM refusal WHERE person_id = \(people.kolya.person)").int("id") }
            try await world.browse(as: people.rita) { client in
                let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                try await client.execute(
                    uri: "/consents/refusals/\(refusal)/accept", method: .post, headers: headers, body: ByteBuffer(string: "formToken=form-token&printed=1")
                ) { #expect($0.status == .seeOther) }
            }
            return try await world.site.read { tx in try tx.one("SELECT id FROM act").int("id") }
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
    }

    static let ourWords = ["Петин", "Машин", "Верин", "Игорев", "Колин", "Ритин", "№ 58", "Математика", "Химия", "секретное слово"]

    @Test("what is ours looks to the other school as what is nowhere, on every page and in every operation", arguments: TestDatabase.available)
    func reading(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), ours = try await Ours(world)
        let routes = world.routes.filter { $0.method == .get && !PublicRoutes.all.contains($0.name) }
        #expect(routes.count > 10)
        for stranger in world.people.theirs {
            try await world.browse(as: stranger) { client in
                for route in routes {
                    let shown = try await client.execute(uri: ours.path(of: route), method: .get) { ($0.status, String(buffer: $0.body)) }
                    for word in Self.ourWords { #expect(!shown.1.contains(word), "\(route.name) shows \(stranger.name.full) “\(word)”") }
                    guard route.name.contains("{"), !route.name.contains("{session}") else { continue }
                    let nowhere = try await client.execute(uri: ours.path(of: route, or: "987654321"), method: .get) { ($0.status, String(buffer: $0.body)) }
                    #expect(shown.0 == nowhere.0 && Self.withoutNumbers(shown.1) == Self.withoutNumbers(nowhere.1), "\(route.name): \(shown.0), \(nowhere.0)")
                }
            }
        }
    }

    @Test("the other school changes nothing of ours, whatever it sends, and is answered as if it were nowhere", arguments: TestDatabase.available)
    func writing(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), ours = try await Ours(world)
        let routes = world.routes.filter { $0.method != .get && !PublicRoutes.all.contains($0.name) && $0.name.contains("{") }
        #expect(routes.count > 5)
        let before = try await Self.everything(of: world.people.rita.school, in: world)
        for stranger in world.people.theirs {
            try await world.browse(as: stranger) { client in
                for route in routes {
                    for (headers, body) in Self.bodies {
                        let answer = try await client.execute(uri: ours.path(of: route), method: route.method, headers: headers, body: ByteBuffer(string: body))
                        { ($0.status, String(buffer: $0.body)) }
                        let nowhere = try await client.execute(
                            uri: ours.path(of: route, or: "987654321"), method: route.method, headers: headers, body: ByteBuffer(string: body)
                        ) { ($0.status, String(buffer: $0.body)) }
                        #expect((400..<500).contains(answer.0.code), "\(route.name) \(body): \(answer.0)")
                        #expect(
                            answer.0 == nowhere.0 && Self.withoutNumbers(answer.1) == Self.withoutNumbers(nowhere.1), "\(route.name): \(answer.0), \(nowhere.0)"
                        )
                    }
                }
            }
        }
        #expect(try await Self.everything(of: world.people.rita.school, in: world) == before)
    }

    /// Forms and JSON that could mean something to any of our routes.
    static let bodies: [(HTTPFields, String)] = [
        (
            [.contentType: "application/x-www-form-urlencoded"],
            "formToken=form-token&value=5&code=ill&attendance=ill&mark=5&topic=x&text=x&homework=x&body=hello&clientID=tenancy-22&seq=1&act=save&pupil=1&purpose=photos&answer=yes&version=1&printed=1"
        ),
        (
            HTTPFields([HTTPField(name: .contentType, value: "application/json"), HTTPField(name: HTTPField.Name("X-Form-Token")!, value: "form-token")]),
            #"{"value":5,"code":"ill","topic":"x","text":"x","homework":"x","body":"hello","clientID":"tenancy-23","seq":1,"agrees":true,"version":1,"understood":true}"#
        ),
    ]

    /// What differs from one answer to the next by itself: numbers of requests and addresses, and which of several wrong fields was met first.
    static func withoutNumbers(_ text: String) -> String { text.replacing(/data-field="[a-zA-Z-]*"/, with: "").replacing(/[0-9]+/, with: "0") }

    /// Every row of every table that belongs to the school, as text.
    static func everything(of school: ID<School>, in world: World) async throws -> [String] {
        try await world.site.read { tx in
            var found: [String] = []
            for table in [
                "membership", "school_class", "course", "enrolment", "lesson", "mark", "attendance", "lesson_record", "homework", "chat", "trace", "consent",
                "consent_text", "refusal", "act", "local_act", "acquaintance", "appointment",
            ] {
                found += try tx.rows(SQL(pasting: "SELECT * FROM \(table) WHERE school_id = \(school.number)")).map { "\(table) \($0)" }
            }
            found += try tx.rows("SELECT m.* FROM message m JOIN chat c ON c.id = m.chat_id WHERE c.school_id = \(school)").map { "message \($0)" }
            found += try tx.rows("SELECT m.* FROM chat_member m JOIN chat c ON c.id = m.chat_id WHERE c.school_id = \(school)").map { "chat_member \($0)" }
            return found.sorted()
        }
    }
}
