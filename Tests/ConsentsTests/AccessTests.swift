import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import Consents
@testable import Messaging

@Suite struct AccessTests {
    @Test("a withdrawn consent closes access at once, and the child's diary to the family; a new one opens both", arguments: TestDatabase.available)
    func withdrawal(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        try await families.signIn(people.petya)
        try await families.say(true, .processing, for: people.petya, by: people.olga)
        try await families.say(true, .diary, for: people.petya, by: people.olga)
        #expect(try await families.isOpen(people.petya))
        try await families.say(false, .processing, for: people.petya, by: people.olga)
        #expect(try await !families.isOpen(people.petya))
        #expect(try await families.isOpen(people.olga), "the mother's own access is another consent")
        #expect(try await families.count("SELECT COUNT(*) AS count FROM sign_in WHERE person_id = \(people.petya.person)") == 0)
        #expect(try await families.world.site.read { tx in try SchoolAccess.children(of: people.olga, in: tx) }.isEmpty)
        #expect(try await families.waiting().map(\.person) == [people.petya.person])
        try await families.say(true, .processing, for: people.petya, by: people.olga)
        #expect(try await families.isOpen(people.petya))
        #expect(try await families.waiting().isEmpty)
        #expect(try await families.world.site.read { tx in try SchoolAccess.children(of: people.olga, in: tx) }.count == 1)
    }

    @Test("once the consent is gone the family neither sees the child's diary nor hears of it", arguments: TestDatabase.available)
    func hearing(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people, school = families.school
        let heard = { try await families.world.site.read { tx in try SchoolStore.household(of: people.petya.person, in: school, tx) } }
        #expect(try await heard() == [people.petya.person, people.olga.person])
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        #expect(try await heard().isEmpty)
    }

    @Test("where the school asks for consents first nobody comes in without them, nor gets a login, nor sits in a chat", arguments: TestDatabase.available)
    func consentsFirst(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people, hash = PasswordHash(text: "x")
        let rule = SetConsentRule(consentsFirst: true, backupDays: 30)
        #expect(try await families.world.outcome(rule, by: people.vera) == .forbidden(.onlyAdministrators))
        #expect(try await families.world.outcome(rule, by: people.rita) == .invalid(field: "consentsFirst", .ownConsentFirst))
        try await families.say(true, .processing, for: people.rita, by: people.rita)
        try await families.world.perform(rule, by: people.rita)
        for shut in [people.petya, people.olga, people.vera, people.igor] { #expect(try await !families.isOpen(shut)) }
        #expect(try await families.isOpen(people.rita), "the other school has its own rule")
        #expect(try await families.isOpen(people.xenia), "the other school has its own rule")
        let login = try Login("olga"), give = GiveCredential(to: people.olga.person, login: login, hash: hash)
        #expect(try await families.world.outcome(give, by: people.rita) == .forbidden(.accessClosed))
        #expect(try await !families.world.site.read { tx in try GiveLogins.withoutLogin(by: people.rita, in: tx) }.contains { $0.person == people.olga.person })
        let chats = try await families.world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        #expect(try await families.rows("SELECT person_id FROM chat_member WHERE chat_id = \(chats.forFamilies) AND present = 1").isEmpty)
        let school = families.school
        try await families.world.site.database.write { tx in
            try ConsentGate.sign(
                try ConsentGate.asked(of: people.olga.person, in: school, at: World.now, tx), by: people.olga.person, in: school, at: World.now, tx)
            try families.world.site.settle(tx)
        }
        #expect(try await families.isOpen(people.olga))
        #expect(try await families.isOpen(people.petya))
        #expect(try await families.world.outcome(give, by: people.rita) == nil)
        #expect(try await families.rows("SELECT person_id FROM chat_member WHERE chat_id = \(chats.forFamilies) AND present = 1").count == 1)
    }

    @Test("one whose consent is gone is told so at the door", arguments: TestDatabase.available)
    func door(_ kind: TestDatabase) async throws {
        let families = try await Families.open(kind), people = families.people
        let works = try PasswordWorks(cost: .light), hash = try await works.hash(try Password(chosen: "три разных слова", field: "new", login: "olga"))
        try await families.world.perform(GiveCredential(to: people.olga.person, login: try Login("olga"), hash: hash), by: people.rita)
        let enter = SignIn(login: "olga", password: Password(typed: "три разных слова"), place: SignInPlace(address: "test", device: nil))
        _ = try await enter.run(in: families.world.site, works, at: World.now)
        try await families.say(false, .processing, for: people.olga, by: people.olga)
        await #expect(throws: Denial.forbidden(.accessClosed)) { try await enter.run(in: families.world.site, works, at: World.now) }
    }
}

extension Families {
    func signIn(_ viewer: Viewer) async throws {
        try await world.site.database.write { tx in
            try SignInStore.begin(Token(), formToken: "f", of: viewer.person, as: viewer.hat, from: SignInPlace(address: "a", device: nil), at: World.now, tx)
        }
    }
}
