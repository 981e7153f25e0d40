import Accounts
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Consents

@Suite struct QueryCountTests {
    @Test("no page of consents asks more as the school grows")
    func pages() async throws {
        let database = CountingDatabase(try await TestDatabase.sqlite.open())
        let families = Families(world: try await World(database: database)), people = families.people
        try await families.say(false, .diary, for: people.petya, by: people.olga)
        let seven = people.class7.id.number
        let pages: [(String, Viewer)] = [
            ("/consents", people.olga), ("/consents/classes", people.rita), ("/consents/classes/\(seven)", people.vera), ("/consents/staff", people.rita),
            ("/consents/pupils/\(people.petya.person.number)", people.rita), ("/consents/refusals", people.rita),
            ("/consents/classes/\(seven)/blanks?purpose=photos", people.vera),
            ("/", people.rita), ("/", people.olga),
        ]
        let before = try await counts(of: pages, families, database)
        for number in 1...25 {
            let pupil = try await families.world.perform(
                RegisterPerson(PersonName(family: "Новый\(World.word(number))", given: "Иван"), as: .pupil, since: World.today), by: people.rita)
            try await families.world.perform(EnrolPupil(pupil, into: people.class7.id, since: World.today), by: people.rita)
            let paper = EnterPaper(
                for: pupil, number.isMultiple(of: 2) ? .diary : .processing, agrees: number.isMultiple(of: 3), signer: .named("Мать"), signedOn: World.today)
            try await families.world.perform(paper, by: people.rita)
        }
        let after = try await counts(of: pages, families, database)
        for (page, (was, now)) in zip(pages, zip(before, after)) { #expect(now <= was && now > 0 && now <= 24, "\(page.0): \(was) → \(now)") }
    }

    private func counts(of pages: [(String, Viewer)], _ families: Families, _ database: CountingDatabase) async throws -> [Int] {
        var counts: [Int] = []
        for (page, viewer) in pages {
            database.reset()
            try await families.world.browse(as: viewer) { client in try await client.execute(uri: page, method: .get) { #expect($0.status == .ok, "\(page)") } }
            counts.append(database.count)
        }
        return counts
    }
}
