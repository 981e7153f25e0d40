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

@Suite struct PageTests {
    @Test("the pages of codes are open to who gives codes, and nowhere to everyone else", arguments: TestDatabase.available)
    func who(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let own = ["/codes", "/codes/issued", "/codes/new", "/codes/classes/\(people.class7.id.number)"]
        let school = ["/codes/staff", "/codes/requests", "/codes/entrance", "/codes/classes/\(people.class8.id.number)"]
        for (viewer, open) in [
            (people.rita, own + school), (people.vera, own), (people.igor, []), (people.veraAsMother, []), (people.olga, []), (people.petya, []),
        ] {
            try await world.browse(as: viewer) { client in
                for path in own + school {
                    try await client.execute(uri: path, method: .get) {
                        #expect($0.status == (open.contains(path) ? .ok : .notFound), "\(viewer.name.full) \(path)")
                    }
                }
            }
        }
    }

    @Test("«Сегодня» and «Ещё» lead there, and say how many have come, until all have", arguments: TestDatabase.available)
    func today(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        func shows(_ viewer: Viewer, _ words: String) async throws -> Bool {
            try await world.browse(as: viewer) { client in try await client.execute(uri: "/today", method: .get) { String(buffer: $0.body).contains(words) } }
        }
        #expect(try await shows(people.vera, "пришли 0 из 4"))
        #expect(try await shows(people.rita, "пришли 0 из 8"))
        for viewer in [people.igor, people.olga] { #expect(try await !shows(viewer, "Кто пришёл")) }
        for given in try await world.codes() { try await world.come(given.code) }
        #expect(try await !shows(people.vera, "Кто пришёл"))
        #expect(try await shows(people.rita, "пришли 4 из 8"))
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/more", method: .get) {
                #expect(String(buffer: $0.body).contains("\"/codes\"") && String(buffer: $0.body).contains("\"/more/device\""))
            }
        }
        try await world.browse(as: people.olga) { client in
            try await client.execute(uri: "/more", method: .get) { #expect(!String(buffer: $0.body).contains("\"/codes\"")) }
        }
    }

    @Test("a class's page names each pupil with the family, and what may be done for each", arguments: TestDatabase.available)
    func ofClass(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        try await world.come(try #require(codes.of(people.petya)).code)
        try await world.browse(as: people.vera) { client in
            try await client.execute(uri: "/codes/classes/\(people.class7.id.number)", method: .get) { answer in
                let page = String(buffer: answer.body)
                for words in ["Петин Петя", "Петина Ольга", "Забыт пароль: Петин Петя", "Выдать заново: Петина Ольга", "пришли 1 из 4"] {
                    #expect(page.contains(words), "\(words)")
                }
                #expect(!page.contains("Колин"))
            }
        }
        try await world.browse(as: people.rita) { client in
            try await client.execute(uri: "/codes/classes/\(people.class8.id.number)", method: .get) {
                #expect(String(buffer: $0.body).contains("Верина Вера"))
            }
            try await client.execute(uri: "/codes/issued", method: .get) { #expect(String(buffer: $0.body).contains("использован")) }
        }
    }

    @Test("no page asks more of the database as the school grows", arguments: TestDatabase.available)
    func queries(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), world = try await World(database: database), people = world.people
        let codes = try await world.codes(), code = codes[0].code, guardian = try #require(codes.of(people.olga)).code
        let paths: [(Viewer?, String)] = [
            (people.rita, "/codes"), (people.rita, "/codes/classes/\(people.class7.id.number)"), (people.rita, "/codes/staff"), (people.rita, "/codes/issued"),
            (people.rita, "/codes/new?role=guardian&class=\(people.class7.id.number)"), (people.rita, "/codes/requests"), (people.vera, "/codes"),
            (people.rita, "/api/v1/codes"), (nil, "/join/\(code.text)"), (nil, "/join/\(guardian.text)"),
        ]
        func counts() async throws -> [String: Int] {
            var counts: [String: Int] = [:]
            for (viewer, path) in paths {
                counts[path, default: 0] += try await world.browse(as: viewer) { client in
                    database.reset()
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .ok, "\(path)") }
                    return database.count
                }
            }
            return counts
        }
        let small = try await counts()
        try await world.site.database.write { tx in
            for number in 0..<20 {
                let pupil = try RegisterPerson(PersonName(family: "Ученик\(World.word(number))", given: "Имя"), as: .pupil, since: World.today).run(
                    by: people.rita, at: World.now, in: tx)
                try EnrolPupil(pupil, into: people.class7.id, since: World.today).run(by: people.rita, at: World.now, in: tx)
                _ = try RegisterPerson(PersonName(family: "Учитель\(World.word(number))", given: "Имя"), as: .subjectTeacher, since: World.today).run(
                    by: people.rita, at: World.now, in: tx)
            }
        }
        _ = try await world.codes()
        let large = try await counts()
        // A code's page asks the ledger too: two texts more for each child of the guardian.
        for (path, count) in large {
            #expect(count <= small[path, default: 0] && count <= (path.hasPrefix("/join") ? 16 : 8), "\(path): \(small[path, default: 0]) → \(count)")
        }
    }
}
