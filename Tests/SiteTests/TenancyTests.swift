import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Storage
import TestKit
import Testing
import Web
import WebCore

/// Two schools in one installation: no route and no operation of one shows, changes or lets guess anything of the other.
@Suite struct TenancyTests {
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
        // What an accepted refusal sets going behind the answer is done before it is looked at.
        try await world.site.tidy()
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
            for table in try tables(tx) {
                found += try tx.rows(SQL(pasting: "SELECT * FROM \(table) WHERE school_id = \(school.number)")).map { "\(table) \($0)" }
            }
            #expect(found.count > 30)
            return found.sorted()
        }
    }

    /// The tables whose rows belong to a school, as the database itself knows them.
    private static func tables(_ tx: Transaction) throws -> [String] {
        let sql: SQL =
            switch tx.dialect {
            case .sqlite: "SELECT m.name AS name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'school_id' WHERE m.type = 'table'"
            case .postgres: "SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'school_id' AND table_schema = current_schema()"
            }
        return try tx.rows(sql).map { try $0.text("name") }.sorted()
    }
}
