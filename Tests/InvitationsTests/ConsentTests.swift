import Accounts
import Consents
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import School
import Storage
import TestKit
import Testing
import Web
import WebCore

@testable import Invitations

@Suite struct ConsentTests {
    @Test("where consents come first a guardian signs by the code and is in; the ledger says what, on which text and when", arguments: TestDatabase.available)
    func guardianSigns(_ kind: TestDatabase) async throws {
        let world = try await World.consentsFirst(kind), people = world.people, olga = try #require(try await world.codes().of(people.olga)).code
        let wanted = try #require(try await world.wanted { _ = try await world.come(olga) })
        #expect(wanted.texts.map(\.purpose) == [.processing, .processing, .diary] && !wanted.hasChanged)
        #expect(wanted.texts.map(\.isRequired) == [true, false, false], "what concerns the child is no condition of the mother's own access")
        #expect(wanted.texts.allSatisfy { !$0.body.isEmpty })
        try await world.come(olga, consents: Set(wanted.texts.map(\.key)))
        let entries: SQL = "SELECT COUNT(*) AS n FROM consent WHERE signer_id = \(people.olga.person) AND word = 'agree' AND version = 1"
        #expect(try await world.count("\(entries) AND entered_at = \(World.now) AND signed_on = \(World.today)") == 3)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM sign_in WHERE person_id = \(people.olga.person)") == 1)
    }

    @Test("who does not agree is not in, nothing is written, and the code is still good", arguments: TestDatabase.available)
    func disagrees(_ kind: TestDatabase) async throws {
        let world = try await World.consentsFirst(kind), people = world.people, olga = try #require(try await world.codes().of(people.olga)).code
        let texts = try #require(try await world.wanted { _ = try await world.come(olga) }).texts, own = try #require(texts.first { $0.isRequired })
        let child = Set(texts.filter { !$0.isRequired }.map(\.key))
        #expect(try await world.wanted { _ = try await world.come(olga, consents: child.union(["processing-own-own", "x", ""])) } != nil)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == 0)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE signer_id = \(people.olga.person)") == 0)
        try await world.come(olga, consents: [own.key])
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE signer_id = \(people.olga.person)") == 1, "nothing is signed silently")
    }

    @Test("a pupil for whom the guardian signs comes in only after the guardian", arguments: TestDatabase.available)
    func pupil(_ kind: TestDatabase) async throws {
        let world = try await World.consentsFirst(kind), people = world.people, codes = try await world.codes()
        let (petya, olga) = (try #require(codes.of(people.petya)).code, try #require(codes.of(people.olga)).code)
        try await world.visit { client in
            try await client.execute(uri: "/join/\(petya.grouped)", method: .get) {
                let page = String(buffer: $0.body)
                #expect($0.status == .ok && page.contains("только после согласия родителя") && !page.contains(#"name="password""#))
            }
        }
        #expect(try await world.refusal(petya) == .forbidden(.guardianFirst))
        let texts = try #require(try await world.wanted { _ = try await world.come(olga) }).texts
        try await world.come(olga, consents: Set(texts.map(\.key)))
        #expect(try await world.refusal(petya) == nil)
    }

    @Test(
        "one who is not entered yet gets the page again with the texts and the name, then is in; a double click signs once", arguments: TestDatabase.available)
    func newcomer(_ kind: TestDatabase) async throws {
        let world = try await World.consentsFirst(kind), people = world.people
        let code = try await world.perform(InvitePeople(.guardian, pupil: people.petya.person), by: people.rita).codes[0].code
        let name = "family=\("Новикова".sent)&given=\("Анна".sent)&login=anna&password=three+words+here"
        let path = "/join/\(code.grouped)"
        try await world.visit { client in
            try await client.execute(uri: path, method: .post, headers: .form, body: ByteBuffer(string: name)) {
                let page = String(buffer: $0.body)
                #expect($0.status == .ok && $0.headers[.setCookie] == nil)
                for word in ["Новикова", "processing-own-own-1", "Полный текст", "Остался один шаг"] { #expect(page.contains(word), "\(word)") }
                #expect(!page.contains("three words here"))
            }
            try await client.execute(uri: path, method: .post, headers: .form, body: ByteBuffer(string: name + "&texts=shown")) {
                #expect($0.status == .conflict && String(buffer: $0.body).contains("подпишите его на бумаге в школе"))
            }
            let agreed = ByteBuffer(string: name + "&texts=shown&" + "consent[]".sent + "=processing-own-own-1")
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<2 { group.addTask { try await client.execute(uri: path, method: .post, headers: .form, body: agreed) { $0.status } } }
                for try await status in group { #expect(status == .seeOther) }
            }
        }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM credential") == 1)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE signer_id <> \(people.rita.person)") == 1)
    }

