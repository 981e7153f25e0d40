import Foundation
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Identity

@Suite struct SnilsTests {
    @Test("a SNILS is eleven digits whose last two agree with the rest, however people write it")
    func checksum() throws {
        for text in ["112-233-445 95", "11223344595", "112 233 445 95", " 112-233-445-95 "] { #expect(try Snils(text).written == "112-233-445 95") }
        #expect(try Snils("112-233-445 95").masked == "•••-•••-••5 95")
        for wrong in ["112-233-445 96", "112-233-454 95"] { #expect(throws: Denial.invalid(field: "snils", .snilsChecksum)) { try Snils(wrong) } }
        for wrong in ["", "112-233-445", "112-233-445 951", "abc-def-ghi jk", "١١٢-٢٣٣-٤٤٥ ٩٥", "112-233-445 95'; DROP TABLE person"] {
            #expect(throws: Denial.invalid(field: "snils", .snilsForm)) { try Snils(wrong) }
        }
    }

    @Test("any nine digits have exactly one pair that fits, and a slip in one digit never fits")
    func property() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let nine = (0..<9).map { _ in Int.random(in: 0...9, using: &random) }, body = nine.map(String.init).joined()
            let fitting = (0..<100).filter { (try? Snils(body + ($0 < 10 ? "0" : "") + String($0))) != nil }
            #expect(fitting.count == 1 && fitting[0] == Snils.checksum(of: nine))
            let place = Int.random(in: 0..<9, using: &random), slip = (nine[place] + Int.random(in: 1...9, using: &random)) % 10
            let slipped = nine.enumerated().map { $0.offset == place ? slip : $0.element }
            let sums = [nine, slipped].map { zip($0, (1...9).reversed()).reduce(0) { $0 + $1.0 * $1.1 } % 101 }
            #expect(Snils.checksum(of: nine) != Snils.checksum(of: slipped) || Set(sums) == [0, 100])
        }
    }

    @Test("the database holds no SNILS that can be read, and a copied row is no other person's", arguments: TestDatabase.available)
    func sealed(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), (olga, vera, keys) = (gate.world.people.olga, gate.world.people.vera, gate.works.keys)
        try await gate.card(of: olga, snils: "112-233-445 95", email: "Olga@Mail.example")
        let row = try await gate.world.site.read { tx in try tx.one("SELECT snils_sealed, snils_mark FROM identity_card WHERE person_id = \(olga.person)") }
        for column in ["snils_sealed", "snils_mark"] { #expect(try !String(decoding: row.bytes(column), as: UTF8.self).contains("112233")) }
        let (sealed, card) = try await gate.world.site.database.write { tx in
            try tx.rows(
                "INSERT INTO identity_card (person_id, snils_sealed, snils_mark, changed_at) VALUES (\(vera.person), \(row.bytes("snils_sealed")), \([UInt8]([1])), 1)"
            )
            return (try CardStore.card(of: vera.person, keys, tx), try CardStore.card(of: olga.person, keys, tx))
        }
        #expect(sealed.snils == nil && card.snils?.digits == "11223344595" && card.email?.key == "olga@mail.example")
        let other = try await gate.world.site.read { tx in try CardStore.card(of: olga.person, IdentityKeys(), tx) }
        #expect(other.snils == nil, "another installation's key opens nothing")
    }

    @Test("one SNILS is one person's; the administrator alone corrects it, and the trace names no value", arguments: TestDatabase.available)
    func corrected(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), people = gate.world.people
        try await gate.card(of: people.olga, snils: "112-233-445 95", email: "olga@mail.example")
        func correct(_ viewer: Viewer, by ruler: Viewer) async throws -> Denial? {
            try await gate.world.outcome(CorrectCard(of: viewer.person, snils: try Snils("112-233-445 95"), email: nil, gate.works.keys), by: ruler)
        }
        #expect(try await correct(people.pavel, by: people.rita) == .invalid(field: "snils", .snilsTaken))
        #expect(try await correct(people.olga, by: people.igor) == .forbidden(Denial.Reason("accounts.only-administrators") { _ in "" }))
        #expect(try await correct(people.olga, by: people.xenia) == .notFound, "another school's person is unknown")
        let traces = try await gate.world.site.read { tx in try tx.rows("SELECT became FROM trace WHERE what = 'identity.card'").map { try $0.text("became") } }
        #expect(traces == ["snils email"])
    }

    @Test("two administrators at once cannot give one SNILS to two people", arguments: TestDatabase.available)
    func atOnce(_ kind: TestDatabase) async throws {
        let gate = try await Gate(kind), people = gate.world.people, snils = try Snils("112-233-445 95")
        let ends = try await withThrowingTaskGroup(of: Denial?.self) { tasks in
            for person in [people.olga, people.pavel, people.igor] {
                tasks.addTask { try await gate.world.outcome(CorrectCard(of: person.person, snils: snils, email: nil, gate.works.keys), by: people.rita) }
            }
            return try await tasks.reduce(into: [Denial?]()) { $0.append($1) }
        }
        #expect(ends.filter { $0 == nil }.count == 1 && ends.filter { $0 == .invalid(field: "snils", .snilsTaken) }.count == 2)
    }

    @Test("the key file is made once, for the owner alone, and one that others may read is refused")
    func keyFile() throws {
        let path = TestDatabase.newFile() + ".key", first = try IdentityKeys(file: path), second = try IdentityKeys(file: path)
        let sealed = try first.seal([1, 2, 3], for: "x")
        #expect(second.unseal(sealed, for: "x") == [1, 2, 3] && second.unseal(sealed, for: "y") == nil)
        #expect(first.mark("a", for: "x") == second.mark("a", for: "x") && first.mark("a", for: "y") != first.mark("a", for: "x"))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(throws: KeyFileError.self) { try IdentityKeys(file: path) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try Data("short".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(throws: KeyFileError.self) { try IdentityKeys(file: path) }
    }
}
