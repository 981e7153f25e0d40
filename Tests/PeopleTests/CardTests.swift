import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct CardTests {
    @Test("a card shows what its reader may know: heads everything, a class teacher the home, a colleague the role", arguments: TestDatabase.available)
    func readers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let byRita = try await world.perform(ReadCard(person: people.petya.person), by: people.rita)
        #expect(byRita.guardians.map(\.name.given) == ["Ольга"] && byRita.classes.map(\.name) == ["7А"] && byRita.signIn != nil)
        let byVera = try await world.perform(ReadCard(person: people.petya.person), by: people.vera)
        #expect(byVera.guardians.map(\.name.given) == ["Ольга"] && byVera.signIn == nil && byVera.acts.isEmpty)
        // Vera is Kolya's mother; Igor sees a teacher.
        let colleague = try await world.perform(ReadCard(person: people.vera.person), by: people.igor)
        #expect(Set(colleague.roles.map(\.role)) == [.subjectTeacher, .classTeacher] && colleague.children.isEmpty && colleague.bornOn == nil)
        let head = try await world.perform(ReadCard(person: people.vera.person), by: people.rita)
        #expect(head.children.map(\.name.given) == ["Коля"] && head.roles.contains { $0.role == .guardian })
        for (person, viewer) in [
            (people.petya, people.igor), (people.kolya, people.vera), (people.petya, people.olga), (people.petya, people.petya), (people.petya, people.xenia),
            (people.zoya, people.rita),
        ] { #expect(try await world.outcome(ReadCard(person: person.person), by: viewer) == .notFound, "\(person.name.full) by \(viewer.name.full)") }
    }

    @Test("reading a child’s card is written down, once for one reading; the director sees it, the administrator does not", arguments: TestDatabase.available)
    func readingIsLogged(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        try await world.perform(ReadCard(person: people.vera.person), by: rita)
        #expect(try await world.traces("people.card") == 0, "a teacher is no child")
        for _ in 0..<3 { try await world.perform(ReadCard(person: people.petya.person), by: rita) }
        #expect(try await world.traces("people.card") == 1)
        try await world.perform(ReadCard(person: people.petya.person), by: people.vera)
        try await world.perform(ReadCard(person: people.petya.person), by: rita, at: World.now + 601)
        #expect(try await world.traces("people.card") == 3)
        _ = try await world.outcome(ReadCard(person: people.petya.person), by: people.igor)
        #expect(try await world.traces("people.card") == 3, "who is not let in reads nothing")
        let log = try await world.get("/log?kind=people.card", as: world.director)
        #expect(log.text.contains("Просмотр карточки ребёнка") && log.text.contains("Ритина Р."))
        #expect(try await !world.get("/log?kind=people.card", as: rita).text.contains("Петин П."))
        #expect(try await !world.get("/log?person=\(people.petya.person.number)", as: rita).text.contains("Просмотр карточки"))
    }

    @Test("the page of a card", arguments: TestDatabase.available)
    func page(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.perform(GiveCredential(to: people.petya.person, login: Login("petya"), hash: PasswordHash(text: "x")), by: people.rita)
        let card = try await world.get("/people/\(people.petya.person.number)", as: people.rita)
        for words in ["Петин Петя", "ученик", "7А", "Петина Ольга", "Логин: petya", "записывается"] { #expect(card.text.contains(words), "\(words)") }
        #expect(try await world.get("/people/987654321", as: people.rita).status == .notFound)
    }

    @Test("all of a person’s sign-ins in the school are ended, and none elsewhere", arguments: TestDatabase.available)
    func signIns(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        try await world.site.database.write { tx in
            for (place, school) in [people.rita.school, people.rita.school, people.xenia.school].enumerated() {
                try tx.rows(
                    """
                    INSERT INTO sign_in (person_id, school_id, side, token_hash, form_token, began_at, renewed_at, expires_at, address, device)
                    VALUES (\(people.olga.person), \(school), 'family', \([UInt8(place)]), 'f', \(World.now), \(World.now), \(World.now + 3600), '', '')
                    """)
            }
        }
        #expect(try await world.outcome(EndSignIns(of: people.olga.person), by: people.vera) != nil)
        #expect(try await world.outcome(EndSignIns(of: people.olga.person), by: people.xenia) == .notFound)
        try await world.perform(EndSignIns(of: people.olga.person), by: people.rita)
        #expect(try await world.count("SELECT COUNT(*) AS n FROM sign_in WHERE person_id = \(people.olga.person)") == 1)
        #expect(try await world.traces("accounts.sign-ins") == 1)
    }
}
