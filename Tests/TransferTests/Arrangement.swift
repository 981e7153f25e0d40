import Foundation
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Journal
@testable import Transfer

/// A world in which Petya has marks, absences and homework owed, and leaves school 58.
struct Arranged {
    let world: World
    var people: World.People { world.people }
    var key: InstallationKey { get throws { try InstallationKey.open(in: world.site.vault) } }

    init(_ kind: TestDatabase) async throws { try await self.init(World.open(kind)) }
    init(_ world: World) async throws {
        self.world = world
        let people = world.people, petya = people.petya.person
        try await world.perform(PutMark(try .init(5), for: petya, at: people.mathsBefore), by: people.vera)
        try await world.perform(PutMark(try .init(4), for: petya, at: people.mathsNow), by: people.vera)
        try await world.perform(GiveHomework(try .init("№ 17, вырезать «ёлочку»"), at: people.mathsNow), by: people.vera)
    }

    /// What pages and operations take for today: they go by the clock, not by the world's hour.
    static var clockDay: Day { World.zone.day(of: .now) }
    /// The world's year does not end, so that its classes are there whenever the test is run.
    func withoutEnd() async throws -> Arranged {
        try await world.site.database.write { tx in try tx.rows("UPDATE academic_year SET ends_on = '2999-12-31'") }
        return self
    }

    static let order = TransferRecord.Order(number: "41-у", day: World.today)

    func offer(_ pupil: Viewer? = nil, to addressee: TransferRecord.Addressee? = nil, by clerk: Viewer? = nil) async throws -> ID<SentPackage> {
        try await world.perform(try verb(pupil, to: addressee), by: clerk ?? people.rita)
    }
    func verb(_ pupil: Viewer? = nil, to addressee: TransferRecord.Addressee? = nil) throws -> OfferPackage {
        OfferPackage(
            pupil: (pupil ?? people.petya).person, order: Self.order, lastDay: World.today, addressee: addressee, key: try key,
            page: RecordViews(.ru).page(by: try key.publicKey))
    }

    func sent(_ id: ID<SentPackage>, on day: Day = World.today, by clerk: Viewer? = nil) async throws -> SentPackage {
        let office = try TransferAccess.office(of: clerk ?? people.rita)
        return try #require(try await world.site.read { tx in try SendingStore.package(id, of: office, on: day, tx) })
    }
    func code(_ id: ID<SentPackage>) async throws -> String { try #require(try await sent(id).code) }
    func file(_ id: ID<SentPackage>) async throws -> [UInt8] {
        let office = try TransferAccess.office(of: people.rita)
        return try #require(try await world.site.read { tx in try SendingStore.file(id, of: office, on: World.today, tx) })
    }

    func bring(_ source: BringPackage.Source, by clerk: Viewer? = nil, at now: Moment = World.now) async throws -> ID<Incoming> {
        try await world.perform(BringPackage(source: source, own: try key.publicKey), by: clerk ?? people.xenia, at: now)
    }
    /// How bringing is refused; `nil` if it is not.
    func refusal(_ source: BringPackage.Source, by clerk: Viewer? = nil, at now: Moment = World.now) async throws -> Denial? {
        try await world.outcome(BringPackage(source: source, own: try key.publicKey), by: clerk ?? people.xenia, at: now)
    }
    func incoming(_ id: ID<Incoming>, by clerk: Viewer? = nil) async throws -> Incoming {
        let office = try TransferAccess.office(of: clerk ?? people.xenia), own = try key.publicKey
        return try await world.site.read { tx in try Admission(office: office, own: own, today: World.today, tx: tx).incoming(id) }
    }
    func acceptance(
        of incoming: ID<Incoming>, person: ID<Person>? = nil, into schoolClass: SchoolClass? = nil, since: Day = World.today + 1, isChecked: Bool = false
    )
        throws -> AcceptPackage
    {
        AcceptPackage(
            incoming: incoming, person: person, schoolClass: (schoolClass ?? people.classFar).id, since: since, isChecked: isChecked, key: try key)
    }

    func present(_ pupil: ID<Person>) async throws -> ID<SchoolClass>? {
        try await world.site.read { tx in
            try tx.first("SELECT class_id FROM enrolment WHERE pupil_id = \(pupil) AND until IS NULL").map { try $0.id("class_id") }
        }
    }
    func traces(of school: ID<School>, _ what: String) async throws -> Int {
        try await world.site.read { tx in try tx.rows("SELECT id FROM trace WHERE school_id = \(school) AND what = \(what)").count }
    }
}
