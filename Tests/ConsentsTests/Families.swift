import Accounts
import Documents
import Kernel
import School
import Storage
import TestKit
import WebCore

@testable import Consents

/// What the tests of consents do to the small school.
struct Families: Sendable {
    let world: World
    var people: World.People { world.people }
    var school: ID<School> { people.rita.school }

    static func open(_ kind: TestDatabase) async throws -> Families { Families(world: try await World.open(kind)) }

    static let scan = try! Scan(UploadedFile(name: "consent.pdf", bytes: Array("%PDF-1.4 paper".utf8)), field: "scan")

    /// Sets the pupil's age on the world's day; nil takes the date of birth away.
    func age(_ person: Viewer, _ years: Int?) async throws {
        let born = years.flatMap { Day("\(World.today.year - $0)-01-15") }
        try await world.site.database.write { tx in try tx.rows("UPDATE person SET born_on = \(born) WHERE id = \(person.person)") }
    }

    @discardableResult func say(_ agrees: Bool, _ purpose: Purpose, for person: Viewer, by viewer: Viewer, version: Int = 1) async throws -> Bool {
        try await world.perform(SignConsent(for: person.person, purpose, agrees: agrees, version: version), by: viewer)
    }

    func standing(_ purpose: Purpose, of person: Viewer, on day: Day = World.today) async throws -> Standing? {
        let school = person.school
        return try await world.site.read { tx in
            guard let subject = try LedgerStore.subject(person.person, in: school, tx) else { return nil }
            return try LedgerStore.card(of: subject, in: school, on: day, tx)[purpose]?.standing
        }
    }

    func isOpen(_ viewer: Viewer) async throws -> Bool {
        try await world.site.read { tx in try AccountsStore.viewer(viewer.person, side: viewer.side, tx) != nil }
    }

    func waiting() async throws -> [Refusal] {
        let school = school
        return try await world.site.read { tx in try RefusalStore.all(of: school, tx).filter { $0.outcome == nil } }
    }

    /// The director accepts the refusal that waits for the person.
    @discardableResult func accept(_ person: Viewer, by viewer: Viewer? = nil) async throws -> ID<Act> {
        guard let refusal = try await waiting().first(where: { $0.person == person.person }) else { throw Denial.notFound }
        return try await world.perform(AcceptRefusal(refusal.id, isSheetPrinted: true, features: world.site.features), by: viewer ?? people.rita)
    }

    func act(_ id: ID<Act>) async throws -> Act? {
        let school = school
        return try await world.site.read { tx in try ActStore.act(id, in: school, tx) }
    }

    func rows(_ sql: SQL) async throws -> [Row] { try await world.site.read { tx in try tx.rows(sql) } }
    func count(_ sql: SQL) async throws -> Int { Int(try await rows(sql).first?.int("count") ?? 0) }
}

extension Site {
    /// What a verb's performance does at its end, for changes made without one.
    func settle(_ tx: Transaction) throws { try Site.settle(features, by: nil, at: World.now, in: tx) }
}
