import Accounts
import HTTPTypes
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Regions

@Suite struct CardTests {
    static let form = [
        "name": "Школа № 58", "kind": "additional", "zone": "Asia/Omsk", "fullName": "Дом творчества", "director": "Тайнов Тихон", "address": "ул. Мира, 2",
        "site": "dom.example", "phone": "+7 (383) 222-33-44", "email": "dom@example.org", "help": "Рита, каб. 12", "programmes-additional": "1",
        "pupils": "120", "staff": "", "procedure": "только для департамента",
    ]

    @Test("the administrator puts the card right, everybody in the school reads it, and the trace holds no values", arguments: TestDatabase.available)
    func changes(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, people = world.people
        try await world.perform(
            ChangeCard(name: "Ближний округ", kind: .general, zone: .moscow, contents: SchoolCard.Contents(phone: "8 800 200-60-12", help: "будни с 9")),
            by: departments.marina)
        #expect(try await world.get("/school/card/edit", as: people.rita).status == .ok)
        #expect(try await world.post("/school/card", Self.form, as: people.rita).status == .seeOther)
        for viewer in [people.vera, people.petya, people.olga] {
            let page = try await world.get("/school/card", as: viewer)
            #expect(page.page.contains("Дом творчества") && page.page.contains("Рита, каб. 12") && page.page.contains("8 800 200-60-12"))
            #expect(!page.page.contains("только для департамента") && !page.page.contains("/school/card/edit"))
            #expect(try await world.get("/school/card/edit", as: viewer).status == .forbidden)
            #expect(try await world.post("/school/card", Self.form, as: viewer).status == .forbidden)
        }
        #expect(try await !world.get("/school/card", as: people.xenia).page.contains("Дом творчества"))
        #expect(try await world.get("/api/v1/school/card", as: people.petya).page.contains(#""zone":"Asia/Omsk""#))
        #expect(try await world.count("SELECT COUNT(*) AS many FROM trace WHERE school_id = \(people.rita.school) AND became LIKE '%Тайнов%'") == 0)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM trace WHERE school_id = \(people.rita.school) AND what = 'regions.zone'") == 1)
        let traces = try await world.count("SELECT COUNT(*) AS many FROM trace")
        #expect(try await world.post("/school/card", Self.form, as: people.rita).status == .seeOther)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM trace") == traces, "nothing changed, nothing traced")
    }

    @Test("a card with mistakes comes back as it was typed", arguments: TestDatabase.available)
    func mistakes(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind)
        let wrong = Self.form.merging(["site": "javascript:alert(1)", "phone": "12", "name": "", "zone": "Mars/Base"], uniquingKeysWith: { $1 })
        let page = try await world.post("/school/card", wrong, as: world.people.rita)
        #expect(page.status == .unprocessableContent && page.page.contains("Дом творчества") && !page.page.contains(#"href="javascript"#))
        for field in ["site", "phone", "name", "zone"] { #expect(page.page.contains("id=\"\(field)-why\""), "\(field)") }
    }

    @Test("responsible persons stand in the card by order number and date", arguments: TestDatabase.available)
    func responsible(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let order = ["person": "\(people.vera.person.number)", "duty": "connecting", "orderNumber": "15", "orderDay": "2026-09-02"]
        #expect(try await world.post("/school/card/responsible", order, as: people.rita).status == .seeOther)
        #expect(try await world.post("/school/card/responsible", order, as: people.rita).status == .unprocessableContent)
        for stranger in [people.zoya.person, people.petya.person, ID(987_654)] {
            let wrong = order.merging(["person": "\(stranger.number)"], uniquingKeysWith: { $1 })
            #expect(try await world.post("/school/card/responsible", wrong, as: people.rita).status == .unprocessableContent)
        }
        #expect(try await world.post("/school/card/responsible", order, as: people.igor).status == .forbidden)
        #expect(try await world.get("/school/card", as: people.olga).page.contains("Верина Вера"))
        let id = try await world.site.read { tx in try tx.one("SELECT id FROM responsible_person").int("id") }
        #expect(try await world.post("/school/card/responsible/\(id)/end", as: people.xenia).status == .notFound)
        #expect(try await world.post("/school/card/responsible/\(id)/end", as: people.rita).status == .seeOther)
        #expect(try await !world.get("/school/card", as: people.olga).page.contains("Верина Вера"))
    }
}