    @Test("a text that was changed between showing and signing is shown again", arguments: TestDatabase.available)
    func changed(_ kind: TestDatabase) async throws {
        let world = try await World.consentsFirst(kind), people = world.people, olga = try #require(try await world.codes().of(people.olga)).code
        let old = Set(try #require(try await world.wanted { _ = try await world.come(olga) }).texts.map(\.key))
        try await world.perform(ChangeWording(.processing, body: "Новый текст", asksAgain: true, seen: 1), by: people.rita)
        let again = try #require(try await world.wanted { try await world.come(olga, consents: old) })
        #expect(again.hasChanged && again.texts.first?.body == "Новый текст")
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE signer_id = \(people.olga.person)") == 0)
        try await world.come(olga, consents: Set(again.texts.map(\.key)))
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE signer_id = \(people.olga.person) AND version = 2") == 2)
    }

    @Test("a school without the rule lets in who has agreed to nothing, and signs nothing for them", arguments: TestDatabase.available)
    func withoutRule(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, codes = try await world.codes()
        try await world.come(try #require(codes.of(people.olga)).code)
        try await world.come(try #require(codes.of(people.petya)).code)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent") == 0)
        let vera = try #require(try await world.codes(of: .staff).of(people.vera)).code
        try await world.come(vera, consents: ["processing-own-own-1"])
        #expect(try await world.count("SELECT COUNT(*) AS n FROM consent WHERE person_id = \(people.vera.person)") == 1)
    }

    @Test("one who has taken the consent back takes no login by a code, whatever the rule", arguments: TestDatabase.available)
    func takenBack(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, olga = try #require(try await world.codes().of(people.olga)).code
        try await world.perform(SignConsent(for: people.olga.person, .processing, agrees: false, version: 1), by: people.olga)
        #expect(try await world.refusal(olga) == .forbidden(.accessClosed))
        let hash = try await world.parts.passwords.hash(Password(typed: "three words here"))
        await #expect(throws: Denial.forbidden(.accessClosed)) {
            try await world.site.database.write { tx in
                try TakeCredential(people.olga.person, login: Login("olga"), hash: hash).run(in: people.olga.school, at: World.now, in: tx)
            }
        }
    }

    @Test("one who is signed in and comes to a school where consents come first agrees there too", arguments: TestDatabase.available)
    func withAccount(_ kind: TestDatabase) async throws {
        let world = try await World.consentsFirst(kind), people = world.people
        let code = try await world.perform(InvitePeople(.subjectTeacher), by: people.rita).codes[0].code
        let texts = try #require(try await world.wanted { _ = try await world.perform(UseCodeWithAccount(code: code), by: people.zoya) }).texts
        #expect(texts.map(\.key) == ["processing-own-own-1"])
        try await world.perform(UseCodeWithAccount(code: code, consents: Set(texts.map(\.key))), by: people.zoya)
        let viewer = try #require(try await world.site.read { tx in try AccountsStore.viewer(people.zoya.person, side: .staff, tx) })
        #expect(Set(([viewer.hat] + viewer.otherHats).map(\.school.id)) == [people.rita.school, people.zoya.school])
    }
}

extension World {
    /// A school that opens only after consents; its administrator has given hers.
    static func consentsFirst(_ kind: TestDatabase) async throws -> World {
        let world = try await World.open(kind), rita = world.people.rita
        try await world.perform(SignConsent(for: rita.person, .processing, agrees: true, version: 1), by: rita)
        try await world.perform(SetConsentRule(consentsFirst: true, backupDays: 30), by: rita)
        return world
    }

    /// The texts for want of which nothing was done.
    func wanted(_ act: () async throws -> Void) async throws -> ConsentsWanted? {
        do {
            try await act()
            return nil
        } catch let wanted as ConsentsWanted { return wanted }
    }
}
