import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore
import Wire

@testable import Journal
@testable import Transfer

@Suite struct PreviousSchoolTests {
    /// Petya of another instance, accepted into 7А of school 58, where a second Petya's people are.
    struct Accepted {
        let here: Arranged
        let pupil: ID<Person>
        init(_ kind: TestDatabase) async throws {
            let there = try await Arranged(kind)
            here = try await Arranged(kind)
            let people = here.people, incoming = try await here.bring(.file(try await there.file(try await there.offer())), by: people.rita)
            let verb = try here.acceptance(of: incoming, into: people.class7, isChecked: true)
            pupil = try await here.world.perform(verb, by: people.rita, at: World.now)
        }
        func reads(_ viewer: Viewer) async throws -> Bool { try await here.world.outcome(ReadRecord(pupil: pupil), by: viewer) == nil }
    }

    @Test("what came is read by those who read the pupil's diary, and by nobody else", arguments: TestDatabase.available)
    func readers(_ kind: TestDatabase) async throws {
        let accepted = try await Accepted(kind), people = accepted.here.people
        for reader in [people.rita, people.vera] { #expect(try await accepted.reads(reader)) }
        for stranger in [people.igor, people.olga, people.veraAsMother, people.masha, people.petya, people.xenia, people.zoya, people.yura] {
            #expect(try await !accepted.reads(stranger), "\(stranger.name.full)")
        }
        let own = Viewer(person: accepted.pupil, name: people.petya.name, hat: people.petya.hat)
        #expect(try await accepted.reads(own))
        #expect(try await accepted.here.traces(of: people.rita.school, "transfer.read") == 2, "of the staff a trace says who has looked")
    }

    @Test("the marks brought stay out of the journal and stand beside those put here", arguments: TestDatabase.available)
    func joined(_ kind: TestDatabase) async throws {
        let accepted = try await Accepted(kind), people = accepted.here.people, world = accepted.here.world
        let before = try await world.site.read { tx in try tx.rows("SELECT lesson_id FROM mark WHERE pupil_id = \(accepted.pupil)").count }
        #expect(before == 0)
        try await world.site.database.write { tx in
            try tx.rows(
                "INSERT INTO mark (lesson_id, pupil_id, school_id, value, put_by, put_at, revision) VALUES (\(people.mathsNext), \(accepted.pupil), \(people.rita.school), 3, \(people.vera.person), \(World.now), 1)"
            )
        }
        let shown = try await world.perform(ReadRecord(pupil: accepted.pupil), by: people.vera)
        #expect(shown.joined == [JoinedMarks(subject: "Математика", before: [5, 4], here: [3])])
        #expect(shown.joined.first?.mean == 400)
    }
}

@Suite struct TransferRoutesTests {
    static let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    /// The whole way by pages: Rita sends, Xenia accepts.
    @Test("a pupil is sent and accepted by pages alone, without a script", arguments: TestDatabase.available)
    func byPages(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind).withoutEnd(), people = arranged.people, world = arranged.world, petya = people.petya.person.number
        let paper = try await world.browse(as: people.rita) { client in
            try await client.execute(uri: "/transfer/new", method: .get) { #expect(String(buffer: $0.body).contains("7А")) }
            try await client.execute(uri: "/transfer/new?class=\(people.class7.id.number)", method: .get) {
                #expect(String(buffer: $0.body).contains("Петин Петя"))
            }
            try await client.execute(uri: "/transfer/pupils/\(petya)", method: .get) { #expect($0.status == .ok) }
            let body = "formToken=form-token&order=41&orderDay=\(Arranged.clockDay)&lastDay=2026-11-10&addressee=&address="
            let place = try await client.execute(uri: "/transfer/pupils/\(petya)", method: .post, headers: Self.form, body: ByteBuffer(string: body)) {
                #expect($0.status == .seeOther)
                return $0.headers[.location] ?? ""
            }
            try await client.execute(uri: "/transfer/pupils/\(petya)", method: .get) { #expect($0.headers[.location] == place) }
            try await client.execute(uri: place + "/file", method: .get) { #expect($0.headers[.contentDisposition]?.hasPrefix("attachment") == true) }
            return try await client.execute(uri: place + "/paper", method: .get) { String(buffer: $0.body) }
        }
        let code = try #require(paper.firstMatch(of: /[0-9A-Z]{5}-[0-9A-Z]{5}/)).output
        #expect(paper.contains(try arranged.key.publicKey.fingerprint) && paper.contains("Математика"))
        try await world.browse(as: people.xenia) { client in
            let place = try await client.execute(
                uri: "/transfer/code", method: .post, headers: Self.form, body: ByteBuffer(string: "formToken=form-token&code=\(code)")
            ) {
                $0.headers[.location] ?? ""
            }
            try await client.execute(uri: place, method: .get) { #expect(String(buffer: $0.body).contains("Петин Петя")) }
            let body = "formToken=form-token&class=\(people.classFar.id.number)&since=\(Arranged.clockDay + 1)"
            try await client.execute(uri: place + "/accept", method: .post, headers: Self.form, body: ByteBuffer(string: body)) {
                #expect($0.headers[.location] == "/previous-school/\(petya)")
            }
            try await client.execute(uri: "/previous-school/\(petya)", method: .get) { #expect(String(buffer: $0.body).contains("Школа № 58")) }
        }
    }

    @Test("what is wrong stands at its field, and what was typed is kept")
    func refused() async throws {
        let arranged = try await Arranged(.sqlite), people = arranged.people, petya = people.petya.person.number
        try await arranged.world.browse(as: people.rita) { client in
            let body = "formToken=form-token&order=&orderDay=2026-11-10&lastDay=2026-11-10&addressee=%3Cb%3E&address=1"
            try await client.execute(uri: "/transfer/pupils/\(petya)", method: .post, headers: Self.form, body: ByteBuffer(string: body)) {
                let page = String(buffer: $0.body)
                #expect($0.status == .unprocessableContent && page.contains("id=\"address-why\"") && page.contains("value=\"&lt;b&gt;\""))
            }
            try await client.execute(uri: "/transfer/code", method: .post, headers: Self.form, body: ByteBuffer(string: "formToken=form-token&code=zzz")) {
                #expect($0.status == .unprocessableContent && String(buffer: $0.body).contains("value=\"zzz\""))
            }
            let broken =
                "--x\r\nContent-Disposition: form-data; name=\"formToken\"\r\n\r\nform-token\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.json\"\r\n\r\n{}\r\n--x--"
            try await client.execute(
                uri: "/transfer/file", method: .post, headers: [.contentType: "multipart/form-data; boundary=x"], body: ByteBuffer(string: broken)
            ) {
                #expect($0.status == .unprocessableContent && String(buffer: $0.body).contains("id=\"file-why\""))
            }
        }
    }

    @Test("the office's pages do not exist for anyone else; the public key is there for everybody")
    func strangers() async throws {
        let arranged = try await Arranged(.sqlite), people = arranged.people, id = try await arranged.offer().number
        for viewer in [people.vera, people.olga, people.petya, people.xenia] {
            try await arranged.world.browse(as: viewer) { client in
                for path in [
                    "/transfer/packages/\(id)", "/transfer/packages/\(id)/paper", "/transfer/packages/\(id)/file",
                    "/transfer/pupils/\(people.masha.person.number)",
                ] {
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .notFound, "\(viewer.name.full) \(path)") }
                }
                try await client.execute(uri: "/transfer", method: .get) { #expect($0.status == (viewer == people.xenia ? .ok : .notFound)) }
            }
        }
        try await arranged.world.browse(as: nil) { client in
            try await client.execute(uri: "/transfer/key", method: .get) {
                let info = try JSONDecoder().decode(SenderKeyInfo.self, from: Data(String(buffer: $0.body).utf8))
                let own = try arranged.key.publicKey.base64
                #expect($0.status == .ok && info.publicKey == own)
            }
        }
    }

    @Test("no page asks more as packages grow in number", arguments: TestDatabase.available)
    func queries(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), arranged = try await Arranged(try await World(database: database)), people = arranged.people
        let paths = ["/transfer", "/transfer/new", "/transfer/new?class=\(people.class7.id.number)", "/previous-school"]
        func counts() async throws -> [Int] {
            try await arranged.world.browse(as: people.rita) { client in
                var counts: [Int] = []
                for path in paths {
                    database.reset()
                    try await client.execute(uri: path, method: .get) { #expect($0.status == .ok) }
                    counts.append(database.count)
                }
                return counts
            }
        }
        let few = try await counts()
        _ = try await arranged.offer()
        _ = try await arranged.offer(people.masha)
        _ = try await arranged.offer(people.kolya)
        #expect(try await counts() == few)
        #expect(few.allSatisfy { $0 <= 4 })
    }
}

@Suite struct TransferErasureTests {
    @Test("after an erasure nothing of the pupil is in the transfer's tables, and of a guardian not the name", arguments: TestDatabase.available)
    func erased(_ kind: TestDatabase) async throws {
        let arranged = try await Arranged(kind), people = arranged.people
        let incoming = try await arranged.bring(.code(try await arranged.code(try await arranged.offer())))
        try await arranged.world.perform(try arranged.acceptance(of: incoming), by: people.xenia)
        _ = try await arranged.offer(people.masha)
        func everything() async throws -> String {
            try await arranged.world.site.read { tx in
                let tables: [SQL] = ["SELECT * FROM transfer_package", "SELECT * FROM transfer_incoming", "SELECT * FROM transfer_received"]
                return try tables.map { try "\(tx.rows($0))" }.joined()
            }
        }
        #expect(try await everything().contains("Ольга"))
        // Olga came to the new school with her son.
        try await arranged.world.site.database.write { tx in
            try tx.rows(
                "INSERT INTO membership (school_id, person_id, role, since) VALUES (\(people.xenia.school), \(people.olga.person), 'guardian', \(World.today))")
        }
        #expect(try await arranged.world.site.database.write { tx in try TransferErasure.erase(people.olga.person, tx) } == 1)
        #expect(try await !everything().contains("Ольга"))
        #expect(try await everything().contains("Петин"))
        let count = try await arranged.world.site.database.write { tx in try TransferErasure.erase(people.petya.person, tx) }
        #expect(count == 2)
        #expect(try await !everything().contains("Петин"))
        #expect(try await arranged.world.site.database.write { tx in try TransferErasure.erase(people.petya.person, tx) } == 0)
    }
}
