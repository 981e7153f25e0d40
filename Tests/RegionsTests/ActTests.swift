import Accounts
import HTTPTypes
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Regions

@Suite struct ActTests {
    static func contents(_ title: String, _ asked: LocalAct.Asked = .init(staff: true, family: true, pupil: true), isTemplate: Bool = false)
        -> LocalAct.Contents
    {
        LocalAct.Contents(kind: .regulation, title: title, number: "7", day: World.today, body: "Пункт 1.\nПункт 2.", asked: asked, isTemplate: isTemplate)
    }

    static func sheet(_ changes: [String: String] = [:]) -> Sheet {
        var sheet = Sheet(to: ID(0)).with(scan: nil)
        sheet.fields = ["kind": "order", "title": "О звонках", "number": "3", "day": "2026-09-01", "body": "Текст", "asks-staff": "1", "asks-family": "1"]
            .merging(changes, uniquingKeysWith: { $1 })
        return sheet
    }

    @Test("a published act is read by all of the school, and each is asked once", arguments: TestDatabase.available)
    func reads(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let published = try await world.send(Self.sheet(), to: "/acts", as: people.rita)
        let place = try #require(published.location), id = place.split(separator: "/").last!
        for viewer in people.ours { #expect(try await world.get(place, as: viewer).page.contains("О звонках")) }
        for viewer in people.theirs {
            for path in ["", "/scan", "/readers", "/replace"] { #expect(try await world.get(place + path, as: viewer).status == .notFound) }
            #expect(try await world.post(place + "/end", as: viewer).status == (viewer == people.xenia ? .notFound : .forbidden))
            for path in ["/read", "/accept"] { #expect(try await world.post(place + path, as: viewer).status == .notFound) }
        }
        #expect(try await world.get("/today", as: people.olga).page.contains("документ для ознакомления"))
        #expect(try await !world.get("/today", as: people.petya).page.contains("для ознакомления"), "pupils are not asked")
        for _ in 0..<2 { #expect(try await world.post(place + "/read", as: people.olga).status == .seeOther) }
        #expect(try await !world.get("/today", as: people.olga).page.contains("для ознакомления"))
        #expect(try await world.count("SELECT COUNT(*) AS many FROM acquaintance") == 1)
        #expect(try await world.get("/api/v1/acts/\(id)/text", as: people.olga).page.contains("readAt"))
    }

    @Test("only those who answer for the school publish, and a mistake loses nothing", arguments: TestDatabase.available)
    func publishing(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        for viewer in [people.vera, people.petya, people.olga] {
            #expect(try await world.send(Self.sheet(), to: "/acts", as: viewer).status == .forbidden)
            #expect(try await world.get("/acts/new", as: viewer).status == .forbidden)
        }
        let refused = try await world.send(Self.sheet(["title": "", "day": "2999-01-01", "body": "Написанное"]), to: "/acts", as: people.rita)
        #expect(refused.status == .unprocessableContent && refused.page.contains(#"id="title-why""#) && refused.page.contains("Написанное"))
        #expect(try await world.send(Self.sheet(["body": " "]), to: "/acts", as: people.rita).page.contains(#"id="body-why""#))
        let scan = try await world.send(Self.sheet(["body": ""]).with(scan: ("act.pdf", Sheet.pdf)), to: "/acts", as: people.rita)
        #expect(try await world.get(try #require(scan.location) + "/scan", as: people.petya).page.hasPrefix("%PDF"))
    }

    @Test("a new version takes the place of the old one and asks everybody anew; two at once make one", arguments: TestDatabase.available)
    func replaces(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people
        let old = try await world.perform(PublishAct(contents: Self.contents("Первая"), scan: nil, replacing: nil), by: people.rita)
        try await world.perform(Acquaint(act: old), by: people.olga)
        async let a = world.outcome(PublishAct(contents: Self.contents("Вторая"), scan: nil, replacing: old), by: people.rita)
        async let b = world.outcome(PublishAct(contents: Self.contents("Вторая"), scan: nil, replacing: old), by: people.rita)
        #expect(try await [a, b].filter { $0 == nil }.count == 1)
        let shown = try await world.get("/acts", as: people.olga)
        #expect(shown.page.contains("Вторая") && !shown.page.contains("Первая") && shown.page.contains("нужно ознакомиться"))
        #expect(try await world.get("/acts?ended=1", as: people.olga).page.contains("Первая"))
        #expect(try await world.outcome(Acquaint(act: old), by: people.pavel) == .conflict(.actEnded))
        #expect(try await world.outcome(PublishAct(contents: Self.contents("Чужая"), scan: nil, replacing: old), by: people.xenia) == .notFound)
        #expect(try await world.outcome(EndAct(act: old), by: people.rita) == .conflict(.actEnded))
    }

    @Test("who has not read it is listed by part of the school: the heads see all, a class teacher the own class", arguments: TestDatabase.available)
    func readers(_ kind: TestDatabase) async throws {
        let world = try await World.open(kind), people = world.people, class7 = people.class7.id.number, class8 = people.class8.id.number
        let act = try await world.perform(PublishAct(contents: Self.contents("Положение"), scan: nil, replacing: nil), by: people.rita)
        try await world.perform(Acquaint(act: act), by: people.olga)
        try await world.perform(Acquaint(act: act), by: people.vera)
        let place = "/acts/\(act.number)/readers"
        let all = try await world.get(place, as: people.rita).page
        #expect(all.contains("ознакомились 1 из 3") && all.contains("7А, родители") && all.contains("8Б, ученики"))
        let families = try await world.get("\(place)?part=family&class=\(class7)", as: people.rita).page
        #expect(families.contains("Машин Павел") && !families.contains("Петина Ольга"))
        #expect(try await world.get("\(place)?part=staff&class=", as: people.rita).page.contains("Игорев Игорь"))
        let teacher = try await world.get("\(place)?part=pupil&class=\(class7)", as: people.vera).page
        #expect(teacher.contains("Петин Петя") && !teacher.contains("8Б"))
        for elsewhere in ["part=pupil&class=\(class8)", "part=staff&class="] {
            let page = try await world.get("\(place)?\(elsewhere)", as: people.vera).page
            #expect(!page.contains("Колин") && !page.contains("Игорев"))
        }
        for viewer in [people.igor, people.petya, people.olga, people.veraAsMother] { #expect(try await world.get(place, as: viewer).status == .notFound) }
    }

    @Test("a department's order is accepted by each school's head, its template adopted as the school's own act", arguments: TestDatabase.available)
    func departments(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, people = world.people
        let order = try await world.perform(PublishAct(contents: Self.contents("Приказ округа"), scan: nil, replacing: nil), by: departments.marina)
        let template = try await world.perform(
            PublishAct(contents: Self.contents("Типовое", isTemplate: true), scan: nil, replacing: nil), by: departments.raisa)
        #expect(try await world.get("/today", as: people.rita).page.contains("документа для ознакомления"))
        #expect(try await !world.get("/today", as: people.vera).page.contains("для ознакомления"), "heads alone are asked")
        #expect(try await world.get("/acts", as: people.olga).page.contains("Приказ округа"), "everybody may read")
        let elsewhere = try await world.get("/acts", as: people.xenia).page
        #expect(!elsewhere.contains("Приказ округа") && elsewhere.contains("Типовое"))
        #expect(try await world.post("/acts/\(order.number)/accept", as: people.vera).status == .forbidden)
        #expect(try await world.post("/acts/\(order.number)/accept", as: people.rita).location == "/acts/\(order.number)")
        #expect(try await world.post("/acts/\(template.number)/accept", ["number": "", "day": "x"], as: people.rita).status == .unprocessableContent)
        let adopted = try await world.post(
            "/acts/\(template.number)/accept", ["number": "21", "day": "2026-09-05", "asks-family": "1"], as: people.rita)
        #expect(adopted.status == .seeOther && adopted.location != "/acts/\(template.number)")
        #expect(try await world.get(try #require(adopted.location), as: people.olga).page.contains("Положение № 21 от 5 сентября 2026"))
        #expect(try await world.get("/today", as: people.olga).page.contains("документ для ознакомления"))
        let receipts = try await world.get("/acts/\(order.number)/readers", as: departments.marina).page
        #expect(receipts.contains("Школа № 58") && receipts.contains("принято") && !receipts.contains("Ритина"))
        #expect(try await world.get("/acts/\(template.number)/readers", as: departments.nikita).page.contains("ещё не принято"))
        // Accepted again nothing is made twice.
        let acts = try await world.count("SELECT COUNT(*) AS many FROM local_act")
        #expect(try await world.post("/acts/\(template.number)/accept", ["number": "22", "day": "2026-09-06"], as: people.rita).status == .seeOther)
        #expect(try await world.count("SELECT COUNT(*) AS many FROM local_act") == acts)
    }

    @Test("a template's new version replaces what the school had adopted", arguments: TestDatabase.available)
    func newTemplate(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, rita = world.people.rita
        let asked = LocalAct.Asked(staff: true, family: false, pupil: false)
        let first = try await world.perform(PublishAct(contents: Self.contents("Типовое", isTemplate: true), scan: nil, replacing: nil), by: departments.marina)
        let own = try await world.perform(AcceptAct(act: first, number: "1", day: World.today, asked: asked), by: rita)
        let second = try await world.perform(
            PublishAct(contents: Self.contents("Типовое 2", isTemplate: true), scan: nil, replacing: first), by: departments.marina)
        #expect(try await world.outcome(AcceptAct(act: first, number: "2", day: World.today, asked: asked), by: rita) == .conflict(.actEnded))
        let newer = try await world.perform(AcceptAct(act: second, number: "2", day: World.today, asked: asked), by: rita)
        let found = try await world.site.read { tx in (try ActStore.find(#require(own), seenBy: rita, tx), try ActStore.find(#require(newer), seenBy: rita, tx))
        }
        #expect(found.0?.endedAt != nil && found.1?.endedAt == nil && found.1?.replaces == own)
    }
}
