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
@testable import Identity
@testable import Invitations
@testable import Linking
@testable import Movement
@testable import People

/// Afterwards the name is found nowhere: not by SQL, but in the files' own bytes.
@Suite struct ErasureTests {
    /// Words that stand nowhere else in the small school.
    static let words = ["Ыгнатюков", "ыгнатюков", "Ыгнатюкова", "Еремия-Пётр", "ygnatyukov", "YGNATYUKOV", "тайная записка", "ыгнатюк"]

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
        try await move(families)
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
        try await goAround(families, name)
        let entries = "SELECT COUNT(*) AS count FROM person_word WHERE word_key LIKE '%гнатюков%' OR word_key LIKE '%ygnatyukov%'" as SQL
        #expect(try await families.count(entries) >= 4, "the family is found by name and login")
        #expect(try !found().isEmpty, "what is looked for can be found")
        try await families.accept(people.petya)
        #expect(try await families.count(entries) == 0)
        try await database.forgetDeleted()
        #expect(try found() == [])
    }

    /// Codes, outside accounts, a card, an order, requests: what other places of the school come to know of the pupil.
    private func goAround(_ families: Families, _ name: PersonName) async throws {
        let world = families.world, people = families.people, petya = people.petya.person, rita = people.rita
        _ = try await world.perform(IssueCode(to: petya), by: rita)
        let ask = try AskToJoin(name, as: .pupil, classWords: "7А", message: "тайная записка", to: rita.hat.school)
        try await world.site.database.write { tx in try ask.run(at: World.now, in: tx) }
        try await world.perform(
            CorrectCard(of: petya, snils: Snils("112-233-445 95"), email: EmailAddress("ygnatyukov@example.org"), IdentityKeys()), by: rita)
        try await linkOutside(families)
        _ = try await world.perform(ReportChange(.changed, in: people.class7.id, about: petya, note: "тайная записка: Ыгнатюков переехал"), by: people.vera)
        _ = try await world.perform(ReportChange(.arrived, in: people.class7.id, about: nil, note: "Пришёл Ыгнатюков Еремия-Пётр"), by: people.vera)
        try await world.perform(AskCorrection(person: petya, field: .family, value: "Ыгнатюковский", note: "тайная записка", attempt: .init()), by: people.olga)
    }

    /// To the other class and back, by an order, before there are marks.
    private func move(_ families: Families) async throws {
        let people = families.people
        for (days, target) in [(3, people.class8), (2, people.class7)] {
            let order = try OrderDraft(number: "12-у", date: World.today - days)
            let move = MovePupils([people.petya.person], .transfer(to: target.id), on: World.today - days, order: order, place: "по заявлению Ыгнатюковой")
            try await families.world.perform(move, by: people.rita)
        }
    }

    private func linkOutside(_ families: Families) async throws {
        let world = families.world, petya = families.people.petya.person, rita = families.people.rita
        let system = try await world.perform(AddSystem(name: "Дневник.ру"), by: rita)
        let account = try await world.site.database.write { tx in
            try tx.rows("INSERT INTO outside_link (provider, subject, person_id, linked_at) VALUES ('esia', 'ygnatyukov', \(petya), \(World.now))")
            return try tx.one(
                """
                INSERT INTO outside_account (school_id, system_id, key_hash, role, class_name, name, name_key, gone)
                VALUES (\(rita.school), \(system), \(String(repeating: "0f", count: 32)), 'pupil', '7А', 'Ыгнатюков Еремия-Пётр', 'ыгнатюков еремия-петр', 0) RETURNING id
                """
            ).id("id", of: OutsideAccount.self)
        }
        try await world.perform(LinkPerson(account: account, person: petya), by: rita)
    }

    private static func found(in path: String) throws -> [String] {
        ["", "-wal", "-journal"].flatMap { end -> [String] in
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
