import Accounts
import HTTPTypes
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Regions

@Suite struct OrganisationTests {
    @Test("the operator makes regions, a region's curator its municipalities; a name is taken once", arguments: TestDatabase.available)
    func making(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world
        let chukotka = try await world.post("/department/organisations", ["name": "Чукотка", "zone": "Asia/Kamchatka", "parent": ""], as: departments.orest)
        #expect(chukotka.status == .seeOther)
        let town = ["name": "Провидения", "zone": "Asia/Kamchatka", "parent": "\(departments.region.number)"]
        #expect(try await world.post("/department/organisations", town, as: departments.raisa).status == .seeOther)
        #expect(try await world.post("/department/organisations", town, as: departments.orest).page.contains("уже есть"))
        #expect(try await world.post("/department/organisations", ["name": "", "zone": "Mars"], as: departments.raisa).page.contains(#"id="zone-why""#))
        for viewer in [departments.marina, world.people.rita, world.people.petya] {
            #expect(try await world.post("/department/organisations", ["name": "X", "zone": "Europe/Moscow"], as: viewer).status == .notFound)
            #expect(try await world.get("/department/organisations", as: viewer).status == .notFound)
        }
        #expect(try await world.outcome(AddOrganisation("Чужой", .municipality, zone: .moscow, in: departments.far), by: departments.orest) != nil)
        let other = ID<School>(Int64(chukotka.location!.split(separator: "/").last!)!)
        #expect(try await world.outcome(AddOrganisation("Чужой", .municipality, zone: .moscow, in: other), by: departments.raisa) == .notFound)
        #expect(try await world.outcome(AddOrganisation("Второй", .platform, zone: .moscow, in: nil), by: departments.orest) == .notFound)
    }

    @Test("curators are appointed from above, come in by a code, and are removed", arguments: TestDatabase.available)
    func curators(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, place = "/department/organisations/\(departments.near.number)"
        let lida = ["family": "Лидина", "given": "Лидия"]
        #expect(try await world.post(place + "/curators", lida, as: departments.raisa).status == .seeOther)
        #expect(try await world.post(place + "/curators", lida, as: departments.raisa).page.contains(#"id="family-why""#))
        let person = try await world.site.read { tx in try tx.one("SELECT id FROM person WHERE family = 'Лидина'").int("id") }
        for viewer in [departments.marina, departments.nikita, world.people.rita] {
            for path in ["/curators", "/curators/\(person)/code", "/curators/\(person)/end"] {
                #expect(try await world.post(place + path, lida, as: viewer).status == .notFound)
            }
        }
        let sheet = try await world.post("\(place)/curators/\(person)/code", as: departments.raisa)
        let code = try String(#require(sheet.page.firstMatch(of: /<b data-code>([a-z0-9-]+)<\/b>/)).1)
        #expect(sheet.headers[.cacheControl] == "no-store")
        #expect(try await world.activate(code, login: "lidina").status == .seeOther)
        #expect(try await world.post("\(place)/curators/\(person)/code", as: departments.raisa).status == .conflict)
        #expect(try await world.post("\(place)/curators/\(person)/end", as: departments.raisa).status == .seeOther)
        #expect(try await world.site.read { tx in try AccountsStore.viewer(ID(person), side: .staff, tx) } == nil)
        let own = EndCurator(person: departments.orest.person, organisation: departments.platform)
        #expect(try await world.outcome(own, by: departments.orest) == .conflict(.notOneself))
        // Somebody else's people are no curators of this place.
        #expect(try await world.outcome(EndCurator(person: world.people.vera.person, organisation: departments.near), by: departments.raisa) == .notFound)
    }

    @Test("a school's administrator makes nobody a curator, and a curator's role in a school opens nothing", arguments: TestDatabase.available)
    func fromBelow(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, people = world.people
        for role in Role.above {
            #expect(try await world.outcome(GrantRole(role, to: people.rita.person, since: World.today), by: people.rita) != nil)
            #expect(try await world.outcome(RegisterPerson(PersonName(family: "Х", given: "Х"), as: role, since: World.today), by: people.rita) != nil)
            let hat = Hat(school: people.rita.hat.school, side: .staff, roles: [role])
            let pretender = Viewer(person: people.rita.person, name: people.rita.name, hat: hat)
            for path in ["/department/applications", "/department/schools", "/department/organisations"] {
                #expect(try await world.get(path, as: pretender).status == .notFound)
            }
        }
        #expect(try await world.count("SELECT COUNT(*) AS many FROM membership WHERE person_id = \(people.rita.person)") == 1)
        _ = departments
    }

    @Test("a curator sees the own schools in figures, no names, and no page inside a school", arguments: TestDatabase.available)
    func figures(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind), world = departments.world, people = world.people
        let page = try await world.get("/department/schools", as: departments.marina)
        #expect(page.page.contains("Школа № 58") && !page.page.contains("Школа № 7") && page.page.contains("пришли 0 из"))
        #expect(try await world.get("/department/schools", as: departments.raisa).page.contains("Школа № 7"))
        let inside = [
            "/journal/lessons/\(people.mathsNow.number)", "/journal/courses/\(people.maths.number)", "/diary/\(people.petya.person.number)",
            "/api/v1/lessons/\(people.mathsNow.number)", "/api/v1/diaries/\(people.petya.person.number)",
        ]
        let names = people.ours.map(\.name.family) + people.theirs.map(\.name.family)
        for curator in departments.curators {
            for path in inside { #expect(try await world.get(path, as: curator).status == .notFound, "\(path)") }
            for path in ["/department/schools", "/api/v1/department/schools", "/", "/journal", "/chats", "/more", "/school/card", "/acts"] {
                let shown = try await world.get(path, as: curator)
                #expect(shown.status == .ok, "\(path)")
                for name in names { #expect(!shown.page.contains(name), "\(path) shows \(name)") }
            }
        }
    }

    @Test("a department is in no list of schools", arguments: TestDatabase.available)
    func lists(_ kind: TestDatabase) async throws {
        let departments = try await Departments.open(kind)
        let schools = try await departments.world.site.read { tx in try AccountsStore.schools(tx).map(\.name) }
        #expect(schools == ["Школа № 58", "Школа № 7"])
    }
}
