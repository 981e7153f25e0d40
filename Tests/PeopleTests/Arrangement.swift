import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import School
import Storage
import TestKit
import WebCore

@testable import Accounts
@testable import People

extension World {
    /// The same person looking with other roles.
    func viewer(_ one: Viewer, as roles: Set<Role>) -> Viewer {
        Viewer(person: one.person, name: one.name, hat: Hat(school: one.hat.school, side: .staff, roles: roles))
    }
    var director: Viewer { viewer(people.igor, as: [.director]) }

    @discardableResult func register(_ family: String, _ given: String, _ patronymic: String = "", as role: Role, born: Day? = nil) async throws -> ID<Person> {
        try await perform(
            RegisterPerson(PersonName(family: family, given: given, patronymic: patronymic), as: role, since: World.today - 30, bornOn: born), by: people.rita)
    }

    func found(_ query: PeopleQuery, by viewer: Viewer) async throws -> [String] {
        let seen = try PeopleAccess.seen(by: viewer)
        return try await site.read { tx in try PeopleStore.page(query, seen: seen, at: World.now, tx).lines.map(\.name.list) }
    }
    func found(_ text: String, by viewer: Viewer) async throws -> [String] {
        var query = PeopleQuery()
        query.text = text
        return try await found(query, by: viewer)
    }

    func get(_ path: String, as viewer: Viewer) async throws -> (status: HTTPResponse.Status, text: String) {
        try await browse(as: viewer) { client in try await client.execute(uri: path, method: .get) { ($0.status, String(buffer: $0.body)) } }
    }

    func post(_ path: String, _ form: String, as viewer: Viewer) async throws -> (status: HTTPResponse.Status, location: String?, text: String) {
        try await browse(as: viewer) { client in
            try await client.execute(
                uri: path, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: ByteBuffer(string: "formToken=form-token&" + form)
            ) { ($0.status, $0.headers[.location], String(buffer: $0.body)) }
        }
    }

    func count(_ sql: SQL) async throws -> Int { Int(try await site.read { tx in try tx.one(sql).int("n") }) }
    func traces(_ what: String) async throws -> Int { try await count("SELECT COUNT(*) AS n FROM trace WHERE what = \(what)") }
}
