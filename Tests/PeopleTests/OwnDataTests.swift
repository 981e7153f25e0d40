import Foundation
import Hummingbird
import HummingbirdTesting
import Journal
import Kernel
import Messaging
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Accounts
@testable import People

@Suite struct OwnDataTests {
    @Test("one reads all that is kept about oneself and one's children, and of nobody else", arguments: TestDatabase.available)
    func own(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let chats = try await world.perform(OpenClassChats(of: people.class7.id), by: people.rita)
        try await world.perform(PostMessage(.init("моё сообщение"), as: .init("own-data-1"), in: chats.forClass), by: people.petya)
        try await world.perform(PutMark(try .init(5), for: people.petya.person, at: people.mathsNow), by: people.vera)
        let ofPetya = try await world.get("/more/data", as: people.petya).text
        for words in ["Петин", "7А", "Математика", "моё сообщение", "Петина Ольга"] { #expect(ofPetya.contains(words), "\(words)") }
        #expect(!ofPetya.contains("Машин"))
        let ofOlga = try await world.get("/more/data", as: people.olga).text
        #expect(ofOlga.contains("Петина") && ofOlga.contains("Петин Петя") && ofOlga.contains("Математика") && !ofOlga.contains("Машин"))
        // A teacher sees each side apart.
        #expect(try await !world.get("/more/data", as: people.vera).text.contains("Колин Коля</h2>"))
        #expect(try await world.get("/more/data", as: people.veraAsMother).text.contains("Колин Коля</h2>"))
        let json = try await world.get("/more/data/json", as: people.olga)
        let file = try JSONDecoder().decode(OwnDataExport.File.self, from: Data(json.text.utf8))
        #expect(file.people.map(\.name) == ["Петина Ольга", "Петин Петя"] && file.people[1].data["marks"]?.first?["told"] == "5")
        #expect(try await world.get("/more/data/page", as: people.olga).text.contains("<h2>Петин Петя</h2>"))
    }

    @Test(
        "a request to correct: asked by the family, vouched for by the class teacher, made by the administrator; each sees how it stands",
        arguments: TestDatabase.available)
    func correction(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, petya = people.petya.person
        let form = "attempt=attempt-7&person=\(petya.number)&field=family&note=свидетельство&value=Новиков".addingPercent
        for _ in 0..<2 { #expect(try await world.post("/more/corrections", form, as: people.olga).status == .seeOther) }
        #expect(try await world.count("SELECT COUNT(*) AS n FROM correction_request") == 1)
        #expect(try await world.get("/more/data", as: people.olga).text.contains("ждёт ответа"))
        #expect(try await world.get("/people/corrections", as: people.vera).text.contains("Новиков"))
        #expect(try await world.get("/people/corrections", as: people.igor).status == .notFound)
        #expect(try await !world.get("/people/corrections", as: people.xenia).text.contains("Новиков"))
        #expect(try await world.outcome(MakeCorrection(correction: ID(1)), by: people.vera) != nil)
        #expect(try await world.outcome(MakeCorrection(correction: ID(1)), by: people.xenia) == .notFound)
        try await world.perform(VouchCorrection(correction: ID(1)), by: people.vera)
        #expect(try await world.get("/people/corrections", as: people.rita).text.contains("документы видел(а) Верина В."))
        #expect(try await world.get("/today", as: people.rita).text.contains("1 просьба исправить данные"))
        #expect(try await world.post("/people/corrections/1/make", "", as: people.rita).status == .seeOther)
        #expect(try await world.found("новиков", by: people.rita) == ["Новиков Петя"])
        #expect(try await world.outcome(MakeCorrection(correction: ID(1)), by: people.rita) == .conflict(.answeredAlready))
        #expect(try await world.get("/more/data", as: people.olga).text.contains("исправлено"))
    }

    @Test("a request is refused with a reason that the person reads", arguments: TestDatabase.available)
    func refusal(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, olga = people.olga
        try await world.perform(
            AskCorrection(person: olga.person, field: .bornOn, value: "1.9.1985", note: "", attempt: try Attempt(sent: "attempt-8")), by: olga)
        #expect(try await world.outcome(RefuseCorrection(correction: ID(1), reason: " "), by: people.rita) != nil)
        try await world.perform(RefuseCorrection(correction: ID(1), reason: "принесите паспорт"), by: people.rita)
        let page = try await world.get("/more/data", as: olga).text
        #expect(page.contains("отказано") && page.contains("принесите паспорт") && page.contains("1 сентября 1985"))
    }

    @Test("nobody asks about another's child, grants their own wish, or asks for what no name is; what was typed stays", arguments: TestDatabase.available)
    func limits(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, rita = people.rita
        func ask(_ person: ID<Person>, _ field: Correction.Field, _ value: String, by viewer: Viewer) async throws -> Denial? {
            try await world.outcome(AskCorrection(person: person, field: field, value: value, note: "", attempt: Attempt()), by: viewer)
        }
        for person in [people.masha, people.zoya, people.pavel] { #expect(try await ask(person.person, .given, "Анна", by: people.olga) == .notFound) }
        for (field, value) in [(Correction.Field.family, "Петина ✓"), (.given, ""), (.bornOn, "вчера"), (.sex, "да"), (.other, "")] {
            guard case .invalid("value", _) = try await ask(people.olga.person, field, value, by: people.olga) else { Issue.record("\(value)"); continue }
        }
        #expect(try await ask(rita.person, .given, "Маргарита", by: rita) == nil)
        guard case .forbidden = try await world.outcome(MakeCorrection(correction: ID(1)), by: rita) else { Issue.record("own wish"); return }
        let form = "attempt=attempt-9&person=\(people.olga.person.number)&field=family&note=пояснение&value=Петина1".addingPercent
        let refused = try await world.post("/more/corrections", form, as: people.olga)
        #expect(
            refused.status == .unprocessableContent && refused.text.contains("Петина1") && refused.text.contains("пояснение")
                && refused.text.contains("Знак «1»"))
        for _ in 0..<20 { _ = try await ask(people.olga.person, .other, "ещё", by: people.olga) }
        guard case .conflict = try await ask(people.olga.person, .other, "ещё", by: people.olga) else { Issue.record("a flood of requests"); return }
    }
}
