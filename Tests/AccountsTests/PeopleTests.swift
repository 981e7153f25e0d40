import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts

@Suite struct PeopleTests {
    @Test("only those who rule over the school's people enter them, grant roles, give logins and put names right", arguments: TestDatabase.available)
    func onlyRulers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let hash = try await PasswordWorks(cost: .light).hash(.random())
        let verbs: [any Verb] = [
            RegisterPerson(PersonName(family: "Новая", given: "Нина"), as: .subjectTeacher, since: World.today),
            GrantRole(.deputy, to: people.igor.person, since: World.today),
            GiveCredential(to: people.igor.person, login: try Login("igor"), hash: hash),
            CorrectName(of: people.igor.person, to: PersonName(family: "Игоревский", given: "Игорь")),
            EndRole(.subjectTeacher, of: people.igor.person, on: World.today),
        ]
        for verb in verbs {
            for stranger in [people.vera, people.igor, people.olga, people.petya, people.veraAsMother] {
                #expect(try await world.outcome(verb, by: stranger) == .forbidden(.onlyAdministrators), "\(verb)")
            }
            #expect(try await world.outcome(verb, by: people.rita) == nil, "\(verb)")
        }
    }

    @Test("another school's administrator finds nobody of ours", arguments: TestDatabase.available)
    func otherSchool(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let hash = try await PasswordWorks(cost: .light).hash(.random())
        let verbs: [any Verb] = [
            GrantRole(.subjectTeacher, to: people.igor.person, since: World.today),
            GiveCredential(to: people.igor.person, login: try Login("igor"), hash: hash),
            CorrectName(of: people.igor.person, to: PersonName(family: "А", given: "Б")), EndRole(.subjectTeacher, of: people.igor.person, on: World.today),
            GrantRole(.subjectTeacher, to: ID(999_999), since: World.today),
        ]
        for verb in verbs { #expect(try await world.outcome(verb, by: people.xenia) == .notFound, "\(verb)") }
    }

    @Test("a login is one person's; another's is refused and nothing changes", arguments: TestDatabase.available)
    func loginOnce(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let hash = try await PasswordWorks(cost: .light).hash(.random())
        #expect(try await world.outcome(GiveCredential(to: people.igor.person, login: Login("same"), hash: hash), by: people.rita) == nil)
        #expect(try await world.outcome(GiveCredential(to: people.olga.person, login: Login("SAME"), hash: hash), by: people.rita) == .conflict(.loginTaken))
        #expect(try await world.outcome(GiveCredential(to: people.igor.person, login: Login("same"), hash: hash), by: people.rita) == nil)
    }

    @Test("each change of a person leaves a trace with who, what, from and to", arguments: TestDatabase.available)
    func traces(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(CorrectName(of: people.igor.person, to: PersonName(family: "Новый", given: "Игорь")), by: people.rita)
        let trace = try await world.site.read { tx in try tx.one("SELECT by_id, what, about, was, became, at FROM trace ORDER BY id DESC LIMIT 1") }
        #expect(
            try trace.int("by_id") == people.rita.person.number && trace.text("what") == "accounts.name"
                && trace.text("about") == "person:\(people.igor.person.number)")
        #expect(try trace.text("was") == "Игорев Игорь" && trace.text("became") == "Новый Игорь" && trace.moment("at") == World.now)
    }

    @Test("everyone without a login gets one of their name, each another; a second time nobody does", arguments: TestDatabase.available)
    func logins(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let hash = try await PasswordWorks(cost: .light).hash(.random())
        try await world.perform(RegisterPerson(PersonName(family: "Игорев", given: "Илья"), as: .pupil, since: World.today), by: people.rita)
        let waiting = try await world.site.read { tx in try GiveLogins.withoutLogin(by: people.rita, in: tx) }
        let given = try await world.perform(GiveLogins(Dictionary(uniqueKeysWithValues: waiting.map { ($0.person, hash) })), by: people.rita)
        #expect(given.count == people.ours.count && Set(given.values.map(\.key)).count == given.count)
        #expect(Set(given.values.map(\.text)).isSuperset(of: ["igorev.i", "igorev.i2", "petina.o", "verina.v"]))
        #expect(try await world.site.read { tx in try GiveLogins.withoutLogin(by: people.rita, in: tx) }.isEmpty)
        #expect(try await world.outcome(GiveLogins([:]), by: people.vera) == .forbidden(.onlyAdministrators))
    }

    @Test(
        "a name in Latin letters", arguments: zip(["Щукин-Ёлкин", "Gülşen", "李", "О'Нил", "Подъячев"], ["shchukin-elkin", "glen", "", "onil", "podieiachev"]))
    func latin(_ name: String, _ latin: String) { #expect(Login.latin(name) == latin) }
}
