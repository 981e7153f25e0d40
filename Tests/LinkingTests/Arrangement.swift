import Interchange
import Kernel
import School
import Storage
import TestKit
import Testing
import WebCore

@testable import Linking

/// School 58 works with «Дневник.ру» and has its export: Vera, Igor, Petya, Masha, Olga, and a Yura who is not in the school.
struct Arranged {
    let world: World
    let system: OutsideSystem
    var people: World.People { world.people }

    init(_ kind: TestDatabase) async throws { try await self.init(World.open(kind)) }
    init(_ world: World, upload: Bool = true) async throws {
        self.world = world
        let id = try await world.perform(AddSystem(name: "Дневник.ру"), by: world.people.rita)
        let office = try LinkingAccess.office(of: world.people.rita)
        system = try #require(try await world.site.read { tx in try LinkingStore.system(id, of: office, tx) })
        if upload { try await self.upload(Self.rows) }
    }

    /// login, role, class, name
    static let rows = [
        ["Vera.V", "teacher", "", "Верина Вера"], ["igor", "учитель", "", ""], ["petya7", "pupil", "7А", "Петин Петя"],
        ["masha7", "ученик", "7А", "Машина Маша"],
        ["olga", "guardian", "", "Петина Ольга"], ["yura", "pupil", "7А", "Юрин Юра"],
    ]

    func table(_ rows: [[String]], header: [String] = ["key", "role", "class", "name"]) -> [UInt8] {
        Array(CSVWriter.text([header] + rows.map { [OutsideKey(login: $0[0], salt: system.salt).hex] + $0.dropFirst() }).utf8)
    }

    @discardableResult func upload(_ rows: [[String]], isSure: Bool = false, at now: Moment = World.now) async throws -> RosterReport {
        try await upload(UploadedFile(name: "people.csv", bytes: table(rows)), isSure: isSure, at: now)
    }
    @discardableResult func upload(_ file: UploadedFile, isSure: Bool = false, at now: Moment = World.now) async throws -> RosterReport {
        let verb = try UploadRoster(of: file, to: system.id, isSure: isSure, in: .ru), id = try await world.perform(verb, by: people.rita, at: now)
        let office = try LinkingAccess.office(of: people.rita)
        return try #require(try await world.site.read { tx in try LinkingStore.report(id, of: office, tx) }).report
    }

    func claim(_ login: String, by viewer: Viewer, code: Bool = false) -> (Viewer, ClaimAccount) {
        (viewer, ClaimAccount(place: code ? .code(system.joinCode) : .system(system.id), login: login, diary: NeutralRoster()))
    }
    func outcome(_ login: String, by viewer: Viewer, code: Bool = false) async throws -> ClaimAccount.Outcome {
        let (viewer, verb) = claim(login, by: viewer, code: code)
        return try await world.perform(verb, by: viewer)
    }
    func refusal(_ login: String, by viewer: Viewer, code: Bool = false) async throws -> Denial? {
        let (viewer, verb) = claim(login, by: viewer, code: code)
        return try await world.outcome(verb, by: viewer)
    }
    func account(_ login: String) async throws -> OutsideAccount {
        let key = OutsideKey(login: login, salt: system.salt), id = system.id
        return try #require(try await world.site.read { tx in try LinkingStore.account(key, in: id, tx) })
    }
    func holder(_ login: String) async throws -> ID<Person>? {
        let id = try await account(login).id
        return try await world.site.read { tx in try LinkingStore.holder(of: id, tx) }
    }
    func requests() async throws -> [LinkRequest] {
        let office = try LinkingAccess.office(of: people.rita)
        return try await world.site.read { tx in try LinkingStore.requests(to: office, tx) }
    }
    func traces(_ what: String) async throws -> Int {
        let school = people.rita.school
        return try await world.site.read { tx in try tx.rows("SELECT id FROM trace WHERE school_id = \(school) AND what = \(what)").count }
    }
}
