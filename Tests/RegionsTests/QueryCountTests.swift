import Accounts
import HTTPTypes
import Kernel
import Storage
import TestKit
import Testing
import WebCore

@testable import Regions

@Suite struct QueryCountTests {
    @Test("no page asks more as departments, applications and acts grow, and none asks more than six times", arguments: TestDatabase.available)
    func pages(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), departments = try await Departments(try await World(database: database))
        let world = departments.world, rita = world.people.rita
        let act = try await world.perform(PublishAct(contents: ActTests.contents("Первый"), scan: nil, replacing: nil), by: rita)
        let order = try await world.perform(PublishAct(contents: ActTests.contents("Приказ"), scan: nil, replacing: nil), by: departments.marina)
        let id = try await world.apply(Sheet(to: departments.near))
        let asked: [(Viewer?, String)] = [
            (departments.marina, "/department/applications"), (departments.marina, "/department/applications/\(id.number)"),
            (departments.marina, "/department/schools"), (departments.orest, "/department/organisations"),
            (departments.orest, "/department/organisations/\(departments.near.number)"), (departments.marina, "/acts/\(order.number)/readers"), (rita, "/acts"),
            (rita, "/acts/\(act.number)"), (rita, "/acts/\(act.number)/readers?part=staff&class="), (rita, "/school/card"), (rita, "/school/card/edit"),
            (nil, "/apply"), (nil, "/activate"),
        ]
        func counts() async throws -> [Int] {
            var counts: [Int] = []
            for (viewer, path) in asked {
                database.reset()
                #expect(try await world.get(path, as: viewer).status == .ok, "\(path)")
                counts.append(database.count)
            }
            return counts
        }
        let small = try await counts()
        for number in 0..<5 {
            try await world.perform(PublishAct(contents: ActTests.contents("Акт \(number)"), scan: nil, replacing: nil), by: rita)
            let town = try await world.perform(AddOrganisation("Округ \(number)", .municipality, zone: .moscow, in: departments.region), by: departments.raisa)
            _ = try await Departments.curator("Кураторов\(World.word(number))", "К", of: town, in: world)
            try await world.perform(AskApplicant(application: id, question: "Вопрос \(number)"), by: departments.marina)
        }
        for (place, (before, after)) in zip(asked, zip(small, try await counts())) {
            #expect(after <= before && after <= 6, "\(place.1): \(before), \(after)")
        }
    }
}
