import App
import Documents
import Foundation
import Journal
import Kernel
import Live
import Messaging
import School
import Storage
import StoragePostgres
import StorageSQLite
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Consents

/// Afterwards the name is found nowhere: not by SQL, but in the files' own bytes.
@Suite struct ErasureTests {
    /// Words that stand nowhere else in the small school.
    static let words = ["Ыгнатюков", "ыгнатюков", "Ыгнатюкова", "Еремия-Пётр", "ygnatyukov", "YGNATYUKOV", "тайная записка"]

    @Test("nothing of the family is left in SQLite's file and log")
    func sqlite() async throws {
        let path = TestDatabase.newFile()
        let database = try SQLiteDatabase(path: path, readers: 2)
        try await database.migrate(migrationPlan)
        try await live(in: database, found: { try Self.found(in: path) })
        database.close()
        #expect(try Self.found(in: path).isEmpty)
    }

    @Test("nothing of the family is left in a dump of PostgreSQL", .enabled(if: TestDatabase.postgresServer != nil))
    func postgres() async throws {
        let address = try await TestDatabase.newSchema()
        let database = try PostgresDatabase(address, connections: 3)
        try await database.migrate(migrationPlan)
        let schema = String(address.split(separator: "=").last?.dropLast() ?? "")
        try await live(in: database, found: { try Self.dumped(schema) })
        database.close()
    }

    /// A pupil and his mother live in the school, refuse, and are looked for.
    private func live(in database: any Database, found: () throws -> [String]) async throws {
        let families = Families(world: try await World(database: database)), people = families.people, world = families.world
        let name = PersonName(family: "Ыгнатюков", given: "Еремия-Пётр")
        for round in 1...3 {
            try await world.perform(CorrectPerson(people.petya.person, name: name, sex: .male, bornOn: Day("2014-0\(round)-01")), by: people.rita)
        }
        try await world.perform(CorrectName(of: people.olga.person, to: PersonName(family: "Ыгнатюкова", given: "Ольга")), by: people.rita)
        for (person, login) in [(people.petya, "ygnatyukov"), (people.olga, "ygnatyukova")] {
            try await world.perform(GiveCredential(to: person.person, login: try Login(login), hash: PasswordHash(text: "x")), by: people.rita)
            try await families.signIn(person)
        }
        let chats = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        for number in 1...40 {
            let text = "Ыгнатюков пишет: тайная записка \(number) " + String(repeating: "слово ", count: number * 10)
            try await world.perform(PostMessage(.init(text), as: .init("erasure-\(number)"), in: chats.forClass), by: people.petya)
        }
        try await world.perform(PutMark(try .init(5), for: people.petya.person, at: people.mathsNow), by: people.vera)
        let paper = EnterPaper(
            for: people.petya.person, .diary, agrees: false, signer: .named("Ыгнатюкова Ольга"), signedOn: World.today,
            scan: try .init(.init(name: "Ыгнатюков.pdf", bytes: Array("%PDF-1.4 Ыгнатюков".utf8)), field: "scan"))
        try await world.perform(paper, by: people.rita)
        #expect(try !found().isEmpty, "what is looked for can be found")
        try await families.accept(people.petya)
        try await database.forgetDeleted()
        #expect(try found() == [])
    }

    private static func found(in path: String) throws -> [String] {
        try ["", "-wal", "-journal"].flatMap { end -> [String] in
            guard let data = FileManager.default.contents(atPath: path + end) else { return [] }
            return words.filter { data.range(of: Data($0.utf8)) != nil }.map { "\($0) in \(end.isEmpty ? "file" : end)" }
        }
    }

    private static func dumped(_ schema: String) throws -> [String] {
        let dump = Process(), pipe = Pipe()
        dump.executableURL = URL(filePath: "/usr/bin/pg_dump")
        dump.arguments = ["--schema", schema, "--inserts", "-d", TestDatabase.postgresServer ?? ""]
        dump.standardOutput = pipe
        try dump.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        dump.waitUntilExit()
        #expect(dump.terminationStatus == 0 && data.count > 10_000)
        let hexadecimal = { (word: String) in word.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
        return words.filter { data.range(of: Data($0.utf8)) != nil || data.range(of: Data(hexadecimal($0).utf8)) != nil }
    }
}
