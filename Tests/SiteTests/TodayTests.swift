import HTTPTypes
import HummingbirdTesting
import Kernel
import TestKit
import Testing

/// «Сегодня» is put together from what every feature has to say: that must not grow with each of them.
@Suite struct TodayTests {
    @Test("the first screen asks the database few questions of whoever looks, and fewer where nothing waits", arguments: TestDatabase.available)
    func questions(_ kind: TestDatabase) async throws {
        let database = CountingDatabase(try await kind.open()), world = try await World(database: database), people = world.people
        for (viewer, most) in [(people.rita, 16), (people.vera, 20), (people.igor, 16), (people.olga, 14), (people.petya, 14)] {
            try await world.browse(as: viewer) { client in
                try await client.execute(uri: "/", method: .get) { #expect($0.status == .ok) }
                database.reset()
                try await client.execute(uri: "/", method: .get) { #expect($0.status == .ok) }
            }
            #expect(database.count <= most, "\(viewer.name.given) asks \(database.count)")
        }
    }
}
