import Interchange
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Linking

@Suite struct RosterTests {
    @Test("an export says what was added, changed and gone; the same file again changes nothing", arguments: TestDatabase.available)
    func uploads(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(try await World.open(kind), upload: false)
        let first = try await arranged.upload(Arranged.rows)
        #expect(first.added == 6 && first.changed + first.gone + first.same + first.refused == 0)
        let again = try await arranged.upload(Arranged.rows, at: World.now + 1)
        #expect(again.same == 6 && again.added + again.changed + again.gone + again.refused == 0)
        var rows = Arranged.rows
        rows[3][2] = "7Б"
        rows.removeLast()
        let third = try await arranged.upload(rows, at: World.now + 2)
        #expect(third.changed == 1 && third.gone == 1 && third.same == 4)
        let back = try await arranged.upload(Arranged.rows, at: World.now + 3)
        #expect(back.changed == 2 && back.added == 0, "an account that comes back is the same account")
        #expect(try await arranged.traces("linking.roster") == 4)
    }

    @Test("JSON says the same as a table", arguments: TestDatabase.available)
    func json(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind)
        let accounts = Arranged.rows.map { row in
            #"{"key":"\#(OutsideKey(login: row[0], salt: arranged.system.salt).hex)","role":"\#(row[1])","class":"\#(row[2])","name":"\#(row[3])"}"#
        }
        let file = UploadedFile(name: "people.json", bytes: Array(#"{"accounts":[\#(accounts.joined(separator: ","))]}"#.utf8))
        #expect(try await arranged.upload(file).same == 6)
    }

    @Test("each row that cannot be taken is named by its line and reason, and the others are taken")
    func refusedRows() async throws {
        let arranged = try await Arranged(try await World.open(.sqlite), upload: false), salt = arranged.system.salt
        func key(_ login: String) -> String { OutsideKey(login: login, salt: salt).hex }
        let text = """
            key;role;class;name
            \(key("a"));teacher;;Верина Вера
            petya7;pupil;7А;Петин Петя
            \(key("b"));emperor;;
            \(key("c"));pupil;7А;=HYPERLINK("http://evil.example")
            \(key("d"));pupil;+7А;Маша
            \(key("a"));teacher;;Двойник
            \(key("e"));pupil;7А;\u{202E}яшаМ
            \(key("f"));pupil;7А
            ;pupil;7А;Без ключа
            \(key("g").uppercased());Родитель;;Петина Ольга
            """
        let report = try await arranged.upload(UploadedFile(name: "a.csv", bytes: Array(text.utf8)))
        #expect(report.added == 2 && report.refused == 8)
        let flaws = Set(report.flaws.map { "\($0.line) \($0.field) \($0.code)" })
        #expect(
            flaws == [
                "3 key row.unknown-value", "4 role row.unknown-value", "5 name row.unknown-value", "6 class row.unknown-value", "7 key row.duplicate",
                "8 name row.unknown-value", "9  row.ragged", "10 key row.required-empty",
            ])
    }

    @Test("a file of which nothing can be taken is refused and changes nothing")
    func refusedFiles() async throws {
        let arranged = try await Arranged(.sqlite)
        let files: [(String, [UInt8])] = [
            ("empty.csv", []), ("header.csv", Array("key,role\r\n".utf8)), ("columns.csv", Array("login,role\r\na,pupil\r\n".utf8)),
            ("broken.json", Array("{\"accounts\":[".utf8)),
            ("binary.csv", (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }), ("large.csv", [UInt8](repeating: 0x20, count: NeutralRoster.largest + 1)),
            ("deep.json", Array(("{\"accounts\":" + String(repeating: "[", count: 100_000)).utf8)),
        ]
        for (name, bytes) in files {
            do {
                try await arranged.upload(UploadedFile(name: name, bytes: bytes))
                Issue.record("\(name) was taken")
            } catch Denial.invalid(let field, _) { #expect(field == "file", "\(name)") }
        }
        #expect(try await arranged.upload(Arranged.rows, at: World.now + 1).same == 6)
    }

    @Test("an export in which most of the school is missing is asked about first")
    func manyGone() async throws {
        let arranged = try await Arranged(.sqlite), many = (0..<60).map { ["login\($0)", "pupil", "7А", "Ученик Номер"] }
        try await arranged.upload(many)
        await #expect(throws: Denial.invalid(field: "sure", .manyGone)) { try await arranged.upload(Arranged.rows) }
        #expect(try await arranged.upload(Arranged.rows, isSure: true, at: World.now + 1).gone == 60)
    }

    @Test("a login is compared as docs/linking.md says: compatibility form, small letters, no white space, a colon, the salt")
    func keys() {
        #expect(OutsideKey.normalised("  Ivanova.M \u{A0}") == "ivanova.m" && OutsideKey.normalised("Ⅷ Ёлка") == "viiiёлка")
        // printf 'ivanova.m:0123456789abcdef' | sha256sum
        #expect(OutsideKey(login: "Ivanova.M", salt: "0123456789abcdef").hex == Self.known)
        for wrong in ["", "abc", String(repeating: "g", count: 64), String(repeating: "a", count: 65)] { #expect(OutsideKey(hex: wrong) == nil) }
    }
    static let known = "de92da3e34aa7ac0936fa5e2b2fa8e9f3f4f5f4ebac013754d7a6ed622d666b7"

    @Test("only the office names systems and brings exports, and each school its own", arguments: TestDatabase.available)
    func whoMay(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        for stranger in [people.vera, people.olga, people.petya] {
            #expect(try await arranged.world.outcome(AddSystem(name: "ЭлЖур"), by: stranger) == .notFound)
        }
        let upload = try UploadRoster(of: UploadedFile(name: "a.csv", bytes: arranged.table(Arranged.rows)), to: arranged.system.id, isSure: true, in: .ru)
        for stranger in [people.vera, people.olga, people.xenia] { #expect(try await arranged.world.outcome(upload, by: stranger) == .notFound) }
        #expect(try await arranged.world.outcome(AddSystem(name: " дневник.РУ "), by: people.rita) == .invalid(field: "name", .systemThere))
        #expect(try await arranged.world.outcome(AddSystem(name: " "), by: people.rita) == .invalid(field: "name", .systemName))
        try await arranged.world.perform(AddSystem(name: "ЭлЖур"), by: people.rita)
        try await arranged.world.perform(AddSystem(name: "Дневник.ру"), by: people.xenia)
    }
}
